import type { Readable } from 'node:stream';

/** What a stream gave. */
export interface CollectedBytes {
  bytes: Uint8Array;
  /** Whether there was more than allowed; the rest was not taken in. */
  truncated: boolean;
  /** What ended the stream early, where the part before it was to be kept. */
  failure?: Error;
}

/**
 * Takes in at most `maxBytes` of a stream and then lets go of it. A stream that fails rejects, unless `keepPart` asks for
 * what came before.
 */
export function collectBytes(
  stream: Readable,
  maxBytes: number,
  options: { keepPart: boolean } = { keepPart: false },
): Promise<CollectedBytes> {
  const { promise, resolve, reject } = Promise.withResolvers<CollectedBytes>();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collected = (truncated: boolean): CollectedBytes => ({
    bytes: Buffer.concat(chunks).subarray(0, maxBytes),
    truncated,
  });
  // Events rather than `for await`: a stream that fails throws away what it had buffered for an iterator.
  stream.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) {
      resolve(collected(true));
      stream.destroy();
    }
  });
  stream.on('end', () => resolve(collected(false)));
  stream.on('error', (failure: Error) =>
    options.keepPart ? resolve({ ...collected(false), failure }) : reject(failure),
  );
  return promise;
}

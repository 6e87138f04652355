import { createGunzip } from 'node:zlib';
import { InputError } from '@hearsay/input/input-error';

/** Compressed bytes undone at a time: gzip makes at most a thousand times as many of them, so 16 MB are held at most. */
const PIECE = 16_384;

/** Whether the bytes begin a gzip stream (RFC 1952). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/**
 * Undoes gzip, one member or many in a row. A stream that is damaged or breaks off gives all that came before, then fails.
 * @throws {InputError} with code `gzip`.
 */
export async function* undoGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let undone: Buffer[] = [];
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    gunzip.once('end', resolve);
    gunzip.once('close', resolve);
  });
  gunzip.on('data', (part: Buffer) => undone.push(part));
  // Pieces are written one by one rather than piped: a stream that fails drops what it held for its reader.
  gunzip.on('error', (error) => {
    failure = error;
  });
  const taken = (): Buffer[] => {
    const parts = undone;
    undone = [];
    return parts;
  };
  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length && failure === undefined; from += PIECE) {
        const piece = chunk.subarray(from, from + PIECE);
        await Promise.race([new Promise<void>((written) => gunzip.write(piece, () => written())), ended]);
        yield* taken();
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) {
      gunzip.end();
      await ended;
    }
    yield* taken();
  } finally {
    gunzip.destroy();
  }
  if (failure !== undefined) {
    const why = `its gzip data breaks off or is damaged (${failure.message})`;
    throw new InputError('gzip', `${why}: what came after was not read; fetch or compress it again`);
  }
}

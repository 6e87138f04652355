import { createGunzip } from 'node:zlib';
import { InputError } from '@hearsay/input/input-error';

/** Compressed bytes undone at a time: gzip makes at most a thousand times as many of them, so 16 MB are held at most. */
const PIECE = 16_384;

/** Whether the bytes begin a gzip stream (RFC 1952). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/**
 * Undoes gzip, one member or many in a row. A stream that breaks off gives all that came before, then fails; one that is
 * damaged too, but for the last 16 KB or less, which zlib drops with its error.
 * @throws {InputError} with code `gzip`.
 */
export async function* undoGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let undone: Buffer[] = [];
  let failure: Error | undefined;
  let go = () => {};
  gunzip.on('data', (part: Buffer) => undone.push(part));
  gunzip.on('error', (error) => {
    failure = error;
  });
  gunzip.on('end', () => go());
  gunzip.on('close', () => go());
  // Pieces are written one by one rather than piped: a stream that fails drops what it held for its reader.
  const step = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      go = resolve;
      start(resolve);
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
        await step((done) => gunzip.write(piece, done));
        yield* taken();
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) await step(() => gunzip.end());
    yield* taken();
  } finally {
    gunzip.destroy();
  }
  if (failure !== undefined) {
    const why = `its gzip data breaks off or is damaged (${failure.message})`;
    throw new InputError('gzip', `${why}: what came after was not read; fetch or compress it again`);
  }
}

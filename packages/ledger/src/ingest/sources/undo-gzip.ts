import { createGunzip } from 'node:zlib';
import { InputError } from '@hearsay/input/input-error';

/** Compressed bytes undone at a time: gzip makes at most a thousand times as many of them, so 16 MB are held at most. */
const PIECE = 16_384;

/** Whether the bytes begin a gzip stream (RFC 1952). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/**
 * Undoes gzip, one member or many in a row, as one stretch. One that breaks off gives all that came before, then fails; one
 * that is damaged too, but for the last 16 KB or less, which zlib drops with its error, and the next stretch begins at the
 * next member that is found. To be gone through one after the other; a stretch fails with `InputError`, code `gzip`.
 */
export async function* undoGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Buffer>> {
  const compressed = pieces(chunks);
  try {
    let first = await compressed.next();
    while (!first.done) {
      yield undone(first.value, compressed);
      first = await nextMember(compressed);
    }
  } finally {
    await compressed.return(undefined);
  }
}

async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE);
  }
}

/** What there is from the next beginning of a member on; its header names no compression but deflate (RFC 1952, 2.3). */
async function nextMember(compressed: AsyncGenerator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  for (let next = await compressed.next(); !next.done; next = await compressed.next()) {
    const piece = next.value;
    for (let at = piece.indexOf(0x1f); at !== -1; at = piece.indexOf(0x1f, at + 1)) {
      if (isGzip(piece.subarray(at)) && piece[at + 3] < 0x20) return { done: false, value: piece.subarray(at) };
    }
  }
  return { done: true, value: undefined };
}

/** From `first` on, until the end or damage. */
async function* undone(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let parts: Buffer[] = [];
  let failure: Error | undefined;
  let go = () => {};
  gunzip.on('data', (part: Buffer) => parts.push(part));
  gunzip.on('error', (error) => {
    failure = error;
  });
  gunzip.on('end', () => go());
  gunzip.on('close', () => go());
  // Pieces are written one by one rather than piped: a stream that fails drops what it held for its reader.
  const step = (start: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve) => {
      go = resolve;
      start((error) => {
        failure ??= error ?? undefined;
        resolve();
      });
    });
  const taken = (): Buffer[] => {
    const all = parts;
    parts = [];
    return all;
  };
  try {
    let next: IteratorResult<Uint8Array> = { done: false, value: first };
    while (!next.done && failure === undefined) {
      const piece = next.value;
      await step((done) => gunzip.write(piece, done));
      yield* taken();
      if (failure === undefined) next = await rest.next();
    }
    if (failure === undefined) await step(() => gunzip.end());
    yield* taken();
  } finally {
    gunzip.destroy();
  }
  if (failure !== undefined) {
    const why = `its gzip data breaks off or is damaged (${failure.message})`;
    throw new InputError('gzip', `${why}; fetch or compress it again`);
  }
}

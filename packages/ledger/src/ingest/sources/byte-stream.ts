/** The bytes of one input, its beginning known. */
export interface ByteStream {
  /** As many of the first bytes as were asked for, or all there are. */
  start: Buffer;
  /** Whether `start` is all there is. */
  whole: boolean;
  /** All bytes, `start` included; to be gone through once. Fails where the input does, after what came before. */
  bytes: AsyncIterable<Buffer>;
  /** Lets go of the input; needed where `bytes` was not gone through. */
  close(): Promise<void>;
}

/** Looks at the beginning of a stream. Never fails: a stream that does so early fails when its bytes are gone through. */
export async function look(chunks: AsyncIterable<Uint8Array>, length: number): Promise<ByteStream> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  let failure: { thrown: unknown } | undefined;
  while (size < length && !whole && failure === undefined) {
    try {
      const next = await iterator.next();
      if (next.done) whole = true;
      else {
        begun.push(next.value);
        size += next.value.length;
      }
    } catch (thrown) {
      failure = { thrown };
    }
  }
  const start = Buffer.concat(begun);
  const close = async () => {
    await iterator.return?.();
  };
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      if (start.length > 0) yield start;
      if (failure !== undefined) throw failure.thrown;
      if (whole) return;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield asBuffer(next.value);
    } finally {
      await close();
    }
  }
  return { start: start.subarray(0, length), whole: whole && size <= length, bytes: bytes(), close };
}

/** What was taken in of a stream. */
export interface Taken {
  /** Null where there is more than allowed. */
  bytes: Buffer | null;
  /** What ended the stream early; `bytes` is what came before. */
  failure?: { thrown: unknown };
}

/** Takes in at most `maxBytes` of a stream. Never fails. */
export async function takeIn(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Taken> {
  const taken: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) return { bytes: null };
      taken.push(chunk);
    }
  } catch (thrown) {
    return { bytes: Buffer.concat(taken), failure: { thrown } };
  }
  return { bytes: Buffer.concat(taken) };
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
}

/**
 * A table from hashed forms to one byte, by open addressing: two flat arrays that load without parsing. A form that is
 * not in it is taken for one that is once in a hundred thousand lookups.
 */
export interface Lexicon {
  /** Hashes; 0 is an empty slot. The length is a power of two, and at least one slot is empty. */
  readonly keys: Int32Array;
  readonly values: Uint8Array;
}

/** The value of a hash, -1 where there is none. */
export function lookUp(lexicon: Lexicon, hash: number): number {
  const { keys, values } = lexicon;
  const mask = keys.length - 1;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
  for (;;) {
    const key = keys[slot];
    if (key === hash) return values[slot];
    if (key === 0) return -1;
    slot = (slot + 1) & mask;
  }
}

/** A lexicon of these entries: half of its slots stay empty. */
export function createLexicon(entries: ReadonlyMap<number, number>): Lexicon {
  let size = 16;
  while (size < entries.size * 2) size *= 2;
  const keys = new Int32Array(size);
  const values = new Uint8Array(size);
  for (const [hash, value] of entries) {
    if (hash === 0) continue;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    values[slot] = value;
  }
  return { keys, values };
}

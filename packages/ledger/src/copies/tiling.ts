import type { CompactText } from './compact-text.ts';
import { SITE } from './marked-words.ts';

/** Words in a row that two texts share. */
export interface Tile {
  a: number;
  b: number;
  length: number;
}

/** Shortest run that counts: two words in a row are shared by any two reports of one event. */
export const SHORTEST_TILE = 3;
/** Runs looked at from one place of a text: a phrase that comes up everywhere must not make the comparison quadratic. */
const PLACES = 16;

/** A text prepared to be compared with many others: where each run of `SHORTEST_TILE` words begins. */
export interface TileIndex {
  readonly text: CompactText;
  /** By hash of the run: its last place plus one, or 0. */
  readonly last: Int32Array;
  /** By place: the place before with the same hash plus one, or 0. */
  readonly before: Int32Array;
}

export function indexTiles(text: CompactText): TileIndex {
  const last = new Int32Array(2 ** Math.ceil(Math.log2(4 * text.count + 64)));
  const before = new Int32Array(text.count);
  for (let at = 0; at + SHORTEST_TILE <= text.count; at++) {
    const bucket = bucketAt(text, at, last.length);
    before[at] = last[bucket];
    last[bucket] = at + 1;
  }
  return { text, last, before };
}

/**
 * The longest runs that both texts share, no word in two of them: greedy string tiling (Wise 1993), longest first. The
 * site's own words belong to no run. In the order of neither text.
 */
export function tile(a: TileIndex, b: CompactText): Tile[] {
  const used = { a: new Uint8Array(a.text.count), b: new Uint8Array(b.count) };
  const tiles: Tile[] = [];
  const matches = sharedRuns(a, b).sort((x, y) => y.length - x.length);
  for (const { a: atA, b: atB, length } of matches) {
    let at = 0;
    while (at < length) {
      while (at < length && (used.a[atA + at] || used.b[atB + at])) at++;
      let end = at;
      while (end < length && !used.a[atA + end] && !used.b[atB + end]) end++;
      if (end - at >= SHORTEST_TILE) {
        used.a.fill(1, atA + at, atA + end);
        used.b.fill(1, atB + at, atB + end);
        tiles.push({ a: atA + at, b: atB + at, length: end - at });
      }
      at = end + 1;
    }
  }
  return tiles;
}

/** `buckets` is a power of two. */
function bucketAt({ word }: CompactText, at: number, buckets: number): number {
  const run = (word[at] << 16) | (word[at + 1] << 8) | word[at + 2];
  return (Math.imul(run, 0x9e3779b1) >>> 8) & (buckets - 1);
}

/** Runs that cannot be made longer at either end. */
function sharedRuns(a: TileIndex, b: CompactText): Tile[] {
  const { text, last, before } = a;
  const runs: Tile[] = [];
  const isShared = (atA: number, atB: number) =>
    text.word[atA] === b.word[atB] && text.kind[atA] !== SITE && b.kind[atB] !== SITE;
  for (let atB = 0; atB + SHORTEST_TILE <= b.count; atB++) {
    let places = 0;
    for (let place = last[bucketAt(b, atB, last.length)]; place > 0 && places < PLACES; place = before[place - 1]) {
      const atA = place - 1;
      places++;
      if (atA > 0 && atB > 0 && isShared(atA - 1, atB - 1)) continue;
      let length = 0;
      while (atA + length < text.count && atB + length < b.count && isShared(atA + length, atB + length)) length++;
      if (length >= SHORTEST_TILE) runs.push({ a: atA, b: atB, length });
    }
  }
  return runs;
}

/**
 * Hashed features (Weinberger et al. 2009) in a table that knows most of what is not in it. A table holds rows of
 * bytes: first a check, then one weight for each class. The high bits of a feature's hash choose its row, the low eight must
 * be the row's check, else the feature has no weights: rare ones were left out when the table was trained, so that the
 * frequent ones have their rows to themselves.
 */
export type FeatureTable = Int8Array;

const LEAD = 0x2c1b3c6d;
const FOLLOW = 0x297a2d39;

/** One number for two, in order. */
export function join(a: number, b: number): number {
  return (Math.imul(a, LEAD) + Math.imul(b ^ FOLLOW, FOLLOW)) | 0;
}

/** The first number's part in `join`: worked out once where it leads several features. */
export function lead(a: number): number {
  return Math.imul(a, LEAD);
}

/**
 * The features of one decision. They are put down as they are, and hashed together in one loop: in the long functions that
 * name them the compiler would leave every hash as a call. Each feature is the only one of its template.
 */
export class FeatureList {
  readonly count: number;
  /** What `hash` makes of them. */
  readonly hashes: Int32Array;
  private readonly firstTemplate: number;
  private readonly first: Int32Array;
  private readonly second: Int32Array;

  /** @param firstTemplate the number of the first feature's template: lists of one table must not overlap */
  constructor(count: number, firstTemplate: number) {
    this.count = count;
    this.firstTemplate = firstTemplate;
    this.hashes = new Int32Array(count);
    this.first = new Int32Array(count);
    this.second = new Int32Array(count);
  }

  /** The feature `at` is this value. */
  one(at: number, value: number): void {
    this.first[at] = value;
    this.second[at] = FOLLOW;
  }

  /** The feature `at` is `join(a, b)`, given `lead(a)`. */
  pair(at: number, leading: number, b: number): void {
    this.first[at] = leading;
    this.second[at] = b;
  }

  /** Hashes all features. */
  hash(): void {
    const { count, first, second, hashes } = this;
    let template = Math.imul(this.firstTemplate + 1, 0x9e3779b1);
    for (let f = 0; f < count; f++) {
      const value = (first[f] + Math.imul(second[f] ^ FOLLOW, FOLLOW)) | 0;
      let hash = Math.imul(value ^ template, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      hashes[f] = hash ^ (hash >>> 16);
      template = (template + 0x9e3779b1) | 0;
    }
  }
}

/** How far the hash of a feature is shifted right to give its row. */
export function rowShift(table: FeatureTable, classes: number): number {
  return 32 - Math.log2(table.length / (classes + 1));
}

/**
 * Scores classes by a table of three classes or more. The weights of four classes are read as one word, as numbers above 0,
 * and summed two to a word: a sum of up to 256 rows fits in 16 bits, and what the shift to numbers above 0 adds is the
 * same for all classes.
 */
export class FeatureScorer {
  private readonly bytes: DataView;
  private readonly table: FeatureTable;
  private readonly shift: number;
  private readonly width: number;
  private readonly classes: number;
  private readonly rows = new Int32Array(256);
  /** One for each byte of a row: the first stands for the check. */
  private readonly sums: Int32Array;

  constructor(table: FeatureTable, classes: number) {
    this.table = table;
    this.bytes = new DataView(table.buffer, table.byteOffset, table.byteLength);
    this.shift = rowShift(table, classes);
    this.classes = classes;
    this.width = classes + 1;
    this.sums = new Int32Array(this.width);
  }

  /** The class from `from` on with the highest score; the first of equals. */
  best(features: FeatureList, from = 0): number {
    this.add(features);
    const { sums, classes } = this;
    let best = from + 1;
    for (let c = from + 2; c <= classes; c++) if (sums[c] > sums[best]) best = c;
    return best - 1;
  }

  private add({ hashes, count }: FeatureList): void {
    const { bytes, table, rows, sums, shift, width } = this;
    let hits = 0;
    for (let f = 0; f < count; f++) {
      const hash = hashes[f];
      const row = (hash >>> shift) * width;
      rows[hits] = row;
      if (table[row] === (hash << 24) >> 24) hits++;
    }
    // Two words a turn; the last ones begin earlier rather than end beyond the row, and sum some classes again.
    for (let from = 0; from < width; from += 8) {
      const low = Math.min(from, width - 4);
      const high = Math.min(from + 4, width - 4);
      let low02 = 0;
      let low13 = 0;
      let high02 = 0;
      let high13 = 0;
      for (let hit = 0; hit < hits; hit++) {
        const row = rows[hit];
        const a = bytes.getInt32(row + low, true) ^ 0x80808080;
        const b = bytes.getInt32(row + high, true) ^ 0x80808080;
        low02 += a & 0xff00ff;
        low13 += (a >>> 8) & 0xff00ff;
        high02 += b & 0xff00ff;
        high13 += (b >>> 8) & 0xff00ff;
      }
      sums[low] = low02 & 0xffff;
      sums[low + 1] = low13 & 0xffff;
      sums[low + 2] = low02 >>> 16;
      sums[low + 3] = low13 >>> 16;
      sums[high] = high02 & 0xffff;
      sums[high + 1] = high13 & 0xffff;
      sums[high + 2] = high02 >>> 16;
      sums[high + 3] = high13 >>> 16;
    }
  }
}

/** The class from `from` on with the highest score; the first of equals. */
export function bestClass(scores: ArrayLike<number>, classes: number, from = 0): number {
  let best = from;
  for (let c = from + 1; c < classes; c++) if (scores[c] > scores[best]) best = c;
  return best;
}

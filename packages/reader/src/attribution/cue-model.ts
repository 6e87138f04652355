import type { ObliviousTrees } from '../model/boosted-trees.ts';
import { headerNumbers } from '../model/header.ts';
import type { Weights } from '../model/weights.ts';

/** What finding cues has learnt. */
export interface CueModel {
  /** How often each word was seen in training, by the key of a head. */
  readonly words: ReadonlyMap<number, WordCount>;
  readonly heads: WeightTable;
  readonly extents: WeightTable;
  /** What the second decision adds to the logit of the first. */
  readonly decision: ObliviousTrees;
}

export interface WordCount {
  /** Tokens seen. */
  readonly tokens: number;
  /** Those that headed a cue. */
  readonly cues: number;
}

/** Weights of hashed features: a power of two of them, each `scale` times what it says. */
export interface WeightTable {
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
  /** Leaves of a hash as many bits as the table has. */
  readonly shift: number;
}

/**
 * Opens the weights of the file `cues.bin`; the tables stay views over its bytes.
 * @throws {Error} where the file lacks an array or has another layout.
 */
export function loadCueModel({ header, arrays }: Weights): CueModel {
  const { headScale, extentScale, depth } = headerNumbers(header, ['headScale', 'extentScale', 'depth']);
  const array = (name: string) => {
    const found = arrays[name];
    if (found === undefined) throw new Error(`cue weights: no array "${name}", only ${Object.keys(arrays).join(', ')}`);
    return found;
  };
  const table = (name: string, scale: number): WeightTable => {
    const weights = array(name);
    if (!(weights instanceof Int8Array)) throw new Error(`cue weights: "${name}" is not of type i8`);
    return { weights, scale, shift: 32 - Math.log2(weights.length) };
  };
  const features = array('features');
  const thresholds = array('thresholds');
  const leaves = array('leaves');
  if (!(features instanceof Uint8Array && thresholds instanceof Float32Array && leaves instanceof Float32Array)) {
    throw new Error('cue weights: the trees are not of types u8 and f32');
  }
  const keys = array('keys');
  const tokens = array('tokens');
  const cues = array('cues');
  const words = new Map<number, WordCount>();
  for (let at = 0; at < keys.length; at++) words.set(keys[at], { tokens: tokens[at], cues: cues[at] });
  return {
    words,
    heads: table('heads', headScale),
    extents: table('extents', extentScale),
    decision: { depth, features, thresholds, leaves },
  };
}

const LARGEST = 127;

/** The weights as a file's content; tables become bytes, clipped at what the largest but one in ten thousand needs. */
export function storeCueModel({ words, heads, extents, decision }: CueModel): Weights {
  const headTable = quantise(heads);
  const extentTable = quantise(extents);
  const keys = [...words.keys()].sort((a, b) => a - b);
  const counts = keys.map((key) => words.get(key)!);
  return {
    header: { headScale: headTable.scale, extentScale: extentTable.scale, depth: decision.depth },
    arrays: {
      keys: Int32Array.from(keys),
      tokens: Uint16Array.from(counts, (count) => Math.min(count.tokens, 65535)),
      cues: Uint16Array.from(counts, (count) => count.cues),
      heads: headTable.weights,
      extents: extentTable.weights,
      features: decision.features,
      thresholds: decision.thresholds,
      leaves: decision.leaves,
    },
  };
}

function quantise({ weights, scale }: WeightTable): { weights: Int8Array; scale: number } {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const size = sizes[Math.floor(sizes.length * 0.9999)];
  const step = Number(((size * scale) / LARGEST).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round((weight * scale) / step))),
  );
  return { weights: bytes, scale: step };
}

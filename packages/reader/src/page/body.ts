import weights from '../../model/page-body.json' with { type: 'json' };
import type { PageBlock } from './blocks.ts';
import { predictRows } from './boosted-trees.ts';
import { blockFeatures, FEATURES, type PageHints } from './features.ts';
import type { Tree } from './tree.ts';

/** Probability from which a block counts as the body's: chosen by cross-validation over the 90 pages that the trees were trained on. */
const THRESHOLD = 0.4;
/** A block of this many units or more that stands on the page twice is in the body once: the other is a teaser, a pull quote or a print version. */
const LONG = 50;

export interface Body {
  /** Probability of each block that its words are the article's. */
  readonly probability: Float64Array;
  /** 1 for each block kept. */
  readonly kept: Uint8Array;
  /** 1 for each block that repeats one that is kept. */
  readonly repeated: Uint8Array;
}

/** Tells the blocks of the article's body from the rest of its page. */
export function selectBody(tree: Tree, blocks: readonly PageBlock[], hints: PageHints): Body {
  const probability = predictRows(weights, blockFeatures(tree, blocks, hints), FEATURES.length);
  return { probability, ...keepBlocks(blocks, probability) };
}

/** Turns probabilities into a choice; the page's best block is in it, however low, so that no page with words comes out empty. */
export function keepBlocks(
  blocks: readonly PageBlock[],
  probability: Float64Array,
): { kept: Uint8Array; repeated: Uint8Array } {
  const kept = new Uint8Array(blocks.length);
  const repeated = new Uint8Array(blocks.length);
  let best = 0;
  for (const value of probability) best = Math.max(best, value);
  const threshold = Math.min(THRESHOLD, best * THRESHOLD);
  const seen = new Map<string, number>();
  for (let index = 0; index < blocks.length; index++) {
    if (probability[index] < threshold) continue;
    const { text } = blocks[index];
    const before = text.length < LONG ? undefined : seen.get(text);
    if (before !== undefined) {
      repeated[index] = 1;
      continue;
    }
    kept[index] = 1;
    seen.set(text, index);
  }
  return { kept, repeated };
}

import { type ObliviousTrees, treeScores } from '../model/boosted-trees.ts';
import type { PageBlock } from './blocks.ts';
import { BlockFeatures, FAR, FEATURES } from './features.ts';
import type { PageHints } from './page-facts.ts';
import type { Tree } from './tree.ts';

/**
 * Probability from which a block counts as the body's: the middle of 0.25 to 0.45, all of which give the same F1 (0.982 to
 * 0.983) in ten-fold cross-validation over the training pages.
 */
const THRESHOLD = 0.35;
/** Words from which an item that begins with a link is a teaser rather than an entry of the article's own list. */
const TEASER_WORDS = 12;
/** Words from which a block all in capitals and all a link is the headline of another story. */
const SHOUTED_WORDS = 5;

/** Rows of features held in memory: a page of a million blocks would need gigabytes. */
const ROWS_AT_ONCE = 1024;

export interface Body {
  /** Probability of each block that its words are the article's; 0 where a rule excludes it. */
  readonly probability: Float64Array;
  /** 1 for each block kept. */
  readonly kept: Uint8Array;
}

/** Tells the blocks of the article's body from the rest of its page; `trees` give the logit that a block is the body's. */
export function selectBody(tree: Tree, blocks: readonly PageBlock[], hints: PageHints, trees: ObliviousTrees): Body {
  const width = FEATURES.length;
  const features = new BlockFeatures(tree, blocks, hints);
  const probability = new Float64Array(blocks.length);
  const allowed = new Float64Array(blocks.length);
  for (let first = 0; first < blocks.length; first += ROWS_AT_ONCE) {
    const end = Math.min(blocks.length, first + ROWS_AT_ONCE);
    const table = features.rows(first, end);
    const logits = treeScores(trees, table, width);
    for (let index = first; index < end; index++) {
      probability[index] = 1 / (1 + Math.exp(-logits[index - first]));
      if (!isExcluded(table, (index - first) * width)) allowed[index] = probability[index];
    }
  }
  // Rules that leave nothing have mistaken the page.
  const trusted = allowed.some((value) => value >= THRESHOLD) ? allowed : probability;
  return { probability: trusted, kept: keepLikely(trusted) };
}

/** Keeps what is likely enough; the page's likeliest blocks where nothing is, so that a page of an odd build does not come out empty. */
export function keepLikely(probability: Float64Array): Uint8Array {
  let best = 0;
  for (const value of probability) best = Math.max(best, value);
  const threshold = Math.min(THRESHOLD, best * THRESHOLD);
  return Uint8Array.from(probability, (value) => (value > 0 && value >= threshold ? 1 : 0));
}

const [
  FIGCAPTION,
  NAV,
  BUTTON,
  CAPTION,
  COMMENT,
  UNDER_COMMENTS,
  UNDER_RELATED,
  LIST_ITEM,
  STARTS_WITH_LINK,
  WORDS,
  LINKS,
  CAPITALS,
] = [
  'within.figcaption',
  'within.nav',
  'within.button',
  'named.caption',
  'named.comment',
  'underComments',
  'underRelated',
  'listItem',
  'signatureStartsWithLink',
  'words',
  'linkDensity',
  'capitals',
].map((name) => FEATURES.indexOf(name));

/** What is never the body, whatever else speaks for it: captions, menus, buttons, comments, other stories. On the training pages these hold 17,000 words, 35 of them the body's. */
function isExcluded(features: Float32Array, row: number): boolean {
  return (
    features[row + FIGCAPTION] < FAR ||
    features[row + NAV] < FAR ||
    features[row + BUTTON] < FAR ||
    features[row + CAPTION] <= 2 ||
    features[row + COMMENT] <= 2 ||
    features[row + UNDER_COMMENTS] === 1 ||
    features[row + UNDER_RELATED] === 1 ||
    (features[row + LINKS] > 0.95 &&
      features[row + CAPITALS] > 0.9 &&
      features[row + WORDS] > Math.log(SHOUTED_WORDS)) ||
    (features[row + LIST_ITEM] === 1 &&
      features[row + STARTS_WITH_LINK] > 0.9 &&
      features[row + WORDS] > Math.log(TEASER_WORDS))
  );
}

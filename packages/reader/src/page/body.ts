import weights from '../../model/page-body.json' with { type: 'json' };
import type { PageBlock } from './blocks.ts';
import { predictRow } from './boosted-trees.ts';
import { BlockFeatures, FAR, FEATURES, type PageHints } from './features.ts';
import type { Tree } from './tree.ts';

/** Probability from which a block counts as the body's: the best of 0.25 to 0.5 in ten-fold cross-validation over the training pages. */
const THRESHOLD = 0.3;
/** Words from which an item that begins with a link is a teaser rather than an entry of the article's own list. */
const TEASER_WORDS = 12;

/** Rows of features held in memory: a page of a million blocks would need gigabytes. */
const ROWS_AT_ONCE = 1024;

export interface Body {
  /** Probability of each block that its words are the article's; 0 where a rule excludes it. */
  readonly probability: Float64Array;
  /** 1 for each block kept. */
  readonly kept: Uint8Array;
}

/** Tells the blocks of the article's body from the rest of its page. */
export function selectBody(tree: Tree, blocks: readonly PageBlock[], hints: PageHints): Body {
  const width = FEATURES.length;
  const features = new BlockFeatures(tree, blocks, hints);
  const probability = new Float64Array(blocks.length);
  for (let first = 0; first < blocks.length; first += ROWS_AT_ONCE) {
    const end = Math.min(blocks.length, first + ROWS_AT_ONCE);
    const table = features.rows(first, end);
    for (let row = 0; row < table.length; row += width) {
      if (!isExcluded(table, row)) probability[first + row / width] = predictRow(weights, table, row);
    }
  }
  return { probability, kept: keepLikely(probability) };
}

/** Keeps what is likely enough; the page's likeliest blocks where nothing is, so that a page of an odd build does not come out empty. */
export function keepLikely(probability: Float64Array): Uint8Array {
  let best = 0;
  for (const value of probability) best = Math.max(best, value);
  const threshold = Math.min(THRESHOLD, best * THRESHOLD);
  return Uint8Array.from(probability, (value) => (value > 0 && value >= threshold ? 1 : 0));
}

const [FIGCAPTION, NAV, BUTTON, CAPTION, COMMENT, UNDER_COMMENTS, LIST_ITEM, STARTS_WITH_LINK, WORDS] = [
  'within.figcaption',
  'within.nav',
  'within.button',
  'named.caption',
  'named.comment',
  'underComments',
  'listItem',
  'signatureStartsWithLink',
  'words',
].map((name) => FEATURES.indexOf(name));

/** What is never the body, whatever else speaks for it: captions, menus, buttons, comments, lists of teasers. */
function isExcluded(features: Float32Array, row: number): boolean {
  return (
    features[row + FIGCAPTION] < FAR ||
    features[row + NAV] < FAR ||
    features[row + BUTTON] < FAR ||
    features[row + CAPTION] <= 2 ||
    features[row + COMMENT] <= 2 ||
    features[row + UNDER_COMMENTS] === 1 ||
    (features[row + LIST_ITEM] === 1 &&
      features[row + STARTS_WITH_LINK] > 0.9 &&
      features[row + WORDS] > Math.log(TEASER_WORDS))
  );
}

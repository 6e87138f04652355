import { type ObliviousTrees, treeScores } from '../model/boosted-trees.ts';
import { kindsOfWords, WORD_KINDS } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { NAME_KINDS } from './class-words.ts';
import { ANCESTORS, blockFeatures, FEATURES } from './features.ts';
import { ARTICLE_PROPERTY, PageFacts } from './page-facts.ts';
import { tagSet } from './tags.ts';
import type { Tree } from './tree.ts';

/** Probability from which a block counts as the body's. With an earlier set of trees, cross-validated, 0.25 to 0.45 gave the same F1. */
const THRESHOLD = 0.35;
/** Where no block that the rules leave is as probable as this, the rules do not count. */
const MISTAKEN = 0.1;
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
export function selectBody(tree: Tree, blocks: readonly PageBlock[], title: string, trees: ObliviousTrees): Body {
  const facts = new PageFacts(tree, blocks, title);
  const all = [...blocks.keys()];
  let probability = probabilities(
    facts,
    all.filter((index) => !isExcluded(facts, index)),
    trees,
  );
  // Rules that leave nothing have mistaken the page.
  if (!probability.some((value) => value >= MISTAKEN)) probability = probabilities(facts, all, trees);
  const likely = keepLikely(probability);
  const kept = likely.map((keep, index) =>
    keep === 1 || (probability[index] > 0 && isAmidBody(facts, likely, index)) ? 1 : 0,
  );
  return { probability, kept };
}

/** The probability of each block of the page, 0 for those that are not among `indices`. */
function probabilities(facts: PageFacts, indices: readonly number[], trees: ObliviousTrees): Float64Array {
  const result = new Float64Array(facts.blocks.length);
  for (let first = 0; first < indices.length; first += ROWS_AT_ONCE) {
    const some = indices.slice(first, first + ROWS_AT_ONCE);
    const logits = treeScores(trees, blockFeatures(facts, some), FEATURES.length);
    for (const [row, index] of some.entries()) result[index] = 1 / (1 + Math.exp(-logits[row]));
  }
  return result;
}

/** Keeps what is likely enough; the page's likeliest blocks where nothing is, so that a page of an odd build does not come out empty. */
export function keepLikely(probability: Float64Array): Uint8Array {
  let best = 0;
  for (const value of probability) best = Math.max(best, value);
  const threshold = Math.min(THRESHOLD, best * THRESHOLD);
  return Uint8Array.from(probability, (value) => (value > 0 && value >= threshold ? 1 : 0));
}

/** Elements that never hold the body, and how near a name must stand to say that a block is a caption or a comment. */
const NEVER = tagSet('button', 'figcaption', 'nav');
const NAMED_LEVELS = 2;
/** In what is named after other stories, only a block that is all a link is surely one. */
const RELATED = 1 << NAME_KINDS.indexOf('related');
const ALL_LINKED = 0.95;
const NEVER_NAMED = (1 << NAME_KINDS.indexOf('caption')) | (1 << NAME_KINDS.indexOf('comment'));

/** What is never the body, whatever else speaks for it: captions, menus, buttons, comments, other stories. On the training pages these hold 17,000 words, 35 of them the body's. */
function isExcluded(facts: PageFacts, index: number): boolean {
  const { tag, parent } = facts.tree;
  const { text, linked } = facts.blocks[index];
  const never = linked > ALL_LINKED * text.length ? NEVER_NAMED | RELATED : NEVER_NAMED;
  let node = facts.blocks[index].node;
  for (let level = 0; level < ANCESTORS && node > 0; level++, node = parent[node]) {
    if (NEVER[tag[node]] === 1) return true;
    if (level <= NAMED_LEVELS && (facts.kindsOfNode(node) & never) !== 0) return true;
  }
  return isTeaser(facts, index) || facts.isComment(index) || facts.isRelated(index);
}

function isTeaser(facts: PageFacts, index: number): boolean {
  const { text, kind, linked } = facts.blocks[index];
  const { words, letters, capitals } = facts.measures[index];
  if (linked > ALL_LINKED * text.length && capitals > 0.9 * letters && words >= SHOUTED_WORDS) return true;
  const { linkFirst, blocks } = facts.alike[index];
  return kind === 'list-item' && linkFirst > 0.9 * blocks && words >= TEASER_WORDS;
}

/** Kinds of block that the flow of an article is of, and elements that set a block apart within the flow without ending it. */
const FLOWING: ReadonlySet<PageBlock['kind']> = new Set(['list-item', 'paragraph', 'quotation']);
const WRAPPERS = tagSet('blockquote', 'ol', 'ul');
/** Names and words that say nothing against a block in the flow. */
const OPEN_NAMES = (['article', 'body', 'content', 'list', 'quotation'] as const).reduce(
  (bits, kind) => bits | (1 << NAME_KINDS.indexOf(kind)),
  ARTICLE_PROPERTY,
);
const OPEN_WORDS = 1 << WORD_KINDS.indexOf('date');

/** Whether a block of plain words stands in the flow between two blocks of the body: a short quotation is as little an insert as they are. */
function isAmidBody(facts: PageFacts, kept: Uint8Array, index: number): boolean {
  if (kept[index - 1] !== 1 || kept[index + 1] !== 1) return false;
  const { text, kind, links, node } = facts.blocks[index];
  if (!FLOWING.has(kind) || links > 0 || (kindsOfWords(text) & ~OPEN_WORDS) !== 0) return false;
  const { parent } = facts.tree;
  const flow = flowOf(facts, index);
  for (let at = node; at > flow; at = parent[at]) if ((facts.kindsOfNode(at) & ~OPEN_NAMES) !== 0) return false;
  return flowOf(facts, index - 1) === flow && flowOf(facts, index + 1) === flow;
}

/** The element whose flow a block stands in. */
function flowOf(facts: PageFacts, index: number): number {
  const { tag, parent } = facts.tree;
  let node = parent[facts.blocks[index].node];
  for (let level = 0; level < ANCESTORS && WRAPPERS[tag[node]] === 1; level++) node = parent[node];
  return node;
}

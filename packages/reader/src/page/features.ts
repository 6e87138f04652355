import { WORD_KINDS } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { NAME_KINDS } from './class-words.ts';
import {
  ARIA_HIDDEN,
  ARTICLE_PROPERTY,
  type Group,
  HEADINGS,
  likeness,
  overlap,
  PageFacts,
  type PageHints,
  pairs,
} from './page-facts.ts';
import { type Name, tagOf } from './tags.ts';
import type { Tree } from './tree.ts';

/** Ancestors looked at for a block. Real pages need fewer; a bound keeps hostile nesting linear. */
const ANCESTORS = 24;
/** Distances beyond this are all far. */
export const FAR = 12;
const NEIGHBOURS = [-2, -1, 1, 2];

const NEAR_TAGS: readonly Name[] = [
  'a',
  'article',
  'aside',
  'blockquote',
  'button',
  'div',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'section',
  'span',
  'table',
  'td',
  'ul',
];

/** The features of a block that do not depend on its neighbours, by name. */
const OWN = [
  'characters',
  'words',
  'linkDensity',
  'links',
  'emphasis',
  'wordLength',
  'endsSentence',
  'endsColon',
  'endsQuestion',
  'commas',
  'digits',
  'capitals',
  'lowerStart',
  'quotes',
  'lines',
  'sentences',
  'heading',
  'headingLevel',
  'paragraph',
  'listItem',
  'tableRow',
  'quotation',
  'code',
  'depth',
  'titleOverlap',
  'titleCover',
  'descriptionOverlap',
  'bodyOverlap',
  'hasArticleBody',
  'duplicate',
  'articleProp',
  'ariaHidden',
  'startsWithLink',
] as const;
const PLACE = [
  'index',
  'fromEnd',
  'wordsBefore',
  'wordsAfter',
  'afterHeadline',
  'sinceHeadline',
  'blocksInPage',
  'wordsInPage',
  'signatureCount',
  'signatureWords',
  'signatureLinks',
  'parentBlocks',
  'parentWords',
  'parentLinks',
  'parentShare',
  'grandparentWords',
  'grandparentLinks',
  'grandparentShare',
  'signatureStartsWithLink',
  'headlineUp',
  'headlineShare',
  'likeParents',
  'likeGrandparents',
  'likeGreatGrandparents',
  'parentHasLinkedBlock',
  'underRelated',
  'underComments',
] as const;
const CONTAINER = [
  'inside',
  'outsideBy',
  'commonShare',
  'insideBy',
  'containerWords',
  'containerShare',
  'fromFirst',
  'toLast',
] as const;
const CONTAINERS = ['density', 'heavy', 'semantic'] as const;
const NEIGHBOUR = ['words', 'linkDensity', 'endsSentence', 'sameParent', 'sameSignature', 'heading'] as const;

export const FEATURES: readonly string[] = [
  ...OWN,
  ...WORD_KINDS.map((kind) => `says.${kind}`),
  ...NEAR_TAGS.map((tag) => `within.${tag}`),
  ...NAME_KINDS.map((kind) => `named.${kind}`),
  ...PLACE,
  ...CONTAINERS.flatMap((container) => CONTAINER.map((name) => `${container}.${name}`)),
  ...NEIGHBOURS.flatMap((offset) => NEIGHBOUR.map((name) => `neighbour${offset}.${name}`)),
];

/** The features of a page's blocks, `FEATURES.length` to a row. */
export class BlockFeatures {
  private readonly facts: PageFacts;

  constructor(tree: Tree, blocks: readonly PageBlock[], hints: PageHints) {
    this.facts = new PageFacts(tree, blocks, hints);
  }

  /** The rows of the blocks `first .. end`, one after another. */
  rows(first: number, end: number): Float32Array {
    const width = FEATURES.length;
    const table = new Float32Array((end - first) * width);
    for (let index = first; index < end; index++) {
      let at = (index - first) * width;
      at = writeOwn(this.facts, table, at, index);
      at = writeSurroundings(this.facts, table, at, index);
      at = writePlace(this.facts, table, at, index);
      at = writeContainers(this.facts, table, at, index);
      writeNeighbours(this.facts, table, at, index);
    }
    return table;
  }
}

function writeOwn(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const block = facts.blocks[index];
  const { text } = block;
  const words = facts.words[index];
  const tag = facts.tree.tag[block.node];
  let at = start;
  let letters = 0;
  let digits = 0;
  let capitals = 0;
  let commas = 0;
  let quotes = 0;
  let lines = 1;
  let sentences = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) digits++;
    else if (c >= 65 && c <= 90) {
      capitals++;
      letters++;
    } else if ((c >= 97 && c <= 122) || c > 191) letters++;
    else if (c === 44) commas++;
    else if (c === 10) lines++;
    else if (c === 34) quotes++;
    else if ((c === 46 || c === 33 || c === 63) && text.charCodeAt(i + 1) === 32) sentences++;
    if (c >= 0x201c && c <= 0x201f) quotes++;
    if (c === 0x3002) sentences++;
  }
  const last = text.charAt(text.length - 1);
  row[at++] = Math.log1p(text.length);
  row[at++] = Math.log1p(words.length);
  row[at++] = block.linked / text.length;
  row[at++] = Math.min(block.links, 20);
  row[at++] = block.emphasized / text.length;
  row[at++] = letters / Math.max(1, words.length);
  row[at++] = '.!?”"…。\'’)'.includes(last) ? 1 : 0;
  row[at++] = last === ':' ? 1 : 0;
  row[at++] = last === '?' ? 1 : 0;
  row[at++] = Math.min(commas, 20);
  row[at++] = digits / text.length;
  row[at++] = capitals / Math.max(1, letters);
  row[at++] = /^\p{Ll}/u.test(text) ? 1 : 0;
  row[at++] = Math.min(quotes, 8);
  row[at++] = Math.min(lines, 20);
  row[at++] = Math.min(sentences, 20);
  row[at++] = block.kind === 'heading' ? 1 : 0;
  row[at++] = HEADINGS[tag] === 1 ? tag - tagOf('h1') + 1 : 0;
  row[at++] = tag === tagOf('p') ? 1 : 0;
  row[at++] = block.kind === 'list-item' ? 1 : 0;
  row[at++] = block.kind === 'table' ? 1 : 0;
  row[at++] = block.kind === 'quotation' ? 1 : 0;
  row[at++] = block.kind === 'code' ? 1 : 0;
  row[at++] = Math.min(facts.depth[block.node], 40);
  const inTitle = overlap(words, facts.title);
  row[at++] = inTitle / Math.max(1, words.length);
  row[at++] = Math.min(1, inTitle / Math.max(1, facts.title.size));
  row[at++] = overlap(words, facts.description) / Math.max(1, words.length);
  row[at++] =
    facts.articleBody.size === 0 ? -1 : overlap(pairs(words), facts.articleBody) / Math.max(1, words.length - 1);
  row[at++] = Math.log1p(facts.articleBody.size);
  row[at++] = Math.min(5, facts.seen.get(text) ?? 1);
  let above = 0;
  let node = block.node;
  for (let step = 0; step < ANCESTORS && node > 0; step++) {
    above |= facts.kindsOfNode(node);
    node = facts.tree.parent[node];
  }
  row[at++] = (above & ARTICLE_PROPERTY) === 0 ? 0 : 1;
  row[at++] = (above & ARIA_HIDDEN) === 0 ? 0 : 1;
  row[at++] = block.startsWithLink ? 1 : 0;
  const said = facts.said[index];
  for (let kind = 0; kind < WORD_KINDS.length; kind++) row[at++] = (said >> kind) & 1;
  return at;
}

/** For each kind of element and of name: how many levels up the nearest one stands, `FAR` for none. */
function writeSurroundings(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const tags = start;
  const names = start + NEAR_TAGS.length;
  row.fill(FAR, start, names + NAME_KINDS.length);
  let node = facts.blocks[index].node;
  for (let level = 0; level < ANCESTORS && node > 0; level++) {
    const distance = Math.min(level, FAR - 1);
    const near = NEAR_INDEX[facts.tree.tag[node]] ?? -1;
    if (near >= 0 && row[tags + near] === FAR) row[tags + near] = distance;
    let kinds = facts.kindsOfNode(node);
    kinds &= ARTICLE_PROPERTY - 1;
    for (let kind = 0; kinds !== 0; kind++, kinds >>= 1) {
      if ((kinds & 1) === 1 && row[names + kind] === FAR) row[names + kind] = distance;
    }
    node = facts.tree.parent[node];
  }
  return names + NAME_KINDS.length;
}

function writePlace(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const count = facts.blocks.length;
  const total = facts.wordsBefore[count];
  const before = facts.wordsBefore[index];
  let at = start;
  row[at++] = index / count;
  row[at++] = Math.min(200, count - index);
  row[at++] = before / Math.max(1, total);
  row[at++] = Math.log1p(total - before);
  row[at++] = facts.headline < 0 ? -1 : index > facts.headline ? 1 : 0;
  row[at++] = facts.headline < 0 ? 0 : clamp(index - facts.headline, -50, 200);
  row[at++] = Math.log1p(count);
  row[at++] = Math.log1p(total);
  const group = facts.bySignature.get(facts.signatures[index]) ?? EMPTY;
  row[at++] = Math.log1p(group.blocks);
  row[at++] = Math.log1p(group.words / Math.max(1, group.blocks));
  row[at++] = group.linked / Math.max(1, group.characters);
  const parent = facts.tree.parent[facts.blocks[index].node];
  const siblings = facts.byParent.get(parent) ?? EMPTY;
  row[at++] = Math.log1p(siblings.blocks);
  row[at++] = Math.log1p(siblings.words);
  row[at++] = siblings.linked / Math.max(1, siblings.characters);
  row[at++] = siblings.words / Math.max(1, total);
  const cousins = facts.byGrandparent.get(parent > 0 ? facts.tree.parent[parent] : 0) ?? EMPTY;
  row[at++] = Math.log1p(cousins.words);
  row[at++] = cousins.linked / Math.max(1, cousins.characters);
  row[at++] = cousins.words / Math.max(1, total);
  row[at++] = group.linkFirst / Math.max(1, group.blocks);
  at = writeHeadlinePlace(facts, row, at, facts.blocks[index].node);
  let above = parent;
  for (let level = 0; level < 3; level++) {
    row[at++] = above > 0 ? Math.log1p(facts.alike.get(likeness(facts.tree, above)) ?? 0) : 0;
    above = Math.max(0, facts.tree.parent[above] ?? 0);
  }
  row[at++] = siblings.allLinked > 0 ? 1 : 0;
  row[at++] = facts.isUnder(facts.underRelated, index) ? 1 : 0;
  row[at++] = facts.isUnder(facts.underComments, index) ? 1 : 0;
  return at;
}

/** How far up the element is that holds both the block and the headline, and how much of the page it holds. */
function writeHeadlinePlace(facts: PageFacts, row: Float32Array, start: number, node: number): number {
  let at = start;
  if (facts.headline < 0) {
    row[at++] = -1;
    row[at++] = -1;
    return at;
  }
  const headline = facts.blocks[facts.headline].node;
  let common = node;
  let up = 0;
  while (up < FAR && common > 0 && !(headline >= common && headline < facts.tree.end[common])) {
    common = facts.tree.parent[common];
    up++;
  }
  row[at++] = up;
  row[at++] = facts.wordsWithin[common] / Math.max(1, facts.wordsWithin[0]);
  return at;
}

function writeContainers(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  let at = start;
  const { end, parent } = facts.tree;
  const node = facts.blocks[index].node;
  const total = Math.max(1, facts.wordsBefore[facts.blocks.length]);
  for (const container of facts.containers) {
    const { node: top, firstBlock, lastBlock, words } = container;
    const inside = node >= top && node < end[top];
    let common = top;
    let up = 0;
    while (up < FAR && common > 0 && !(node >= common && node < end[common])) {
      common = parent[common];
      up++;
    }
    row[at++] = inside ? 1 : 0;
    row[at++] = up;
    row[at++] = facts.wordsWithin[common] / Math.max(1, facts.wordsWithin[0]);
    row[at++] = Math.min(FAR, facts.depth[node] - facts.depth[common]);
    row[at++] = Math.log1p(words);
    row[at++] = words / total;
    row[at++] = clamp(index - firstBlock, -50, 200);
    row[at++] = clamp(lastBlock - index, -50, 200);
  }
  return at;
}

function writeNeighbours(facts: PageFacts, row: Float32Array, start: number, index: number): void {
  let at = start;
  const block = facts.blocks[index];
  for (const offset of NEIGHBOURS) {
    const other = facts.blocks[index + offset];
    if (other === undefined) {
      row.fill(-1, at, at + NEIGHBOUR.length);
      at += NEIGHBOUR.length;
      continue;
    }
    row[at++] = Math.log1p(facts.words[index + offset].length);
    row[at++] = other.linked / other.text.length;
    row[at++] = '.!?”"…。'.includes(other.text.charAt(other.text.length - 1)) ? 1 : 0;
    row[at++] = facts.tree.parent[other.node] === facts.tree.parent[block.node] ? 1 : 0;
    row[at++] = facts.signatures[index] === facts.signatures[index + offset] ? 1 : 0;
    row[at++] = other.kind === 'heading' ? 1 : 0;
  }
}

const EMPTY: Group = { blocks: 0, words: 0, characters: 0, linked: 0, linkFirst: 0, allLinked: 0 };
const NEAR_INDEX = nearIndex();

function nearIndex(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  for (const [index, name] of NEAR_TAGS.entries()) table[tagOf(name)] = index;
  return table;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

import { NAME_KINDS } from './class-words.ts';
import { ARTICLE_PROPERTY, HEADINGS, type PageFacts } from './page-facts.ts';
import { type Name, tagOf } from './tags.ts';

/** Ancestors looked at for a block. Real pages need fewer; a bound keeps hostile nesting linear. */
export const ANCESTORS = 24;
/** Distances beyond this are all far. */
export const FAR = 12;
const NEIGHBOURS = [-1, 1];

const NEAR_TAGS: readonly Name[] = [
  'article',
  'blockquote',
  'button',
  'div',
  'figcaption',
  'figure',
  'li',
  'main',
  'nav',
  'p',
  'section',
  'table',
];

/** The features of a block that do not depend on its place, by name. */
const OWN = [
  'characters',
  'words',
  'linkDensity',
  'links',
  'emphasis',
  'wordLength',
  'endsSentence',
  'commas',
  'capitals',
  'sentences',
  'headingLevel',
  'paragraph',
  'listItem',
  'quotation',
  'depth',
  'titleCover',
  'copies',
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
  'alikeCount',
  'alikeWords',
  'alikeLinks',
  'alikeStartWithLink',
  'parentBlocks',
  'parentWords',
  'parentLinks',
  'parentShare',
  'parentHasLinkedBlock',
  'grandparentWords',
  'grandparentLinks',
  'grandparentShare',
  'headlineUp',
  'headlineShare',
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
const NEIGHBOUR = ['words', 'linkDensity', 'endsSentence', 'sameParent', 'alike'] as const;

export const FEATURES: readonly string[] = [
  ...OWN,
  'articleProp',
  ...NEAR_TAGS.map((tag) => `within.${tag}`),
  ...NAME_KINDS.map((kind) => `named.${kind}`),
  ...PLACE,
  ...CONTAINERS.flatMap((container) => CONTAINER.map((name) => `${container}.${name}`)),
  ...NEIGHBOURS.flatMap((offset) => NEIGHBOUR.map((name) => `neighbour${offset}.${name}`)),
];

/** Writes a row of features for each of some of a page's blocks, `FEATURES.length` to a row. */
export function blockFeatures(facts: PageFacts, indices: readonly number[]): Float32Array {
  const table = new Float32Array(indices.length * FEATURES.length);
  let at = 0;
  for (const index of indices) {
    at = writeOwn(facts, table, at, index);
    at = writeSurroundings(facts, table, at, index);
    at = writePlace(facts, table, at, index);
    at = writeContainers(facts, table, at, index);
    at = writeNeighbours(facts, table, at, index);
  }
  return table;
}

function writeOwn(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const { text, node, kind, linked, links, emphasized, startsWithLink } = facts.blocks[index];
  const { words, letters, capitals, commas, stops } = facts.measures[index];
  const tag = facts.tree.tag[node];
  let at = start;
  row[at++] = Math.log1p(text.length);
  row[at++] = Math.log1p(words);
  row[at++] = linked / text.length;
  row[at++] = Math.min(links, 20);
  row[at++] = emphasized / text.length;
  row[at++] = letters / Math.max(1, words);
  row[at++] = endsSentence(text) ? 1 : 0;
  row[at++] = Math.min(commas, 20);
  row[at++] = capitals / Math.max(1, letters);
  row[at++] = Math.min(stops, 20);
  row[at++] = HEADINGS[tag] === 1 ? tag - H1 + 1 : 0;
  row[at++] = tag === P ? 1 : 0;
  row[at++] = kind === 'list-item' ? 1 : 0;
  row[at++] = kind === 'quotation' ? 1 : 0;
  row[at++] = Math.min(facts.depth[node], 40);
  row[at++] = Math.min(1, facts.inTitle[index] / Math.max(1, facts.titleWords));
  row[at++] = Math.min(5, facts.copies[index]);
  row[at++] = startsWithLink ? 1 : 0;
  return at;
}

/** Whether the element is marked as the article's body; and for each kind of element and of name how many levels up the nearest one stands, `FAR` for none. */
function writeSurroundings(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const { tag, parent } = facts.tree;
  const tags = start + 1;
  const names = tags + NEAR_TAGS.length;
  row.fill(FAR, tags, names + NAME_KINDS.length);
  let seen = 0;
  let node = facts.blocks[index].node;
  for (let level = 0; level < ANCESTORS && node > 0; level++) {
    const distance = Math.min(level, FAR - 1);
    const near = tag[node] < NEAR_INDEX.length ? NEAR_INDEX[tag[node]] : -1;
    if (near >= 0 && row[tags + near] === FAR) row[tags + near] = distance;
    const kinds = facts.kindsOfNode(node);
    const first = kinds & ~seen & (ARTICLE_PROPERTY - 1);
    seen |= kinds;
    for (let kind = 0, bits = first; bits !== 0; kind++, bits >>= 1) if ((bits & 1) === 1) row[names + kind] = distance;
    node = parent[node];
  }
  row[start] = (seen & ARTICLE_PROPERTY) === 0 ? 0 : 1;
  return names + NAME_KINDS.length;
}

function writePlace(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  const count = facts.blocks.length;
  const total = facts.wordsBefore[count];
  const before = facts.wordsBefore[index];
  const { node } = facts.blocks[index];
  let at = start;
  row[at++] = index / count;
  row[at++] = Math.min(200, count - index);
  row[at++] = before / Math.max(1, total);
  row[at++] = Math.log1p(total - before);
  row[at++] = facts.headline < 0 ? -1 : index > facts.headline ? 1 : 0;
  row[at++] = facts.headline < 0 ? 0 : clamp(index - facts.headline, -50, 200);
  row[at++] = Math.log1p(count);
  row[at++] = Math.log1p(total);
  const alike = facts.alike[index];
  row[at++] = Math.log1p(alike.blocks);
  row[at++] = Math.log1p(alike.words / alike.blocks);
  row[at++] = alike.linked / alike.characters;
  row[at++] = alike.linkFirst / alike.blocks;
  const siblings = facts.siblings[index];
  row[at++] = Math.log1p(siblings.blocks);
  row[at++] = Math.log1p(siblings.words);
  row[at++] = siblings.linked / siblings.characters;
  row[at++] = siblings.words / Math.max(1, total);
  row[at++] = siblings.allLinked > 0 ? 1 : 0;
  const cousins = facts.cousins[index];
  row[at++] = Math.log1p(cousins.words);
  row[at++] = cousins.linked / cousins.characters;
  row[at++] = cousins.words / Math.max(1, total);
  at = writeHeadlinePlace(facts, row, at, node);
  row[at++] = facts.isRelated(index) ? 1 : 0;
  row[at++] = facts.isComment(index) ? 1 : 0;
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

function writeNeighbours(facts: PageFacts, row: Float32Array, start: number, index: number): number {
  let at = start;
  for (const offset of NEIGHBOURS) {
    const other = facts.blocks[index + offset];
    if (other === undefined) {
      row.fill(-1, at, at + NEIGHBOUR.length);
      at += NEIGHBOUR.length;
      continue;
    }
    row[at++] = Math.log1p(facts.measures[index + offset].words);
    row[at++] = other.linked / other.text.length;
    row[at++] = endsSentence(other.text) ? 1 : 0;
    row[at++] = facts.siblings[index] === facts.siblings[index + offset] ? 1 : 0;
    row[at++] = facts.alike[index] === facts.alike[index + offset] ? 1 : 0;
  }
  return at;
}

const H1 = tagOf('h1');
const P = tagOf('p');
const NEAR_INDEX = nearIndex();

function nearIndex(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  for (const [index, name] of NEAR_TAGS.entries()) table[tagOf(name)] = index;
  return table;
}

function endsSentence(text: string): boolean {
  return '.!?”"…。\'’)'.includes(text.charAt(text.length - 1));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

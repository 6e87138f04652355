import { kindsOfWords, WORD_KINDS } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { kindsOfName, NAME_KINDS } from './class-words.ts';
import { findContainers } from './containers.ts';
import { type Name, TEXT, tagOf, tagSet } from './tags.ts';
import type { Tree } from './tree.ts';

/** What a page says about itself, to be compared with its blocks. */
export interface PageHints {
  readonly title: string;
  readonly description: string;
  /** The article's text as the page's JSON-LD gives it: often cut, sometimes whole; '' for none. */
  readonly articleBody: string;
}

/** Ancestors looked at for a block. Real pages need fewer; a bound keeps hostile nesting linear. */
const ANCESTORS = 24;
/** Longest title of a section, in words, and how far up from a block its section's title may stand. */
const TITLE_WORDS = 8;
const SECTION_LEVELS = 3;
/** Bits above those of `NAME_KINDS`. */
const ARTICLE_PROPERTY = 1 << 28;
const ARIA_HIDDEN = 1 << 29;
const RELATED_NAME = NAME_KINDS.indexOf('related');
const COMMENT_NAME = NAME_KINDS.indexOf('comment');
const ALSO_WORDS = WORD_KINDS.indexOf('also');
const COMMENT_WORDS = WORD_KINDS.indexOf('comment');
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
const HEADINGS = tagSet('h1', 'h2', 'h3', 'h4', 'h5', 'h6');

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

interface Group {
  blocks: number;
  words: number;
  characters: number;
  linked: number;
  linkFirst: number;
  allLinked: number;
}

/** The features of a page's blocks, `FEATURES.length` to a row. */
export class BlockFeatures {
  private readonly tree: Tree;
  private readonly blocks: readonly PageBlock[];
  private readonly words: readonly string[][];
  private readonly wordsBefore: Float64Array;
  private readonly title: ReadonlySet<string>;
  private readonly description: ReadonlySet<string>;
  private readonly articleBody: ReadonlySet<string>;
  private readonly seen = new Map<string, number>();
  private readonly headline: number;
  private readonly signatures: readonly string[];
  private readonly bySignature = new Map<string, Group>();
  private readonly byParent = new Map<number, Group>();
  private readonly byGrandparent = new Map<number, Group>();
  private readonly kindsByName = new Map<string, number>();
  private readonly kindsByNode: Int32Array;
  /** `kindsOfWords` of each block. */
  private readonly said: Int32Array;
  private readonly depth: Int32Array;
  /** Words in the subtree of each element. */
  private readonly wordsWithin: Float64Array;
  /** How many elements of one parent have the same name and class. */
  private readonly alike: ReadonlyMap<string, number>;
  /** Elements with a title of related stories, of comments: the number of the block that is the title. */
  private readonly underRelated: ReadonlyMap<number, number>;
  private readonly underComments: ReadonlyMap<number, number>;
  private readonly containers: ReturnType<typeof findContainers>;

  constructor(tree: Tree, blocks: readonly PageBlock[], hints: PageHints) {
    this.tree = tree;
    this.blocks = blocks;
    this.words = blocks.map((block) => wordsOf(block.text));
    this.wordsBefore = new Float64Array(blocks.length + 1);
    for (let index = 0; index < blocks.length; index++) {
      this.wordsBefore[index + 1] = this.wordsBefore[index] + this.words[index].length;
    }
    this.kindsByNode = new Int32Array(tree.count).fill(-1);
    this.said = Int32Array.from(blocks, (block) => kindsOfWords(block.text));
    this.title = new Set(wordsOf(hints.title));
    this.description = new Set(wordsOf(hints.description));
    this.articleBody = new Set(pairs(wordsOf(hints.articleBody)));
    this.headline = this.findHeadline();
    this.signatures = blocks.map((block) => signature(tree, block.node));
    for (let index = 0; index < blocks.length; index++) {
      this.seen.set(blocks[index].text, (this.seen.get(blocks[index].text) ?? 0) + 1);
      const parent = tree.parent[blocks[index].node];
      this.join(this.bySignature, this.signatures[index], index);
      this.join(this.byParent, parent, index);
      this.join(this.byGrandparent, parent > 0 ? tree.parent[parent] : 0, index);
    }
    this.depth = depths(tree);
    this.wordsWithin = new Float64Array(tree.count);
    for (let index = 0; index < blocks.length; index++)
      this.wordsWithin[blocks[index].node] += this.words[index].length;
    for (let node = tree.count - 1; node > 0; node--) this.wordsWithin[tree.parent[node]] += this.wordsWithin[node];
    this.alike = countAlike(tree, this.wordsWithin);
    this.underRelated = this.findSections(RELATED_NAME, ALSO_WORDS);
    this.underComments = this.findSections(COMMENT_NAME, COMMENT_WORDS);
    this.containers = findContainers(
      tree,
      blocks,
      this.words.map((words) => words.length),
    );
  }

  /** The rows of the blocks `first .. end`, one after another. */
  rows(first: number, end: number): Float32Array {
    const width = FEATURES.length;
    const table = new Float32Array((end - first) * width);
    for (let index = first; index < end; index++) {
      let at = (index - first) * width;
      at = this.writeOwn(table, at, index);
      at = this.writeSurroundings(table, at, index);
      at = this.writePlace(table, at, index);
      at = this.writeContainers(table, at, index);
      this.writeNeighbours(table, at, index);
    }
    return table;
  }

  private writeOwn(row: Float32Array, start: number, index: number): number {
    const block = this.blocks[index];
    const { text } = block;
    const words = this.words[index];
    const tag = this.tree.tag[block.node];
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
    row[at++] = Math.min(this.depth[block.node], 40);
    const inTitle = overlap(words, this.title);
    row[at++] = inTitle / Math.max(1, words.length);
    row[at++] = Math.min(1, inTitle / Math.max(1, this.title.size));
    row[at++] = overlap(words, this.description) / Math.max(1, words.length);
    row[at++] =
      this.articleBody.size === 0 ? -1 : overlap(pairs(words), this.articleBody) / Math.max(1, words.length - 1);
    row[at++] = Math.log1p(this.articleBody.size);
    row[at++] = Math.min(5, this.seen.get(text) ?? 1);
    let above = 0;
    let node = block.node;
    for (let step = 0; step < ANCESTORS && node > 0; step++) {
      above |= this.kindsOfNode(node);
      node = this.tree.parent[node];
    }
    row[at++] = (above & ARTICLE_PROPERTY) === 0 ? 0 : 1;
    row[at++] = (above & ARIA_HIDDEN) === 0 ? 0 : 1;
    row[at++] = block.startsWithLink ? 1 : 0;
    const said = this.said[index];
    for (let kind = 0; kind < WORD_KINDS.length; kind++) row[at++] = (said >> kind) & 1;
    return at;
  }

  /** For each kind of element and of name: how many levels up the nearest one stands, `FAR` for none. */
  private writeSurroundings(row: Float32Array, start: number, index: number): number {
    const tags = start;
    const names = start + NEAR_TAGS.length;
    row.fill(FAR, start, names + NAME_KINDS.length);
    let node = this.blocks[index].node;
    for (let level = 0; level < ANCESTORS && node > 0; level++) {
      const distance = Math.min(level, FAR - 1);
      const near = NEAR_INDEX[this.tree.tag[node]] ?? -1;
      if (near >= 0 && row[tags + near] === FAR) row[tags + near] = distance;
      let kinds = this.kindsOfNode(node);
      kinds &= ARTICLE_PROPERTY - 1;
      for (let kind = 0; kinds !== 0; kind++, kinds >>= 1) {
        if ((kinds & 1) === 1 && row[names + kind] === FAR) row[names + kind] = distance;
      }
      node = this.tree.parent[node];
    }
    return names + NAME_KINDS.length;
  }

  private writePlace(row: Float32Array, start: number, index: number): number {
    const count = this.blocks.length;
    const total = this.wordsBefore[count];
    const before = this.wordsBefore[index];
    let at = start;
    row[at++] = index / count;
    row[at++] = Math.min(200, count - index);
    row[at++] = before / Math.max(1, total);
    row[at++] = Math.log1p(total - before);
    row[at++] = this.headline < 0 ? -1 : index > this.headline ? 1 : 0;
    row[at++] = this.headline < 0 ? 0 : clamp(index - this.headline, -50, 200);
    row[at++] = Math.log1p(count);
    row[at++] = Math.log1p(total);
    const group = this.bySignature.get(this.signatures[index]) ?? EMPTY;
    row[at++] = Math.log1p(group.blocks);
    row[at++] = Math.log1p(group.words / Math.max(1, group.blocks));
    row[at++] = group.linked / Math.max(1, group.characters);
    const parent = this.tree.parent[this.blocks[index].node];
    const siblings = this.byParent.get(parent) ?? EMPTY;
    row[at++] = Math.log1p(siblings.blocks);
    row[at++] = Math.log1p(siblings.words);
    row[at++] = siblings.linked / Math.max(1, siblings.characters);
    row[at++] = siblings.words / Math.max(1, total);
    const cousins = this.byGrandparent.get(parent > 0 ? this.tree.parent[parent] : 0) ?? EMPTY;
    row[at++] = Math.log1p(cousins.words);
    row[at++] = cousins.linked / Math.max(1, cousins.characters);
    row[at++] = cousins.words / Math.max(1, total);
    row[at++] = group.linkFirst / Math.max(1, group.blocks);
    at = this.writeHeadlinePlace(row, at, this.blocks[index].node);
    let above = parent;
    for (let level = 0; level < 3; level++) {
      row[at++] = above > 0 ? Math.log1p(this.alike.get(likeness(this.tree, above)) ?? 0) : 0;
      above = Math.max(0, this.tree.parent[above] ?? 0);
    }
    row[at++] = siblings.allLinked > 0 ? 1 : 0;
    row[at++] = this.isUnder(this.underRelated, index) ? 1 : 0;
    row[at++] = this.isUnder(this.underComments, index) ? 1 : 0;
    return at;
  }

  /** How far up the element is that holds both the block and the headline, and how much of the page it holds. */
  private writeHeadlinePlace(row: Float32Array, start: number, node: number): number {
    let at = start;
    if (this.headline < 0) {
      row[at++] = -1;
      row[at++] = -1;
      return at;
    }
    const headline = this.blocks[this.headline].node;
    let common = node;
    let up = 0;
    while (up < FAR && common > 0 && !(headline >= common && headline < this.tree.end[common])) {
      common = this.tree.parent[common];
      up++;
    }
    row[at++] = up;
    row[at++] = this.wordsWithin[common] / Math.max(1, this.wordsWithin[0]);
    return at;
  }

  private writeContainers(row: Float32Array, start: number, index: number): number {
    let at = start;
    const { end, parent } = this.tree;
    const node = this.blocks[index].node;
    const total = Math.max(1, this.wordsBefore[this.blocks.length]);
    for (const container of this.containers) {
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
      row[at++] = this.wordsWithin[common] / Math.max(1, this.wordsWithin[0]);
      row[at++] = Math.min(FAR, this.depth[node] - this.depth[common]);
      row[at++] = Math.log1p(words);
      row[at++] = words / total;
      row[at++] = clamp(index - firstBlock, -50, 200);
      row[at++] = clamp(lastBlock - index, -50, 200);
    }
    return at;
  }

  private writeNeighbours(row: Float32Array, start: number, index: number): void {
    let at = start;
    const block = this.blocks[index];
    for (const offset of NEIGHBOURS) {
      const other = this.blocks[index + offset];
      if (other === undefined) {
        row.fill(-1, at, at + NEIGHBOUR.length);
        at += NEIGHBOUR.length;
        continue;
      }
      row[at++] = Math.log1p(this.words[index + offset].length);
      row[at++] = other.linked / other.text.length;
      row[at++] = '.!?”"…。'.includes(other.text.charAt(other.text.length - 1)) ? 1 : 0;
      row[at++] = this.tree.parent[other.node] === this.tree.parent[block.node] ? 1 : 0;
      row[at++] = this.signatures[index] === this.signatures[index + offset] ? 1 : 0;
      row[at++] = other.kind === 'heading' ? 1 : 0;
    }
  }

  /** Elements whose first words, or a title among them, announce what is not the article. */
  private findSections(name: number, words: number): ReadonlyMap<number, number> {
    const sections = new Map<number, number>();
    for (let index = 0; index < this.blocks.length; index++) {
      if (this.words[index].length > TITLE_WORDS) continue;
      const { node, text, linked } = this.blocks[index];
      if (linked >= text.length) continue;
      const named = ((this.kindsOfNode(node) >> name) & 1) === 1;
      if (!named && ((this.said[index] >> words) & 1) === 0) continue;
      const parent = this.tree.parent[node];
      if (!sections.has(parent)) sections.set(parent, index);
    }
    return sections;
  }

  private isUnder(sections: ReadonlyMap<number, number>, index: number): boolean {
    let node = this.tree.parent[this.blocks[index].node];
    for (let level = 0; level < SECTION_LEVELS && node > 0; level++) {
      const title = sections.get(node);
      if (title !== undefined && title < index) return true;
      node = this.tree.parent[node];
    }
    return false;
  }

  /** What an element's attributes tell, as bits: those of `kindsOfName`, `ARTICLE_PROPERTY`, `ARIA_HIDDEN`. */
  private kindsOfNode(node: number): number {
    const known = this.kindsByNode[node];
    if (known >= 0) return known;
    const attributes = this.tree.attributes[node];
    let kinds = 0;
    if (attributes !== undefined) {
      const { id, role, itemprop } = attributes;
      const name = `${attributes.class ?? ''} ${id ?? ''} ${role ?? ''} ${itemprop ?? ''} ${attributes['data-component'] ?? ''} ${attributes['data-testid'] ?? ''}`;
      kinds = this.kindsByName.get(name) ?? kindsOfName(name);
      this.kindsByName.set(name, kinds);
      if (itemprop?.toLowerCase() === 'articlebody') kinds |= ARTICLE_PROPERTY;
      if (attributes['aria-hidden'] === 'true') kinds |= ARIA_HIDDEN;
    }
    this.kindsByNode[node] = kinds;
    return kinds;
  }

  /** The first-level heading nearest to the title, else the block that is most like the title; -1 for none. */
  private findHeadline(): number {
    let best = -1;
    let bestScore = 0;
    for (let index = 0; index < this.blocks.length; index++) {
      const words = this.words[index];
      if (words.length === 0 || words.length > 40) continue;
      const block = this.blocks[index];
      const shared = overlap(words, this.title);
      const dice = (2 * shared) / Math.max(1, words.length + this.title.size);
      const level = HEADINGS[this.tree.tag[block.node]] === 1 ? this.tree.tag[block.node] - tagOf('h1') + 1 : 9;
      const score = dice + (level === 1 ? 0.4 : level === 2 ? 0.1 : 0);
      if (score > bestScore && score >= 0.4) {
        best = index;
        bestScore = score;
      }
    }
    return best;
  }

  private join<K>(groups: Map<K, Group>, key: K, index: number): void {
    const group = groups.get(key) ?? { blocks: 0, words: 0, characters: 0, linked: 0, linkFirst: 0, allLinked: 0 };
    group.blocks++;
    group.words += this.words[index].length;
    group.characters += this.blocks[index].text.length;
    group.linked += this.blocks[index].linked;
    if (this.blocks[index].startsWithLink) group.linkFirst++;
    if (this.blocks[index].linked >= 0.9 * this.blocks[index].text.length) group.allLinked++;
    groups.set(key, group);
  }
}

const EMPTY: Group = { blocks: 0, words: 0, characters: 0, linked: 0, linkFirst: 0, allLinked: 0 };
const NEAR_INDEX = nearIndex();

function nearIndex(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  for (const [index, name] of NEAR_TAGS.entries()) table[tagOf(name)] = index;
  return table;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function pairs(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 1; at < words.length; at++) result.push(`${words[at - 1]} ${words[at]}`);
  return result;
}

function overlap(items: readonly string[], set: ReadonlySet<string>): number {
  if (set.size === 0) return 0;
  let count = 0;
  for (const item of items) if (set.has(item)) count++;
  return count;
}

function signature(tree: Tree, node: number): string {
  const parent = Math.max(0, tree.parent[node]);
  return `${tree.tag[node]}.${tree.attributes[node]?.class ?? ''} ${tree.tag[parent]}.${tree.attributes[parent]?.class ?? ''}`;
}

/** What siblings of one template share. */
function likeness(tree: Tree, node: number): string {
  return `${tree.parent[node]} ${tree.tag[node]} ${tree.attributes[node]?.class ?? ''}`;
}

function countAlike(tree: Tree, wordsWithin: Float64Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (let node = 1; node < tree.count; node++) {
    if (wordsWithin[node] === 0 || tree.tag[node] === TEXT) continue;
    const key = likeness(tree, node);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function depths(tree: Tree): Int32Array {
  const depth = new Int32Array(tree.count);
  for (let node = 1; node < tree.count; node++) depth[node] = depth[tree.parent[node]] + 1;
  return depth;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

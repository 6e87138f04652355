import { announcesComments, announcesOthers, kindsOfWords } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { kindsOfName, NAME_KINDS } from './class-words.ts';
import { type Container, findContainers } from './containers.ts';
import { TEXT, tagOf, tagSet } from './tags.ts';
import type { Tree } from './tree.ts';

/** What a page says about itself, to be compared with its blocks. */
export interface PageHints {
  readonly title: string;
  readonly description: string;
  /** The article's text as the page's JSON-LD gives it: often cut, sometimes whole; '' for none. */
  readonly articleBody: string;
}

/** Longest title of a section, in words, and how far up from a block its section's title may stand. */
const TITLE_WORDS = 8;
const SECTION_LEVELS = 3;
/** Bits above those of `NAME_KINDS`. */
export const ARTICLE_PROPERTY = 1 << 28;
export const ARIA_HIDDEN = 1 << 29;
const RELATED_NAME = NAME_KINDS.indexOf('related');
const COMMENT_NAME = NAME_KINDS.indexOf('comment');
export const HEADINGS = tagSet('h1', 'h2', 'h3', 'h4', 'h5', 'h6');

/** Blocks that share something: their parent, their build. */
export interface Group {
  blocks: number;
  words: number;
  characters: number;
  linked: number;
  linkFirst: number;
  allLinked: number;
}

/** What the features of a page's blocks are read from, gathered once for the page. */
export class PageFacts {
  readonly tree: Tree;
  readonly blocks: readonly PageBlock[];
  readonly words: readonly string[][];
  readonly wordsBefore: Float64Array;
  readonly title: ReadonlySet<string>;
  readonly description: ReadonlySet<string>;
  readonly articleBody: ReadonlySet<string>;
  readonly seen = new Map<string, number>();
  readonly headline: number;
  readonly signatures: readonly string[];
  readonly bySignature = new Map<string, Group>();
  readonly byParent = new Map<number, Group>();
  readonly byGrandparent = new Map<number, Group>();
  readonly kindsByName = new Map<string, number>();
  readonly kindsByNode: Int32Array;
  /** `kindsOfWords` of each block. */
  readonly said: Int32Array;
  readonly depth: Int32Array;
  /** Words in the subtree of each element. */
  readonly wordsWithin: Float64Array;
  /** How many elements of one parent have the same name and class. */
  readonly alike: ReadonlyMap<string, number>;
  /** Elements with a title of related stories, of comments: the number of the block that is the title. */
  readonly underRelated: ReadonlyMap<number, number>;
  readonly underComments: ReadonlyMap<number, number>;
  readonly containers: readonly Container[];

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
    this.underRelated = this.findSections(RELATED_NAME, announcesOthers);
    this.underComments = this.findSections(COMMENT_NAME, announcesComments);
    this.containers = findContainers(
      tree,
      blocks,
      this.words.map((words) => words.length),
    );
  }

  /**
   * Elements whose first block is a title that announces what is not the article, by its name or its words. A title further down says
   * nothing of its element: the body may go on after it.
   */
  private findSections(name: number, announces: (text: string) => boolean): ReadonlyMap<number, number> {
    const { parent, end } = this.tree;
    const sections = new Map<number, number>();
    for (let index = 0; index < this.blocks.length; index++) {
      if (this.words[index].length > TITLE_WORDS) continue;
      const { node, text } = this.blocks[index];
      const section = parent[node];
      const before = index === 0 ? -1 : this.blocks[index - 1].node;
      if ((before >= section && before < end[section]) || isSentence(text)) continue;
      if (((this.kindsOfNode(node) >> name) & 1) === 1 || announces(text)) sections.set(section, index);
    }
    return sections;
  }

  isUnder(sections: ReadonlyMap<number, number>, index: number): boolean {
    let node = this.tree.parent[this.blocks[index].node];
    for (let level = 0; level < SECTION_LEVELS && node > 0; level++) {
      const title = sections.get(node);
      if (title !== undefined && title < index) return true;
      node = this.tree.parent[node];
    }
    return false;
  }

  /** What an element's attributes tell, as bits: those of `kindsOfName`, `ARTICLE_PROPERTY`, `ARIA_HIDDEN`. */
  kindsOfNode(node: number): number {
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

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

export function pairs(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 1; at < words.length; at++) result.push(`${words[at - 1]} ${words[at]}`);
  return result;
}

export function overlap(items: readonly string[], set: ReadonlySet<string>): number {
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
export function likeness(tree: Tree, node: number): string {
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

function isSentence(text: string): boolean {
  return /[^.][.!]$/.test(text);
}

import { announcesComments, announcesOthers } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { kindsOfName, NAME_KINDS } from './class-words.ts';
import { type Container, findContainers } from './containers.ts';
import { tagOf, tagSet } from './tags.ts';
import { measureText, type TextMeasure } from './text-measure.ts';
import type { Tree } from './tree.ts';

/** Longest title of a section, in words, and how far up from a block its section's title may stand. */
const TITLE_WORDS = 8;
const SECTION_LEVELS = 3;
/** Longest block, in words, that may be the headline. */
const HEADLINE_WORDS = 40;
/** Bits above those of `NAME_KINDS`. */
export const ARTICLE_PROPERTY = 1 << 28;
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
  readonly measures: readonly TextMeasure[];
  readonly wordsBefore: Float64Array;
  /** Words of the page's title, without repetition, and how many words of each block are among them; 0 for blocks too long to be headlines. */
  readonly titleWords: number;
  readonly inTitle: Uint32Array;
  readonly headline: number;
  /** How many blocks have the same text. */
  readonly copies: Int32Array;
  /** Of each block: those of its parent, of its grandparent, of elements with the same names and classes. */
  readonly siblings: readonly Group[];
  readonly cousins: readonly Group[];
  readonly alike: readonly Group[];
  readonly depth: Int32Array;
  /** Words in the subtree of each element. */
  readonly wordsWithin: Float64Array;
  readonly containers: readonly Container[];
  /** Elements with a title of related stories, of comments: the number of the block that is the title. */
  private readonly underRelated: ReadonlyMap<number, number>;
  private readonly underComments: ReadonlyMap<number, number>;
  private readonly kindsByName = new Map<string, number>();
  private readonly kindsByNode: Int32Array;

  constructor(tree: Tree, blocks: readonly PageBlock[], title: string) {
    this.tree = tree;
    this.blocks = blocks;
    this.measures = blocks.map((block) => measureText(block.text));
    this.wordsBefore = new Float64Array(blocks.length + 1);
    this.wordsWithin = new Float64Array(tree.count);
    for (let index = 0; index < blocks.length; index++) {
      const { words } = this.measures[index];
      this.wordsBefore[index + 1] = this.wordsBefore[index] + words;
      this.wordsWithin[blocks[index].node] += words;
    }
    for (let node = tree.count - 1; node > 0; node--) this.wordsWithin[tree.parent[node]] += this.wordsWithin[node];
    this.kindsByNode = new Int32Array(tree.count).fill(-1);
    const titleWords = new Set(wordsOf(title));
    this.titleWords = titleWords.size;
    this.inTitle = Uint32Array.from(blocks, ({ text }, index) =>
      this.measures[index].words > HEADLINE_WORDS ? 0 : countIn(titleWords, text),
    );
    this.headline = this.findHeadline();
    this.copies = this.countCopies();
    this.siblings = this.group((node) => tree.parent[node]);
    this.cousins = this.group((node) => Math.max(0, tree.parent[Math.max(0, tree.parent[node])]));
    this.alike = this.group(builds(tree));
    this.depth = depths(tree);
    this.underRelated = this.findSections(RELATED_NAME, announcesOthers);
    this.underComments = this.findSections(COMMENT_NAME, announcesComments);
    this.containers = findContainers(
      tree,
      blocks,
      this.measures.map(({ words }) => words),
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
      if (this.measures[index].words > TITLE_WORDS) continue;
      const { node, text } = this.blocks[index];
      const section = parent[node];
      const before = index === 0 ? -1 : this.blocks[index - 1].node;
      if ((before >= section && before < end[section]) || isSentence(text)) continue;
      if (((this.kindsOfNode(node) >> name) & 1) === 1 || announces(text)) sections.set(section, index);
    }
    return sections;
  }

  /** Whether a title of other stories stands over the block. */
  isRelated(index: number): boolean {
    return this.isUnder(this.underRelated, index);
  }

  /** Whether a title of readers' comments stands over the block. */
  isComment(index: number): boolean {
    return this.isUnder(this.underComments, index);
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

  /** What an element's attributes tell, as bits: those of `kindsOfName` and `ARTICLE_PROPERTY`. */
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
    }
    this.kindsByNode[node] = kinds;
    return kinds;
  }

  /** The first-level heading nearest to the title, else the block that is most like the title; -1 for none. */
  private findHeadline(): number {
    let best = -1;
    let bestScore = 0;
    for (let index = 0; index < this.blocks.length; index++) {
      const { words } = this.measures[index];
      if (words === 0 || words > HEADLINE_WORDS) continue;
      const tag = this.tree.tag[this.blocks[index].node];
      const dice = (2 * this.inTitle[index]) / Math.max(1, words + this.titleWords);
      const score = dice + (tag === H1 ? 0.4 : tag === H2 ? 0.1 : 0);
      if (score > bestScore && score >= 0.4) {
        best = index;
        bestScore = score;
      }
    }
    return best;
  }

  private countCopies(): Int32Array {
    const counts = new Map<string, number>();
    for (const { text } of this.blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
    return Int32Array.from(this.blocks, ({ text }) => counts.get(text) ?? 1);
  }

  private group(keyOf: (node: number) => number): Group[] {
    const groups = new Map<number, Group>();
    return this.blocks.map((block, index) => {
      const key = keyOf(block.node);
      let group = groups.get(key);
      if (group === undefined) {
        group = { blocks: 0, words: 0, characters: 0, linked: 0, linkFirst: 0, allLinked: 0 };
        groups.set(key, group);
      }
      group.blocks++;
      group.words += this.measures[index].words;
      group.characters += block.text.length;
      group.linked += block.linked;
      if (block.startsWithLink) group.linkFirst++;
      if (block.linked >= 0.9 * block.text.length) group.allLinked++;
      return group;
    });
  }
}

const H1 = tagOf('h1');
const H2 = tagOf('h2');

/** Words of a text in lower case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function countIn(words: ReadonlySet<string>, text: string): number {
  if (words.size === 0) return 0;
  let count = 0;
  for (const word of wordsOf(text)) if (words.has(word)) count++;
  return count;
}

/** Pages with more of them have some builds counted together. */
const MOST_CLASSES = 2 ** 16;
const MOST_TAGS = 2 ** 10;

/** A number for the names and classes of an element and its parent. */
function builds(tree: Tree): (node: number) => number {
  const classes = new Map<string, number>();
  const build = (node: number) => {
    const name = tree.attributes[node]?.class ?? '';
    let number = classes.get(name);
    if (number === undefined) {
      number = classes.size;
      classes.set(name, number);
    }
    return (number % MOST_CLASSES) * MOST_TAGS + (tree.tag[node] % MOST_TAGS);
  };
  const above = MOST_CLASSES * MOST_TAGS;
  return (node) => build(node) + above * build(Math.max(0, tree.parent[node]));
}

function depths(tree: Tree): Int32Array {
  const depth = new Int32Array(tree.count);
  for (let node = 1; node < tree.count; node++) depth[node] = depth[tree.parent[node]] + 1;
  return depth;
}

function isSentence(text: string): boolean {
  return /[^.][.!]$/.test(text);
}

import { isoDate } from './dates.ts';
import { type Name, TEXT, tagOf, tagSet } from './tags.ts';
import type { Tree } from './tree.ts';

const A = tagOf('a');
const ADDRESS_OF_AUTHOR = tagSet(
  'a',
  'span',
  'p',
  'div',
  'address',
  'strong',
  'b',
  'em',
  'i',
  'li',
  'h3',
  'h4',
  'h5',
  'h6',
  'small',
  'cite',
);
const BYLINE = /(?:^|[\s_-])(?:byline|author|author-name|article-author|post-author|entry-author)(?:$|[\s_-])/i;
/** Longest run of text nodes read as one value. */
const MOST_TEXTS = 40;
/** Longest text node read as part of one. */
const LONGEST_TEXT = 500;

/** The first value of each thing that a page's elements state. */
export class StatedFacts {
  private readonly tree: Tree;
  private readonly metas = new Map<string, string>();
  private readonly properties = new Map<string, number>();
  private readonly firsts = new Map<number, number>();
  private canonicalLink: string | undefined;
  private readonly authors: number[] = [];
  private readonly bylines: number[] = [];
  private readonly times: number[] = [];

  constructor(tree: Tree) {
    this.tree = tree;
    for (let node = 1; node < tree.count; node++) {
      const tag = tree.tag[node];
      if (tag === TEXT) continue;
      if ((tag === H1 || tag === TITLE || tag === HTML) && !this.firsts.has(tag)) this.firsts.set(tag, node);
      const attributes = tree.attributes[node];
      if (tag === TIME) this.times.push(node);
      if (attributes === undefined) continue;
      if (tag === META) {
        const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
        if (name !== undefined && attributes.content && !this.metas.has(name)) this.metas.set(name, attributes.content);
      }
      if (attributes.itemprop !== undefined) {
        for (const name of attributes.itemprop.toLowerCase().split(' '))
          if (!this.properties.has(name)) this.properties.set(name, node);
      }
      if (tag === LINK && this.canonicalLink === undefined && attributes.rel?.toLowerCase() === 'canonical')
        this.canonicalLink = attributes.href;
      if (tag === A && attributes.rel?.toLowerCase().includes('author') === true) this.authors.push(node);
      if (attributes.class !== undefined && ADDRESS_OF_AUTHOR[tag] === 1 && BYLINE.test(attributes.class))
        this.bylines.push(node);
    }
  }

  meta(name: string): string | undefined {
    return this.metas.get(name);
  }

  microdata(name: string): string | undefined {
    const node = this.properties.get(name);
    if (node === undefined) return undefined;
    const { tree } = this;
    const attributes = tree.attributes[node];
    const inner = attributes?.itemscope === undefined ? undefined : this.nameWithin(node);
    return attributes?.content ?? attributes?.datetime ?? inner ?? this.words(node);
  }

  canonical(): string | undefined {
    return this.canonicalLink;
  }

  language(): string {
    const node = this.firsts.get(HTML);
    return (node === undefined ? undefined : this.tree.attributes[node]?.lang) ?? '';
  }

  heading(): string | undefined {
    const node = this.firsts.get(H1);
    return node === undefined ? undefined : this.words(node);
  }

  title(): string | undefined {
    const node = this.firsts.get(TITLE);
    return node === undefined ? undefined : this.words(node);
  }

  visibleAuthors(): string[] {
    const linked = this.authors.slice(0, 5).map((node) => this.words(node));
    if (linked.some((name) => name !== '')) return linked;
    const node = this.bylines.find((candidate) => /^\s*(?:by\b|[\p{Lu}])/iu.test(this.words(candidate)));
    if (node === undefined) return [];
    // What follows the names (a role, a date, a count of comments) is cut off at the first digit, bar or line.
    return [this.words(node).split(/[\d|•·\n(]|\s{3,}/)[0]].filter((name) => name.length < 80);
  }

  visibleTime(): string {
    for (const node of this.times) {
      const stated = this.tree.attributes[node]?.datetime ?? this.words(node);
      if (isoDate(stated) !== undefined) return stated;
    }
    return '';
  }

  private nameWithin(node: number): string | undefined {
    const { tree } = this;
    const limit = Math.min(tree.end[node], node + 4 * MOST_TEXTS);
    for (let inner = node + 1; inner < limit; inner++) {
      const attributes = tree.attributes[inner];
      if (attributes?.itemprop === 'name') return attributes.content ?? this.words(inner);
    }
    return undefined;
  }

  private words(node: number): string {
    const { tree } = this;
    const parts: string[] = [];
    const limit = Math.min(tree.end[node], node + 10 * MOST_TEXTS);
    for (let inner = node; inner < limit && parts.length < MOST_TEXTS; inner++) {
      if (tree.tag[inner] === TEXT) parts.push(tree.text[inner].slice(0, LONGEST_TEXT));
    }
    return parts.join('').trim();
  }
}

const [H1, HTML, LINK, META, TIME, TITLE] = (['h1', 'html', 'link', 'meta', 'time', 'title'] satisfies Name[]).map(
  tagOf,
);

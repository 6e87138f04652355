import { Tokenizer } from 'htmlparser2';
import { knownTag, NAMES, type Name, ROOT, TEXT, tagOf, tagSet } from './tags.ts';

/**
 * A parsed page as parallel arrays over its nodes in document order, so that the subtree of node `n` is the run
 * `n .. end[n]` and every walk is a loop. Node 0 is the root, above `html`.
 */
export interface Tree {
  readonly count: number;
  /** Number of the element's name (`tags.ts`), `TEXT` for text. */
  readonly tag: readonly number[];
  readonly parent: readonly number[];
  /** Index after the last node inside this one. */
  readonly end: readonly number[];
  /** The words of a text node, entities decoded; empty for elements. */
  readonly text: readonly string[];
  /** The attributes that matter to a reader (`ATTRIBUTES`); undefined where an element has none of them. */
  readonly attributes: readonly (Attributes | undefined)[];
}

export type Attributes = Partial<Record<AttributeName, string>>;

const ATTRIBUTES = [
  'alt',
  'aria-hidden',
  'charset',
  'class',
  'content',
  'data-component',
  'data-testid',
  'datetime',
  'dir',
  'hidden',
  'href',
  'id',
  'itemid',
  'itemprop',
  'itemscope',
  'itemtype',
  'lang',
  'name',
  'property',
  'rel',
  'role',
  'style',
  'title',
  'type',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];
const ATTRIBUTE_NAMES: ReadonlyMap<string, AttributeName> = new Map(ATTRIBUTES.map((name) => [name, name]));

/** Attribute values are cut here: no field that we read is longer, and a data URI may be megabytes. */
const LONGEST_VALUE = 20_000;

/**
 * Parses HTML as browsers do as far as text is concerned: implied end tags, stray end tags, raw text, entities. Never throws;
 * time grows linearly with length, however deep the nesting. Comments are dropped, and the words of scripts and styles
 * unless they are JSON-LD.
 */
export function parseTree(html: string): Tree {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({}, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

const VOID = tagSet(
  'area',
  'base',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
);

/** Elements that an end tag of an inline element does not cross (the "special" category of the HTML standard). */
const SPECIAL = tagSet(
  'address',
  'applet',
  'article',
  'aside',
  'blockquote',
  'body',
  'button',
  'caption',
  'center',
  'colgroup',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'frameset',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'head',
  'header',
  'hgroup',
  'html',
  'iframe',
  'li',
  'listing',
  'main',
  'marquee',
  'menu',
  'nav',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'ol',
  'p',
  'plaintext',
  'pre',
  'script',
  'search',
  'section',
  'select',
  'style',
  'summary',
  'table',
  'tbody',
  'td',
  'template',
  'textarea',
  'tfoot',
  'th',
  'thead',
  'title',
  'tr',
  'ul',
  'xmp',
);

/** Elements that no end tag crosses, save those of tables. */
const SCOPE = tagSet('applet', 'caption', 'html', 'table', 'td', 'th', 'marquee', 'object', 'template', '#root');
const TABLE_PARTS = tagSet('caption', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'html', 'body');

/** An opening tag of the key closes an element of the values that is still open just above it. */
const CLOSED_BY_OPENING: ReadonlyMap<number, Uint8Array> = impliedEnds();

class TreeBuilder {
  private readonly html: string;
  private readonly tag: number[] = [];
  private readonly parent: number[] = [];
  private readonly ends: number[] = [];
  private readonly text: string[] = [];
  private readonly attributes: (Attributes | undefined)[] = [];

  /** Open elements, outermost first, and for each the depth of the one before it with the same name, the nearest special one and the nearest scope. */
  private readonly open: number[] = [];
  private readonly sameName: number[] = [];
  private readonly special: number[] = [];
  private readonly scope: number[] = [];
  /** Depth of the innermost open element of a name, -1 for none. */
  private readonly innermost: number[] = new Array<number>(NAMES.length).fill(-1);
  private readonly unknown = new Map<string, number>();

  private opening = -1;
  private attribute: AttributeName | undefined;
  private value = '';
  private pending = '';

  constructor(html: string) {
    this.html = html;
    this.add(ROOT, '');
    this.push(0, ROOT);
  }

  finish(): Tree {
    this.flush();
    while (this.open.length > 0) this.pop();
    const { tag, parent, ends, text, attributes } = this;
    return { count: tag.length, tag, parent, end: ends, text, attributes };
  }

  ontext(start: number, end: number): void {
    this.pending += this.html.slice(start, end);
  }

  ontextentity(codePoint: number): void {
    this.pending += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.flush();
    const tag = this.number(this.html.slice(start, end).toLowerCase());
    const closed = CLOSED_BY_OPENING.get(tag);
    if (closed !== undefined) {
      while (this.open.length > 1 && closed[this.tag[this.open[this.open.length - 1]]] === 1) this.pop();
    }
    this.opening = this.add(tag, '');
  }

  onattribname(start: number, end: number): void {
    this.attribute = ATTRIBUTE_NAMES.get(this.html.slice(start, end).toLowerCase());
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== undefined && this.value.length < LONGEST_VALUE) {
      this.value += this.html.slice(start, Math.min(end, start + LONGEST_VALUE));
    }
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== undefined && this.value.length < LONGEST_VALUE)
      this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.attribute === undefined || this.opening < 0) return;
    const attributes = this.attributes[this.opening] ?? {};
    attributes[this.attribute] ??= this.value;
    this.attributes[this.opening] = attributes;
    this.attribute = undefined;
  }

  onopentagend(): void {
    const node = this.opening;
    if (node < 0) return;
    this.opening = -1;
    if (VOID[this.tag[node]] !== 1) this.push(node, this.tag[node]);
  }

  /** HTML ignores the slash of `<div/>`; in SVG, where it counts, nothing that we read depends on it. */
  onselfclosingtag(): void {
    const node = this.opening;
    if (node >= 0 && (this.innermost[SVG] >= 0 || this.innermost[MATH] >= 0)) this.opening = -1;
    else this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    this.flush();
    const name = this.html.slice(start, end).toLowerCase();
    const tag = knownTag(name) ?? this.unknown.get(name);
    if (tag === BR) {
      this.add(BR, '');
      return;
    }
    if (tag === undefined) return;
    const depth = this.innermost[tag];
    if (depth < 0) return;
    const top = this.open.length - 1;
    const barrier = TABLE_PARTS[tag] === 1 ? -1 : SPECIAL[tag] === 1 ? this.scope[top] : this.special[top];
    if (depth < barrier) return;
    while (this.open.length > depth) this.pop();
  }

  isInForeignContext(): boolean {
    return this.innermost[SVG] >= 0 || this.innermost[MATH] >= 0;
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isInForeignContext()) this.ontext(start, end - offset);
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private number(name: string): number {
    const known = knownTag(name) ?? this.unknown.get(name);
    if (known !== undefined) return known;
    const number = NAMES.length + this.unknown.size;
    this.unknown.set(name, number);
    this.innermost[number] = -1;
    return number;
  }

  private add(tag: number, text: string): number {
    const node = this.tag.length;
    this.tag.push(tag);
    this.parent.push(this.open.length === 0 ? -1 : this.open[this.open.length - 1]);
    this.ends.push(node + 1);
    this.text.push(text);
    this.attributes.push(undefined);
    return node;
  }

  private flush(): void {
    if (this.pending === '') return;
    const inside = this.tag[this.open[this.open.length - 1]];
    if (inside !== STYLE && (inside !== SCRIPT || this.isJsonLd(this.open[this.open.length - 1])))
      this.add(TEXT, this.pending);
    this.pending = '';
  }

  private isJsonLd(script: number): boolean {
    return this.attributes[script]?.type?.toLowerCase().includes('ld+json') === true;
  }

  private push(node: number, tag: number): void {
    const depth = this.open.length;
    this.open.push(node);
    this.sameName.push(this.innermost[tag]);
    this.innermost[tag] = depth;
    this.special.push(SPECIAL[tag] === 1 || depth === 0 ? depth : this.special[depth - 1]);
    this.scope.push(SCOPE[tag] === 1 || depth === 0 ? depth : this.scope[depth - 1]);
  }

  private pop(): void {
    const node = this.open.pop();
    const before = this.sameName.pop();
    this.special.pop();
    this.scope.pop();
    if (node === undefined || before === undefined) return;
    this.innermost[this.tag[node]] = before;
    this.ends[node] = this.tag.length;
  }
}

const BR = tagOf('br');
const MATH = tagOf('math');
const SCRIPT = tagOf('script');
const STYLE = tagOf('style');
const SVG = tagOf('svg');

function impliedEnds(): ReadonlyMap<number, Uint8Array> {
  const table = new Map<number, Uint8Array>();
  const rule = (closed: Name[], openings: Name[]) => {
    for (const opening of openings) table.set(tagOf(opening), tagSet(...closed));
  };
  rule(
    ['p'],
    [
      'address',
      'article',
      'aside',
      'blockquote',
      'center',
      'details',
      'dir',
      'div',
      'dl',
      'fieldset',
      'figcaption',
      'figure',
      'footer',
      'form',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'header',
      'hgroup',
      'hr',
      'main',
      'menu',
      'nav',
      'ol',
      'p',
      'pre',
      'search',
      'section',
      'table',
      'ul',
    ],
  );
  rule(['p', 'li'], ['li']);
  rule(['p', 'dt', 'dd'], ['dt', 'dd']);
  rule(['p', 'td', 'th', 'caption', 'colgroup'], ['td', 'th']);
  rule(['p', 'td', 'th', 'tr', 'caption', 'colgroup'], ['tr']);
  rule(['p', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup'], ['tbody', 'thead', 'tfoot']);
  rule(['option'], ['option']);
  rule(['option', 'optgroup'], ['optgroup']);
  rule(['head', 'title', 'script', 'style'], ['body']);
  return table;
}

import type { Block } from '../reading.ts';
import { TEXT, tagOf, tagSet } from './tags.ts';
import type { Tree } from './tree.ts';

/** A run of words that a browser would show as one block: a paragraph, a heading, an item, a row of a table. */
export interface PageBlock {
  /** White space collapsed, `\n` for a line break, a tab between the cells of a row. Never blank. */
  readonly text: string;
  readonly kind: Block['kind'];
  /** The element whose block it is. */
  readonly node: number;
  /** First and last text node. */
  readonly first: number;
  readonly last: number;
  /** Characters inside links, inside bold or italic type. */
  readonly linked: number;
  readonly emphasized: number;
  readonly links: number;
  /** Whether the first words are a link. */
  readonly startsWithLink: boolean;
  /** Target of the first link. */
  readonly href?: string;
}

/** All visible blocks of a page, in order. Words that a reader does not see (scripts, forms' fields, hidden elements) are in none. */
export function findBlocks(tree: Tree): PageBlock[] {
  const { count, tag, parent, end, text } = tree;
  const rows = rowsOfCells(tree);
  const blocks: PageBlock[] = [];
  /** Of each element: the nearest block-level one around it, and the bits below. */
  const blockOf = new Int32Array(count);
  const style = new Uint8Array(count);
  const linkOf = new Int32Array(count);
  let run = new Run(0);
  let boundary = true;
  const flush = () => {
    const block = run.finish(tree, style[run.node]);
    if (block !== undefined) blocks.push(block);
    run = new Run(run.node);
    boundary = true;
  };

  for (let node = 1; node < count; node++) {
    const name = tag[node];
    const above = parent[node];
    if (name === TEXT) {
      if (boundary || blockOf[above] !== run.node) {
        flush();
        run = new Run(blockOf[above]);
        boundary = false;
      }
      run.add(text[node], node, style[above], linkOf[above]);
      continue;
    }
    if (INVISIBLE[name] === 1 || isHidden(tree, node)) {
      node = end[node] - 1;
      continue;
    }
    style[node] = style[above] | (STYLES.get(name) ?? 0);
    linkOf[node] = name === A ? node : linkOf[above];
    if (name === BR) {
      blockOf[node] = blockOf[above];
      if (!boundary && run.lineBreak()) flush();
    } else if (CELL[name] === 1 && rows[above] === 1) {
      blockOf[node] = blockOf[above];
      run.cell();
    } else if (BLOCK_LEVEL[name] === 1) {
      blockOf[node] = node;
      boundary = true;
    } else {
      blockOf[node] = blockOf[above];
    }
  }
  flush();
  return blocks;
}

/** Style bits, inherited. */
const EMPHASIZED = 2;
const PREFORMATTED = 4;
const QUOTED = 8;
const LISTED = 16;
const HEADED = 32;

const A = tagOf('a');
const BR = tagOf('br');
const TR = tagOf('tr');
const CELL = tagSet('td', 'th');
const INVISIBLE = tagSet(
  'applet',
  'area',
  'audio',
  'canvas',
  'embed',
  'frame',
  'frameset',
  'head',
  'iframe',
  'input',
  'link',
  'map',
  'math',
  'meta',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'optgroup',
  'option',
  'param',
  'progress',
  'script',
  'select',
  'source',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'track',
  'video',
);
const BLOCK_LEVEL = tagSet(
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'button',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
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
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
);
const STYLES: ReadonlyMap<number, number> = new Map([
  [tagOf('b'), EMPHASIZED],
  [tagOf('blockquote'), QUOTED],
  [tagOf('em'), EMPHASIZED],
  [tagOf('h1'), HEADED],
  [tagOf('h2'), HEADED],
  [tagOf('h3'), HEADED],
  [tagOf('h4'), HEADED],
  [tagOf('h5'), HEADED],
  [tagOf('h6'), HEADED],
  [tagOf('i'), EMPHASIZED],
  [tagOf('li'), LISTED],
  [tagOf('pre'), PREFORMATTED],
  [tagOf('strong'), EMPHASIZED],
]);

/** Hidden by the page itself. What a style sheet hides cannot be known here. */
function isHidden(tree: Tree, node: number): boolean {
  const attributes = tree.attributes[node];
  if (attributes === undefined) return false;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  return attributes.style !== undefined && /display\s{0,9}:\s{0,9}none/i.test(attributes.style);
}

/** Rows of a table of data: at least two cells, none with a block inside. Rows of a table that is layout are not. */
function rowsOfCells(tree: Tree): Uint8Array {
  const { count, tag, parent } = tree;
  const cells = new Uint8Array(count);
  const broken = new Uint8Array(count);
  for (let node = count - 1; node > 0; node--) {
    const above = parent[node];
    if (CELL[tag[node]] === 1 && tag[above] === TR && cells[above] < 2) cells[above]++;
    if (broken[node] === 1 || (BLOCK_LEVEL[tag[node]] === 1 && CELL[tag[node]] !== 1)) broken[above] = 1;
  }
  for (let node = 0; node < count; node++)
    cells[node] = tag[node] === TR && cells[node] > 1 && broken[node] === 0 ? 1 : 0;
  return cells;
}

const CELL_MARK = '\u{1F}';
const AROUND_CELL_MARK = new RegExp(` ?${CELL_MARK} ?`, 'g');

/** Words gathered for one block. */
class Run {
  readonly node: number;
  private text = '';
  private first = -1;
  private last = -1;
  private linked = 0;
  private emphasized = 0;
  private links = 0;
  private startsWithLink = false;
  private link = 0;
  private firstLink = 0;
  private style = 0;
  private breaks = 0;

  constructor(node: number) {
    this.node = node;
  }

  add(text: string, node: number, style: number, link: number): void {
    const words = (style & PREFORMATTED) === 0 ? collapseSpace(text) : text;
    this.text += words;
    if (words === ' ' || words === '') return;
    if (this.first < 0) {
      this.first = node;
      this.startsWithLink = link > 0;
    }
    this.last = node;
    this.breaks = 0;
    this.style = style;
    if (link > 0) {
      this.linked += words.length;
      if (link !== this.link) this.links++;
      this.firstLink ||= link;
    }
    this.link = link;
    if ((style & EMPHASIZED) !== 0) this.emphasized += words.length;
  }

  /** Returns whether this is the second break in a row, which ends a paragraph. */
  lineBreak(): boolean {
    this.text += '\n';
    return ++this.breaks > 1;
  }

  cell(): void {
    this.text += CELL_MARK;
  }

  finish(tree: Tree, blockStyle: number): PageBlock | undefined {
    if (this.first < 0) return undefined;
    const code = (this.style & PREFORMATTED) !== 0;
    const text = clean(this.text, code);
    if (text === '') return undefined;
    const tag = tree.tag[this.node];
    const kind = code
      ? 'code'
      : tag === TR && text.includes('\t')
        ? 'table'
        : (blockStyle & HEADED) !== 0
          ? 'heading'
          : (blockStyle & QUOTED) !== 0
            ? 'quotation'
            : (blockStyle & LISTED) !== 0
              ? 'list-item'
              : 'paragraph';
    const { node, first, last, linked, emphasized, links, startsWithLink } = this;
    const href = this.firstLink === 0 ? undefined : tree.attributes[this.firstLink]?.href;
    return {
      text,
      kind,
      node,
      first,
      last,
      linked,
      emphasized,
      links,
      startsWithLink,
      ...(href === undefined ? {} : { href }),
    };
  }
}

/** Runs of white space as one space each. Most of a page's text nodes are nothing else. */
function collapseSpace(text: string): string {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at === text.length ? ' ' : text.replaceAll(/[\t\n\f\r ]+/g, ' ');
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

function clean(raw: string, code: boolean): string {
  if (!code && !hasOddities(raw)) return raw.trim();
  const text = raw.toWellFormed().replaceAll(/[\0\u00AD\u200B\uFEFF]/g, '');
  if (code)
    return text
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/\n{2,}/g, '\n')
      .replaceAll(CELL_MARK, '\t')
      .trim();
  return text
    .replaceAll('\u00A0', ' ')
    .trim()
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(AROUND_CELL_MARK, '\t')
    .trim();
}

/** Whether a text holds anything that cleaning would change inside it. */
function hasOddities(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || (code === 32 && before === 32)) return true;
    if (code >= 0xa0 && (code <= 0xad || code === 0x200b || code >= 0xd800)) return true;
    before = code;
  }
  return false;
}

import type { Article } from '../article/article.ts';
import { findWordInserts } from '../article/inserts.ts';
import { withTextMetadata } from '../article/text-metadata.ts';
import type { Block, Insert, Warning } from '../reading.ts';
import { findBlocks, type PageBlock } from './blocks.ts';
import { selectBody } from './body.ts';
import { reasonForCut } from './inserts.ts';
import { findMetadata, type PageOptions } from './metadata.ts';
import type { PageModel } from './page-model.ts';
import { parseTree } from './tree.ts';

const BLOCK_BREAK = '\n\n';

/**
 * Reads an HTML page as an article: its main text in blocks joined by a blank line, what was cut out of it, and what the page says
 * of itself. `options` win over the page. Never throws, whatever the string; time grows linearly with its length.
 */
export function readPage(html: string, options: PageOptions, model: PageModel): Article {
  const tree = parseTree(html);
  const blocks = findBlocks(tree);
  const { metadata, brokenJsonLd } = findMetadata(tree, options);
  const warnings: Warning[] = [];
  if (brokenJsonLd > 0)
    warnings.push({ code: 'json-ld-broken', message: "some of the page's JSON-LD could not be read" });
  const title = metadata.title ?? '';
  const body = selectBody(tree, blocks, title, model.body);
  const text = new BodyText();
  const [first, last] = extentOfBody(body.kept);
  for (let index = first; index <= last; index++) {
    const block = blocks[index];
    if (body.kept[index] === 1 && !(text.isEmpty() && isHeadline(block, title))) text.keep(block);
    else if (!text.isEmpty() && index < last) text.cut(block, reasonForCut(tree, block, body.probability[index]));
  }
  return withTextMetadata({ ...text.finish(), metadata, warnings });
}

function extentOfBody(kept: Uint8Array): [first: number, last: number] {
  return [Math.max(0, kept.indexOf(1)), kept.lastIndexOf(1)];
}

/** The headline is metadata, not text, where it stands before the body. */
function isHeadline(block: PageBlock, title: string): boolean {
  return title !== '' && block.text.toLowerCase() === title.toLowerCase();
}

/** The text as it grows, block by block. */
class BodyText {
  private text = '';
  private readonly blocks: Block[] = [];
  private readonly inserts: Insert[] = [];

  isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  /** Adds a block to the text, without the words inside that are not the article's. */
  keep(block: PageBlock): void {
    const inserts = findWordInserts(block.text);
    const separator = this.isEmpty() ? '' : BLOCK_BREAK;
    const pieces = withoutInserts(block.text, inserts);
    const kept = pieces.join('');
    const start = this.text.length + separator.length;
    let offset = 0;
    for (const [index, { start: from, end, kind, why }] of inserts.entries()) {
      offset += pieces[index].length;
      const at = kept === '' ? this.text.length : start + offset;
      this.inserts.push({
        at,
        text: block.text.slice(from, end),
        kind,
        ...(block.href === undefined ? {} : { href: block.href }),
        why,
      });
    }
    if (kept === '') return;
    this.text += separator + kept;
    this.blocks.push({ start, end: this.text.length, kind: block.kind });
  }

  cut(block: PageBlock, reason: { kind: Insert['kind']; why: string }): void {
    const { text, href } = block;
    this.inserts.push({
      at: this.text.length,
      text,
      kind: reason.kind,
      ...(href === undefined ? {} : { href }),
      why: reason.why,
    });
  }

  finish(): { text: string; blocks: Block[]; inserts: Insert[] } {
    return { text: this.text, blocks: this.blocks, inserts: this.inserts };
  }
}

/** The words before, between and after the inserts, without the white space that would be left over. */
function withoutInserts(text: string, inserts: readonly { start: number; end: number }[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  let isStart = true;
  for (const { start, end } of [...inserts, { start: text.length, end: text.length }]) {
    const piece = text.slice(from, start).trimEnd();
    pieces.push(isStart ? piece.trimStart() : piece);
    if (piece !== '') isStart = false;
    from = end;
  }
  return pieces;
}

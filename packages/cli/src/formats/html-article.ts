import type { Block, Insert, Reading } from '@hearsay/reader/reading';
import { escapeHtml } from './escape-html.ts';
import { type Mark, markedSegments, type Segment } from './marked-segments.ts';

/** The class of a certainty: "CT+" is no CSS name. */
export function certaintyClass(certainty: string): string {
  return certainty.replace('+', 'p').replace('-', 'm');
}

/** Where an assertion stands in the article, and its line in the list, as ids of the page. */
export function anchors(prefix: string, assertionId: string): { article: string; list: string } {
  const id = escapeHtml(prefix + assertionId);
  return { article: id, list: `${id}-line` };
}

/** The article's text with sources, cues and contents marked, and its inserts folded where they stood. */
export function htmlArticle(reading: Reading, prefix: string): string {
  const numbers = new Map(reading.assertions.map(({ id }, at) => [id, at + 1]));
  const cuts = [...reading.blocks.flatMap(({ start, end }) => [start, end]), ...reading.inserts.map(({ at }) => at)];
  const segments = markedSegments(reading.text.length, reading.assertions, cuts);
  const render = (segment: Segment): string => segmentHtml(reading.text, segment, numbers, prefix);

  let html = '';
  let at = 0;
  let insert = 0;
  const insertsBefore = (offset: number): string => {
    let folded = '';
    while (insert < reading.inserts.length && reading.inserts[insert].at < offset) {
      folded += insertHtml(reading.inserts[insert++]);
    }
    return folded;
  };
  for (const [index, block] of reading.blocks.entries()) {
    html += between(insertsBefore(block.start + 1));
    while (at < segments.length && segments[at].end <= block.start) at++;
    let body = '';
    let holdsInsert = false;
    for (; at < segments.length && segments[at].end <= block.end; at++) {
      const folded = insertsBefore(segments[at].start + 1);
      holdsInsert ||= folded !== '';
      body += folded + render(segments[at]);
    }
    html += blockHtml(block, body, holdsInsert, reading.blocks[index - 1], reading.blocks[index + 1]);
  }
  return html + between(insertsBefore(Number.POSITIVE_INFINITY));
}

function between(inserts: string): string {
  return inserts === '' ? '' : `<div class="inserts">${inserts}</div>\n`;
}

/** Nested spans, outermost first, so that each draws its own underline; the words link to the innermost assertion's line. */
function segmentHtml(text: string, segment: Segment, numbers: ReadonlyMap<string, number>, prefix: string): string {
  const words = escapeHtml(text.slice(segment.start, segment.end));
  if (segment.marks.length === 0) return words;
  const innermost = segment.marks.at(-1)!;
  let html = `<a href="#${anchors(prefix, innermost.assertion.id).list}">${words}</a>`;
  let depth = segment.marks.filter(({ role }) => role === 'content').length;
  for (const mark of segment.marks.toReversed()) {
    html = markHtml(mark, segment, html, mark.role === 'content' ? depth-- : 0, numbers, prefix);
  }
  return html;
}

function markHtml(
  mark: Mark,
  segment: Segment,
  inner: string,
  depth: number,
  numbers: ReadonlyMap<string, number>,
  prefix: string,
): string {
  const { certainty, id } = mark.assertion;
  if (mark.role !== 'content') return `<span class="${mark.role}">${inner}</span>`;
  const open = `<span class="content ${certaintyClass(certainty)} depth${Math.min(depth, 4)}"`;
  if (!mark.leads || mark.start !== segment.start) return `${open}>${inner}</span>`;
  const { article, list } = anchors(prefix, id);
  const letters = certainty === 'CT+' ? '' : ` ${certainty}`;
  const number = `<sup><a href="#${list}">${numbers.get(id)}${letters}</a></sup>`;
  return `${open} id="${article}">${number}${inner}</span>`;
}

function blockHtml(
  block: Block,
  body: string,
  holdsInsert: boolean,
  before: Block | undefined,
  after: Block | undefined,
): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${body}</h3>\n`;
    case 'quotation':
      return `<blockquote>${body}</blockquote>\n`;
    case 'code':
    case 'table':
      return `<div class="verbatim">${body}</div>\n`;
    case 'list-item': {
      const open = before?.kind === 'list-item' ? '' : '<ul>\n';
      const close = after?.kind === 'list-item' ? '' : '</ul>\n';
      return `${open}<li>${body}</li>\n${close}`;
    }
    case 'paragraph':
      // A folded insert would end a <p> (HTML, 13.2.6.4.7).
      return holdsInsert ? `<div class="paragraph">${body}</div>\n` : `<p class="paragraph">${body}</p>\n`;
  }
}

function insertHtml({ kind, text, why, href }: Insert): string {
  const link =
    href !== undefined && /^https?:\/\//i.test(href)
      ? ` <a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${escapeHtml(href)}</a>`
      : '';
  return (
    `<details class="insert"><summary>${escapeHtml(kind)}</summary>` +
    `<span class="cut">${escapeHtml(text.trim())}</span>${link} <span class="why">${escapeHtml(why)}</span></details>`
  );
}

import type { Sentences } from '../language/language.ts';
import type { Block } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { wordOf } from './phrases.ts';
import type { Quotation } from './quotations.ts';
import type { Report, Scene } from './reports.ts';

const RUN_ON_SCORE = 0.85;

/**
 * Gives the quotations that no cue claims to their speakers: one that follows in the paragraph of a quotation with a cue
 * runs on as a segment of the same assertion; one in a new paragraph is a new assertion by the speaker before, without a cue.
 * A heading quotes from anywhere in the article.
 */
export function continueQuotations(
  scene: Scene,
  blocks: readonly Block[],
  quotations: readonly Quotation[],
  found: readonly Report[],
): Report[] {
  const { tokens, sentences } = scene.tree.language;
  const paragraphOf = paragraphs(tokens.start, blocks);
  const reports = found.flatMap((report) => splitAtParagraphs(report, paragraphOf));
  const claimed = claimedTokens(tokens.count, reports);
  const byEnd = [...reports]
    .filter((report) => report.kind !== 'narration' && report.source.length > 0 && scene.depth[report.head] === 0)
    .sort((a, b) => a.content.at(-1)!.end - b.content.at(-1)!.end);
  const added: Report[] = [];
  let next = 0;
  let last: Report | null = null;
  for (const quotation of quotations) {
    if (quotation.level > 0) continue;
    while (next < byEnd.length && byEnd[next].content.at(-1)!.end <= quotation.first) {
      const report = byEnd[next++];
      if (quotes(scene, report)) last = report;
    }
    if (!quotation.speech || claimed[quotation.first + 1] || isTerm(sentences, quotation)) continue;
    const before = statementBefore(scene, byEnd, next, quotation.first);
    if (before) last = before;
    if (!last) continue;
    if (blocks[paragraphOf(quotation.first)]?.kind === 'heading') continue;
    const opensSentence = sentences.first[sentences.of[quotation.first]] === quotation.first;
    const opensParagraph = paragraphOf(quotation.first - 1) !== paragraphOf(quotation.first);
    if (!opensSentence && !opensParagraph) continue;
    const segment = { first: quotation.first, end: quotation.end };
    if (last !== before && paragraphOf(last.content.at(-1)!.end - 1) === paragraphOf(quotation.first)) {
      last.content = [...last.content, segment];
    } else {
      const goesOn = follows(sentences, last, quotation.first);
      last = {
        ...last,
        head: -1,
        cue: [],
        content: [segment],
        through: goesOn ? last.through : [],
        score: RUN_ON_SCORE,
      };
      added.push(last);
    }
  }
  return [...reports, ...added];
}

/** A few words in marks with which the reporter's own sentence begins: '"Lantern Jack," named after a song, is'. */
function isTerm({ of, end }: Sentences, quotation: Quotation): boolean {
  return quotation.end - quotation.first <= LONGEST_TERM && end[of[quotation.first]] - quotation.end > 1;
}

/** Longest term in tokens, with its marks and a comma. */
const LONGEST_TERM = 6;

/**
 * What somebody is reported to have said, without his words, in the sentence that ends right before a quotation: the
 * quotation is his. Of several the longest, in which the others are nested; null for none.
 */
function statementBefore(scene: Scene, byEnd: readonly Report[], next: number, quotation: number): Report | null {
  const { sentences } = scene.tree.language;
  const isAnnounced = wordOf(scene.tree, quotation - 1) === ':';
  let longest: Report | null = null;
  for (let at = next - 1; at >= 0 && follows(sentences, byEnd[at], quotation); at--) {
    const report = byEnd[at];
    if (quotes(scene, report)) return null;
    if ((report.act !== 'statement' && !isAnnounced) || report.kind || report.head < 0) continue;
    if (!longest || lengthOf(report) > lengthOf(longest)) longest = report;
  }
  return longest;
}

function lengthOf({ content }: Report): number {
  return content.at(-1)!.end - content[0].first;
}

/** Whether nothing stands between what somebody said and a quotation: only then it has come by the same way. */
function follows({ of }: Sentences, { cue, content }: Report, quotation: number): boolean {
  const lastToken = Math.max(content.at(-1)!.end, cue.at(-1)?.end ?? 0) - 1;
  return of[quotation - 1] === of[lastToken];
}

/** A content that runs over a paragraph's end goes on there as an assertion without a cue. */
function splitAtParagraphs(report: Report, paragraphOf: (token: number) => number): Report[] {
  if (report.kind || report.head < 0) return [report];
  const pieces = new Map<number, TokenRange[]>();
  for (const { first, end } of report.content) {
    let start = first;
    for (let token = first + 1; token <= end; token++) {
      const paragraph = paragraphOf(token - 1);
      if (token < end && paragraphOf(token) === paragraph) continue;
      pieces.set(paragraph, [...(pieces.get(paragraph) ?? []), { first: start, end: token }]);
      start = token;
    }
  }
  if (pieces.size < 2) return [report];
  const own = paragraphOf(report.head);
  const home = pieces.has(own) ? own : Math.min(...pieces.keys());
  return [...pieces].map(([paragraph, content]) =>
    paragraph === home ? { ...report, content } : { ...report, content, head: -1, cue: [] },
  );
}

function quotes(scene: Scene, report: Report): boolean {
  return report.content.some(({ first, end }) => scene.depth[first] > 0 || scene.depth[end - 1] > 0);
}

function claimedTokens(count: number, reports: readonly Report[]): Uint8Array {
  const change = new Int32Array(count + 1);
  for (const report of reports) {
    if (report.kind === 'narration') continue;
    for (const { first, end } of report.content) {
      change[first]++;
      change[end]--;
    }
  }
  const claimed = new Uint8Array(count + 1);
  for (let token = 0, open = 0; token < count; token++) {
    open += change[token];
    claimed[token] = open > 0 ? 1 : 0;
  }
  return claimed;
}

/** The index of the block in which a token stands. */
function paragraphs(starts: Int32Array, blocks: readonly Block[]): (token: number) => number {
  const of = new Int32Array(starts.length);
  let block = 0;
  for (let token = 0; token < starts.length; token++) {
    while (block + 1 < blocks.length && blocks[block + 1].start <= starts[token]) block++;
    of[token] = block;
  }
  return (token) => (token < 0 ? -1 : of[token]);
}

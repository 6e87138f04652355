import type { TokenRange } from './attribution.ts';
import { isDocumentWord, sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

const SCORE = 0.9;

/**
 * What "the Velden Herald reports" tells, where "reports" was taken for a noun: all of the sentence before it, or the
 * clause behind its "that"; and what stands before ", per the Velden Herald" at the end of a sentence.
 */
export function findOutletReports({ tree, depth }: Scene): Report[] {
  const reports: Report[] = [];
  for (let token = 0; token < tree.language.tokens.count; token++) {
    const isPer = wordOf(tree, token) === 'per';
    const isReports = wordOf(tree, token) === 'reports' && tagOf(tree, token).startsWith('NN');
    if (!(isPer || isReports) || depth[token] > 0) continue;
    const sentence = sentenceAround(tree, token);
    const source = isPer ? nameBehind(tree, token, sentence) : nameBefore(tree, token, sentence);
    const isLast = isPer || closes(tree, token, sentence);
    const content =
      source && (isLast ? before(tree, isPer ? token : source.first, sentence) : behind(tree, token, source, sentence));
    if (!source || !content) continue;
    reports.push({
      head: token,
      cue: [{ first: token, end: token + 1 }],
      source: [source],
      content: [content],
      through: [],
      act: 'statement',
      certainty: 'CT+',
      stance: 'acknowledges',
      score: SCORE,
    });
  }
  return reports;
}

/** Ends what somebody says where an outlet closes the sentence around it: "said the dam had burst, | the Herald reports". */
export function withoutOutletReports(reports: readonly Report[], outlets: readonly Report[]): Report[] {
  const endOf = new Map<number, number>();
  for (const {
    head,
    content: [content],
  } of outlets)
    if (content.end < head) endOf.set(head, content.end);
  if (endOf.size === 0) return [...reports];
  return reports.map((report) => {
    const last = report.content[report.content.length - 1];
    for (let token = Math.max(last.first, last.end - LONGEST_CLOSING); token < last.end; token++) {
      const end = endOf.get(token);
      if (end !== undefined && end > last.first && report.head < end)
        return { ...report, content: [...report.content.slice(0, -1), { first: last.first, end }] };
    }
    return report;
  });
}

const LONGEST_CLOSING = 10;

const LONGEST_NAME = 6;

/** The words with a capital right before a token, and their article: a name. */
function nameBefore(tree: Tree, token: number, { first }: TokenRange): TokenRange | null {
  const { tokens } = tree.language;
  let start = token;
  while (
    start > first &&
    token - start < LONGEST_NAME &&
    /^\p{Lu}|^\d+\p{L}|^[ie]\p{Lu}/u.test(tokens.text.slice(tokens.start[start - 1], tokens.end[start - 1]))
  )
    start--;
  if (start === token || (token - start === 1 && isCommonWord(tree, start))) return null;
  if (start > first && wordOf(tree, start - 1) === 'the') start--;
  return { first: start, end: token };
}

/** The name between "per" and a comma or the end of the sentence: a price "per share" names nobody. */
function nameBehind(tree: Tree, per: number, sentence: TokenRange): TokenRange | null {
  const first = per + 1;
  const start = wordOf(tree, first) === 'the' ? first + 1 : first;
  let end = start;
  while (end < sentence.end && /^(?:NNP|POS)/.test(tagOf(tree, end))) end++;
  if (end === start) return null;
  if (isDocumentWord(tree, end)) end++;
  return end === sentence.end || /^[,.]$/.test(wordOf(tree, end)) ? { first, end } : null;
}

/** A word that has its capital from the beginning of the sentence: "Earlier reports", "After reports". */
function isCommonWord(tree: Tree, token: number): boolean {
  if (/^(?:CC|DT|IN|PRP|RB|VBG|VBN|W)/.test(tagOf(tree, token))) return true;
  return /^(?:earlier|fresh|initial|local|many|media|new|news|other|police|press|several|some|such|unconfirmed)$/.test(
    wordOf(tree, token),
  );
}

function closes(tree: Tree, token: number, { end }: TokenRange): boolean {
  return token + 1 === end || /^[.:]$/.test(wordOf(tree, token + 1));
}

const SHORTEST_CONTENT = 3;

function before(tree: Tree, first: number, sentence: TokenRange): TokenRange | null {
  if (wordOf(tree, first - 1) !== ',') return null;
  const content = trimmed(tree, { first: sentence.first, end: first - 1 });
  return content.end - content.first >= SHORTEST_CONTENT ? content : null;
}

function behind(tree: Tree, token: number, source: TokenRange, sentence: TokenRange): TokenRange | null {
  if (source.first !== sentence.first || wordOf(tree, token + 1) !== 'that') return null;
  return trimmed(tree, { first: token + 1, end: sentence.end });
}

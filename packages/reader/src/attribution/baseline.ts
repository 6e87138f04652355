import type { Sentences, Tokens } from '../language/language.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import { type Quotation, quotationDepth } from './quotations.ts';
import { isReportingWord } from './reporting-words.ts';

/** Reported speech around the common reporting verbs and "according to", the nearest words as its source. */
export function findBaselineAttributions(
  tokens: Tokens,
  sentences: Sentences,
  quotations: readonly Quotation[],
): Attribution[] {
  const depth = quotationDepth(tokens.count, quotations);
  const speechEndingAt = new Map(
    quotations.flatMap((it) => (it.speech && it.level === 0 ? [[it.end, it] as const] : [])),
  );
  const attributions: Attribution[] = [];
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const range = { first: sentences.first[sentence], end: sentences.end[sentence] };
    for (let token = range.first; token < range.end; token++) {
      if (depth[token] > 0) continue;
      const isAccording = word(tokens, token) === 'according' && word(tokens, token + 1) === 'to';
      if (!isAccording && !isReportingWord(tokens, token)) continue;
      const cue = { first: token, end: token + (isAccording ? 2 : 1) };
      const found = attributionOf(tokens, speechEndingAt, depth, range, cue, isAccording);
      if (found)
        attributions.push({ ...found, cue: { ...cue, head: token, act: 'statement', score: SCORE }, score: SCORE });
    }
  }
  return attributions;
}

/** Some two in three of these rules' finds were right on nine desk articles. */
const SCORE = 0.65;
const LONGEST_SOURCE = 12;
const SOURCE_BORDER = /^(?:[,;:.?!—–"“”«»'‘’]|--|''|``|and|but|while|because|that|which|who)$/;
const AUXILIARY = /^(?:has|have|had|also|later|then|did|not|n't|n’t|is|was|were|will|would|be|been)$/;

function attributionOf(
  tokens: Tokens,
  speechEndingAt: ReadonlyMap<number, Quotation>,
  depth: Uint8Array,
  sentence: TokenRange,
  cue: TokenRange,
  isAccording: boolean,
): Pick<Attribution, 'source' | 'content'> | null {
  let end = cue.first;
  while (end > sentence.first && AUXILIARY.test(word(tokens, end - 1))) end--;
  let first = end;
  while (first > sentence.first && depth[first - 1] === 0 && !SOURCE_BORDER.test(word(tokens, first - 1))) first--;
  let source: TokenRange = { first, end };
  let after = cue.end;
  let before = first;
  if (isAccording || first === end) {
    let stop = cue.end;
    while (stop < sentence.end && depth[stop] === 0 && !SOURCE_BORDER.test(word(tokens, stop))) stop++;
    source = { first: cue.end, end: stop };
    after = stop;
    before = end;
  }
  if (source.end === source.first || source.end - source.first > LONGEST_SOURCE) return null;
  const content = contentAfter(tokens, sentence, after) ?? contentBefore(tokens, speechEndingAt, sentence, before);
  return content && { source: [source], content: [content] };
}

function contentBefore(
  tokens: Tokens,
  speechEndingAt: ReadonlyMap<number, Quotation>,
  sentence: TokenRange,
  end: number,
): TokenRange | null {
  const quotation = speechEndingAt.get(end);
  if (quotation) return { first: quotation.first, end };
  if (end - 1 <= sentence.first + 2 || word(tokens, end - 1) !== ',') return null;
  return { first: sentence.first, end: end - 1 };
}

function contentAfter(tokens: Tokens, sentence: TokenRange, after: number): TokenRange | null {
  let first = after;
  let end = sentence.end;
  if (word(tokens, first) === ',' && !/^["“'‘«]$/.test(word(tokens, first + 1))) return null;
  if (/^[,:]$/.test(word(tokens, first))) first++;
  if (end > first && /^[.?!]$/.test(word(tokens, end - 1))) end--;
  return end - first >= 2 ? { first, end } : null;
}

function word(tokens: Tokens, token: number): string {
  return token < tokens.count ? tokens.text.slice(tokens.start[token], tokens.end[token]).toLowerCase() : '';
}

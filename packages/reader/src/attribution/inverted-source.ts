import { isPersonNoun, PUBLICATION_NOUNS } from '../actors/source-nouns.ts';
import type { TokenRange } from './attribution.ts';
import { isOutletWord, isSiteAddress } from './outlets.ts';
import { isVerb, sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

/**
 * "The hall will close, reports the Velden Herald this morning": whoever stands behind the cue at the end of the sentence is
 * the source, where another one before it, of whom the sentence tells, was taken for it.
 */
export function withInvertedSource({ tree, depth }: Scene, report: Report): Report {
  const { head, source, cue } = report;
  if (head < 0 || cue.length !== 1 || !isSaying(tree, head)) return report;
  const [{ first, end }] = cue;
  if (wordOf(tree, first - 1) !== ',' || depth[head] > 0 || (source[0] && source[0].first > head)) return report;
  const sentence = sentenceAround(tree, head);
  const behind = speakerAt(tree, end, sentence.end);
  const content = trimmed(tree, { first: sentence.first, end: first });
  return behind && content.end > content.first ? { ...report, source: [behind], content: [content] } : report;
}

/** A verb of saying; "reports" is often taken for a noun. */
function isSaying(tree: Tree, head: number): boolean {
  return (isVerb(tree, head) || wordOf(tree, head) === 'reports') && SAYING.test(tree.language.lemma[head]);
}

const SAYING = /^(?:announce|confirm|report|say|state|write)$/;

/** The person or outlet that a range names, nothing but a time behind it; null where it holds more or something else. */
function speakerAt(tree: Tree, first: number, limit: number): TokenRange | null {
  let end = first;
  while (end < limit && /^(?:NN|DT|JJ|CD|POS)/.test(tagOf(tree, end)) && !TIME.test(wordOf(tree, end))) end++;
  const last = end - 1;
  if (last < first || !isSpeaker(tree, last)) return null;
  let rest = end;
  while (rest < limit && (TIME.test(wordOf(tree, rest)) || /^(?:[.!]|on)$/.test(wordOf(tree, rest)))) rest++;
  return rest === limit ? { first, end } : null;
}

function isSpeaker(tree: Tree, token: number): boolean {
  const { lemma, name } = tree.language;
  const word = wordOf(tree, token);
  return (
    name[token] > 0 ||
    isOutletWord(word) ||
    isPersonNoun(lemma[token]) ||
    PUBLICATION_NOUNS.has(lemma[token]) ||
    isSiteAddress(word)
  );
}

const TIME =
  /^(?:this|today|yesterday|morning|afternoon|evening|night|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

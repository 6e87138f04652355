import type { TokenRange } from './attribution.ts';
import { isVerb, sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

/**
 * Gives a cue the "that" clause from which an aside parts it: "reported on Monday, citing an aide, that X" reports X, and
 * of "said that, according to an aide, X" the aide said but X.
 */
export function overAside({ tree }: Scene, report: Report): Report {
  const { head, content } = report;
  if (head < 0) return report;
  if (wordOf(tree, head) === 'according') return { ...report, content: behindThat(tree, report) };
  if (!isVerb(tree, head) || content.length !== 1 || content[0].first < head || !isScrap(tree, content[0]))
    return report;
  const clause = thatClause(tree, head);
  return clause ? { ...report, content: [clause] } : report;
}

const DAY = /^(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** A word that says nothing: a complementizer, or the day on which somebody spoke. */
function isScrap(tree: Tree, { first, end }: TokenRange): boolean {
  return end - first === 1 && (wordOf(tree, first) === 'that' || DAY.test(wordOf(tree, first)));
}

/** What follows ", that" behind a verb and an aside without a finite verb. */
function thatClause(tree: Tree, verb: number): TokenRange | null {
  const { end } = sentenceAround(tree, verb);
  for (let token = verb + 1; token < end; token++) {
    if (/^(?:VB[DZP]|MD)$/.test(tagOf(tree, token))) return null;
    if (wordOf(tree, token) !== ',' || wordOf(tree, token + 1) !== 'that') continue;
    const clause = trimmed(tree, { first: token + 1, end });
    return clause.end - clause.first > 2 ? clause : null;
  }
  return null;
}

/** The parts of a content that are no announcement of it: "officials said that, according to". */
function behindThat(tree: Tree, { head, content }: Report): TokenRange[] {
  const before = wordOf(tree, head - 1) === ',' ? head - 2 : head - 1;
  if (wordOf(tree, before) !== 'that') return content;
  const behind = content.filter(({ first }) => first > head);
  return behind.length > 0 ? behind : content;
}

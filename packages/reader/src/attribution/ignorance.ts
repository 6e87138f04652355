import { hasNegation, isVerb, nounPhrase, sentenceAround, subjectOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

const SCORE = 0.85;

/** What one can be without: then the content is neither affirmed nor denied. */
const KNOWLEDGE =
  /^(?:clue|comment|details?|evidence|explanation|idea|indication|information|knowledge|mention|proof|reason|statement|word)$/;

/** "has no idea how", "had no information on", "had no comment on": the source commits to nothing. */
export function findIgnorance(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let verb = 0; verb < tree.language.tokens.count; verb++) {
    if (!/^(?:give|have|make|offer|provide)$/.test(tree.language.lemma[verb]) || !isVerb(tree, verb)) continue;
    const report = lacks(tree, verb);
    if (report) reports.push(report);
  }
  return reports;
}

function lacks(tree: Tree, verb: number): Report | null {
  const noun = nounLacked(tree, verb);
  const subject = subjectOf(tree, verb);
  if (noun < 0 || subject < 0) return null;
  const sentence = sentenceAround(tree, verb);
  let first = noun + 1;
  if (/^(?:about|of|on|regarding)$/.test(wordOf(tree, first))) first++;
  const clause = Math.max(tree.end[noun], tree.end[verb]);
  let end = first;
  while (end < Math.min(clause, sentence.end) && wordOf(tree, end) !== ',') end++;
  const content = trimmed(tree, { first, end });
  if (content.end <= content.first) return null;
  const silent = wordOf(tree, noun) === 'comment' || tree.language.lemma[verb] !== 'have';
  return {
    head: verb,
    cue: [{ first: verb, end: noun + 1 }],
    source: [nounPhrase(tree, subject)],
    content: [content],
    through: [],
    act: 'statement',
    certainty: 'Uu',
    stance: 'acknowledges',
    score: SCORE,
    ...(silent ? { kind: 'omission' } : {}),
  };
}

function nounLacked(tree: Tree, verb: number): number {
  const negated = hasNegation(tree, verb);
  for (let token = verb + 1; token < verb + 5; token++) {
    if (!KNOWLEDGE.test(wordOf(tree, token))) continue;
    return wordOf(tree, verb + 1) === 'no' || (negated && /^(?:any|an?|further|more)$/.test(wordOf(tree, verb + 1)))
      ? token
      : -1;
  }
  return -1;
}

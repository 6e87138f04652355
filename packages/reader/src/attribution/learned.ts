import { PUBLICATION_NOUNS } from '../actors/source-nouns.ts';
import type { Model } from '../model/model.ts';
import { findAttributions } from './arguments.ts';
import type { Attribution } from './attribution.ts';
import { findCues } from './cues.ts';
import { isPassive, isVerb } from './phrases.ts';
import type { Quotation } from './quotations.ts';
import { type Report, type Scene, sourceOf } from './reports.ts';

/** What the trained engine makes of a text. */
export interface Learned {
  reports: Report[];
  /** For each token the probability that it carries a cue which is not nested. */
  cueProbability: Float32Array;
}

/**
 * Reads the text with the trained engine. It learned from texts in which nothing is nested, so it is not asked about the
 * insides of contents: reading them once more with it found no more on the desk articles, at half its cost again.
 */
export function readLearned(scene: Scene, quotations: readonly Quotation[], model: Model): Learned {
  const { language } = scene.tree;
  const cues = findCues(language, quotations, model.cues);
  const cueProbability = new Float32Array(language.tokens.count);
  for (const { head, score } of cues) cueProbability[head] = Math.max(cueProbability[head], score);
  const found = findAttributions(language, quotations, cues, model.arguments);
  const reports = found
    .map((attribution) => reportOf(scene, attribution))
    .filter((report) => !saysOnlyWhen(scene, report) && !saysOnlyToWhom(scene, report));
  return { reports, cueProbability };
}

/** "…, the board announced late on Friday", ", the army claimed on Tuesday": the content stands before it, as the syntax tells. */
function saysOnlyWhen({ tree }: Scene, { content }: Report): boolean {
  const [range, ...others] = content;
  if (range === undefined || others.length > 0) return false;
  for (let token = range.first; token < range.end; token++) if (!WHEN.test(tree.word[token])) return false;
  return true;
}

const WHEN =
  /^(?:earlier|early|evening|late|later|morning|on|recently|today|tonight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "…, an aide told the newspaper", ", the agency has learned, citing two officials": the content stands before it too. */
function saysOnlyToWhom({ tree }: Scene, { head, content }: Report): boolean {
  const [range, ...others] = content;
  if (head < 0 || range === undefined || others.length > 0 || range.first < head) return false;
  if (tree.word[range.first] === 'citing' && tree.word[head] !== 'citing') return true;
  const isTold = /^(?:inform|tell)$/.test(tree.language.lemma[head]) && range.first === head + 1;
  return (
    isTold && PUBLICATION_NOUNS.has(tree.language.lemma[range.end - 1]) && range.end - range.first <= LONGEST_HEARER
  );
}

/** Words of "the state news agency". */
const LONGEST_HEARER = 4;

function reportOf(scene: Scene, { cue, source, content, score }: Attribution): Report {
  const head = cue ? cue.head : -1;
  const range = cue && { first: cue.first, end: cue.end };
  const isActive = range && source.length === 0 && isVerb(scene.tree, head) && !isPassive(scene.tree, head);
  const subject = isActive ? sourceOf(scene, head, range) : null;
  return {
    head,
    cue: range ? [range] : [],
    source: subject ? [subject] : source,
    content,
    through: [],
    act: cue ? cue.act : 'statement',
    score,
  };
}

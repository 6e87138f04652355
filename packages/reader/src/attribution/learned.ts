import type { Model } from '../model/model.ts';
import { findAttributions } from './arguments.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import { findCues } from './cues.ts';
import { findNestedCues } from './nested-cues.ts';
import { isPassive, isVerb } from './phrases.ts';
import type { Quotation } from './quotations.ts';
import { type Report, type Scene, sourceOf } from './reports.ts';

/** What the trained engine makes of a text. */
export interface Learned {
  reports: Report[];
  /** For each token the probability that it carries a cue which is not nested. */
  cueProbability: Float32Array;
}

/** Reads the text with the trained engine, and once more inside the contents that it found. */
export function readLearned(scene: Scene, quotations: readonly Quotation[], model: Model): Learned {
  const { language } = scene.tree;
  const cues = findCues(language, quotations, model.cues);
  const cueProbability = new Float32Array(language.tokens.count);
  for (const { head, score } of cues) cueProbability[head] = Math.max(cueProbability[head], score);
  const outer = findAttributions(language, quotations, cues, model.arguments);
  const ranges = disjoint(outer.flatMap(({ content }) => content));
  const inner = ranges.length === 0 ? [] : findNestedCues(language, quotations, ranges, model.cues);
  const nested = findAttributions(language, quotations, inner, model.arguments, ranges);
  return { reports: [...outer, ...nested].map((attribution) => reportOf(scene, attribution)), cueProbability };
}

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

/** The ranges in order, each cut where the one before it ends. */
function disjoint(ranges: readonly TokenRange[]): TokenRange[] {
  const ordered = [...ranges].sort((a, b) => a.first - b.first || b.end - a.end);
  const apart: TokenRange[] = [];
  for (const { first, end } of ordered) {
    const from = Math.max(first, apart.at(-1)?.end ?? 0);
    if (end > from) apart.push({ first: from, end });
  }
  return apart;
}

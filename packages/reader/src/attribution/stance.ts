import type { Assertion } from '../reading.ts';
import { cueVerb } from './cue-verbs.ts';
import { hasNegation, isVerb, lemmaOf, wordOf } from './phrases.ts';
import { senseOfSource } from './report-nouns.ts';
import type { Report, Scene } from './reports.ts';

const SLUR = /^(?:falsely|incorrectly|wrongly|baselessly|erroneously)$/;

/** How the reporter holds the source of a report: by the cue, by an adverb that contradicts it, by a source in scare quotes. */
export function stanceOf(scene: Scene, report: Report): Assertion['stance'] {
  if (report.kind === 'narration') return null;
  const { tree, depth } = scene;
  for (const { first, end } of report.cue) {
    for (let token = first; token < end; token++) if (SLUR.test(wordOf(tree, token))) return 'distances';
  }
  for (const { first, end } of report.source) {
    for (let token = first; token < end; token++) if (depth[token] > 0 && depth[report.head] === 0) return 'distances';
  }
  if (/^purport/.test(wordOf(tree, report.head - 2))) return 'distances';
  const hearsay = report.stance ? undefined : senseOfSource(tree, report.source[0]);
  if (hearsay) return hearsay.stance;
  if (!report.stance && isVerb(tree, report.head) && hasNegation(tree, report.head)) return 'acknowledges';
  return report.stance ?? cueVerb(lemmaOf(tree, report.head))?.stance ?? 'acknowledges';
}

import type { Assertion } from '../reading.ts';
import { cueVerb } from './cue-verbs.ts';
import { isDenied } from './denial.ts';
import { isVerb, lemmaOf, wordOf } from './phrases.ts';
import { senseOfSource } from './report-nouns.ts';
import type { Report, Scene } from './reports.ts';

const SLUR =
  /^(?:falsely|incorrectly|wrongly|baselessly|erroneously|allegedly|purportedly|supposedly|baseless|bogus|fake|false|purported|supposed|unfounded)$/;

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
  if (hearsay?.stance === 'distances') return 'distances';
  if (!report.stance && isVerb(tree, report.head) && isDenied(tree, report)) return 'acknowledges';
  const lemma = lemmaOf(tree, report.head);
  return report.stance ?? cueVerb(lemma)?.stance ?? OTHER_VERBS[lemma] ?? 'acknowledges';
}

/** The stance of verbs that are cues only now and then. */
const OTHER_VERBS: Readonly<Record<string, NonNullable<Assertion['stance']>>> = {
  ascertain: 'endorses',
  authenticate: 'endorses',
  corroborate: 'endorses',
  divulge: 'endorses',
  establish: 'endorses',
  expose: 'endorses',
  gloat: 'distances',
  hype: 'distances',
  parrot: 'distances',
  peddle: 'distances',
  profess: 'distances',
  substantiate: 'endorses',
  trumpet: 'distances',
  unveil: 'endorses',
  validate: 'endorses',
};

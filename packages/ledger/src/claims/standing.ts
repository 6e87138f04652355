import type { Scene } from './features.ts';
import { type Standing, wordHash } from './fingerprint.ts';
import type { Proposition } from './proposition.ts';
import { senseOf } from './senses.ts';
import { speakerOf } from './wording.ts';

const LEAD_SENTENCES = 2;
/** In articles of fewer assertions, nearness to the others says less. */
const FEW_OTHERS = 4;
/** Mean cosine to the others that counts as wholly central. */
const WHOLLY_CENTRAL = 0.5;

/** How each assertion stands in its article: what stands in the lead, and again and again, is what the article is about. */
export function standings(scene: Scene, propositions: readonly Proposition[]): Standing[] {
  const lead = leadWords(scene);
  const weightOf = propositions.map(({ words, weights }) => new Map(words.map((word, at) => [word, weights[at]])));
  const lengths = weightOf.map((weights) => Math.hypot(...weights.values()));
  return weightOf.map((weights, ordinal) => ({
    lead: leadShare(weights, lead),
    central: Math.round(255 * Math.min(1, nearness(ordinal, weightOf, lengths) / WHOLLY_CENTRAL)),
    place: placeOf(scene.reading, ordinal),
    isNested: scene.reading.assertions[ordinal].within !== undefined,
    speaker: wordHash(speakerOf(scene, scene.reading.assertions[ordinal])?.key ?? ''),
  }));
}

function placeOf({ text, assertions }: Scene['reading'], ordinal: number): number {
  const start = assertions[ordinal].content[0]?.start ?? 0;
  return text.length === 0 ? 0 : Math.round((255 * start) / text.length);
}

function leadShare(weights: ReadonlyMap<string, number>, lead: ReadonlySet<string>): number {
  let all = 0;
  let inLead = 0;
  for (const [word, weight] of weights) {
    all += weight;
    if (lead.has(word)) inLead += weight;
  }
  return all === 0 ? 0 : Math.round((255 * inLead) / all);
}

/** Mean cosine of an assertion's words to the others'. */
function nearness(
  ordinal: number,
  weightOf: readonly ReadonlyMap<string, number>[],
  lengths: readonly number[],
): number {
  const weights = weightOf[ordinal];
  let near = 0;
  for (let other = 0; other < weightOf.length; other++) {
    if (other === ordinal) continue;
    const dot = dotProduct(weights, weightOf[other]);
    if (dot > 0) near += dot / (lengths[ordinal] * lengths[other]);
  }
  return near / Math.max(FEW_OTHERS, weightOf.length - 1);
}

function dotProduct(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  return dot;
}

function leadWords({ tree, names }: Scene): Set<string> {
  const { lemma, sentences } = tree.language;
  const words = new Set<string>();
  for (let token = 0; token < sentences.of.length && sentences.of[token] < LEAD_SENTENCES; token++)
    words.add(names[token] || senseOf(lemma[token]));
  return words;
}

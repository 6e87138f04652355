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
  return weightOf.map((weights, ordinal) => {
    let all = 0;
    let inLead = 0;
    for (const [word, weight] of weights) {
      all += weight;
      if (lead.has(word)) inLead += weight;
    }
    let near = 0;
    for (const [other, theirs] of weightOf.entries()) {
      if (other === ordinal) continue;
      let dot = 0;
      for (const [word, weight] of weights) dot += weight * (theirs.get(word) ?? 0);
      if (dot > 0) near += dot / (lengths[ordinal] * lengths[other]);
    }
    const others = Math.max(FEW_OTHERS, weightOf.length - 1);
    return {
      lead: all === 0 ? 0 : Math.round((255 * inLead) / all),
      central: Math.round(255 * Math.min(1, near / others / WHOLLY_CENTRAL)),
      speaker: wordHash(speakerOf(scene, scene.reading.assertions[ordinal])?.key ?? ''),
    };
  });
}

function leadWords({ tree, names }: Scene): Set<string> {
  const { lemma, sentences } = tree.language;
  const words = new Set<string>();
  for (let token = 0; token < sentences.of.length && sentences.of[token] < LEAD_SENTENCES; token++)
    words.add(names[token] || senseOf(lemma[token]));
  return words;
}

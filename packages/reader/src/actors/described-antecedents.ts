import type { Language } from '../language/language.ts';
import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { genderOfNoun } from './gender.ts';
import type { PronounDemand } from './pronouns.ts';
import { BODY_NOUNS, DOCUMENT_NOUNS, isPersonNoun, PUBLICATION_NOUNS } from './source-nouns.ts';

/** A noun that describes somebody, for whom a pronoun may stand: "a nun from Velden said … she". */
export interface DescribedAntecedent {
  token: number;
  salience: number;
}

/** Sentences back in which somebody described and not named is looked for. */
const SENTENCES = 2;
const DECAY = 0.65;
const SUBJECT = 1.5;
const OBJECT = 0.8;

/**
 * The most salient noun before a pronoun that describes, and does not name, one that it may stand for; null for none. Only
 * what a verb governs is looked at: what stands deeper in a phrase is seldom taken up.
 *
 * @param isBarred whether a noun cannot be it: it belongs to a name or stands beside one ("spokesman Oren Vell"), or is quoted
 */
export function describedAntecedent(
  language: Language,
  pronoun: number,
  { gender, plural }: PronounDemand,
  isBarred: (token: number) => boolean,
): DescribedAntecedent | null {
  const { sentences, relation, lemma, tag, head } = language;
  const own = sentences.of[pronoun];
  const from = Math.max(sentences.first[Math.max(0, own - SENTENCES)], pronoun - LONGEST_REACH);
  let best: DescribedAntecedent | null = null;
  for (let token = pronoun - 1; token >= from; token--) {
    const base = WEIGHTS.get(RELATIONS[relation[token]]);
    if (!base || head[token] === head[pronoun] || isBarred(token)) continue;
    const noun = TAGS[tag[token]];
    if (noun !== (plural ? 'NNS' : 'NN') || !fits(lemma[token], gender, plural)) continue;
    const salience = base * DECAY ** (own - sentences.of[token]);
    if (!best || salience > best.salience) best = { token, salience };
  }
  return best;
}

const LONGEST_REACH = 120;

const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['nsubj', SUBJECT],
  ['nsubj:pass', SUBJECT],
  ['obj', OBJECT],
  ['obl', OBJECT],
]);

function fits(lemma: string, gender: PronounDemand['gender'], plural: boolean): boolean {
  if (gender === 'neuter') return BODY_NOUNS.has(lemma) || PUBLICATION_NOUNS.has(lemma) || DOCUMENT_NOUNS.has(lemma);
  if (plural) return isPersonNoun(lemma) || BODY_NOUNS.has(lemma);
  const own = genderOfNoun(lemma);
  return isPersonNoun(lemma) && (own === null || own === gender);
}

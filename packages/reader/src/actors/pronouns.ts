import type { Gender } from './gender.ts';
import { lastBefore, type Mention, type Referent } from './referents.ts';

/** What a pronoun asks of the one it stands for. */
export interface PronounDemand {
  gender: Gender | 'neuter' | null;
  plural: boolean;
}

/** What a third-person pronoun asks for; null for any other word. */
export function pronounDemand(word: string): PronounDemand | null {
  return THIRD_PERSON.get(word) ?? null;
}

/** Whether a pronoun is the speaker's own: "I", "we". */
export function isFirstPerson(word: string): boolean {
  return FIRST_PERSON.has(word);
}

/** One that a pronoun may stand for, with what speaks for it. */
export interface Antecedent {
  referent: number;
  salience: number;
}

/** How much one sentence back takes from a mention's weight; set by judgement, checked on the first nine desk articles. */
const DECAY = 0.65;
const SUBJECT_BONUS = 0.5;
/** Who spoke last is taken up by the next pronoun more often than who was spoken of. */
const SPEAKER_BONUS = 0.9;
const QUOTED_PENALTY = 0.6;
const UNLIKELY = 0.6;
/** Mentions looked at, back from the pronoun. */
const WINDOW = 60;

/**
 * Ranks the possible antecedents of a pronoun, most salient first (after Lappin and Leass 1994: recency, subjecthood,
 * with the part of speaker added).
 *
 * @param named mentions by name, in the order of the text
 * @param spoken mentions as a source so far, in the order of the text
 * @param quoted whether a token stands in quotation marks
 */
export function rankAntecedents(
  demand: PronounDemand,
  at: { token: number; sentence: number; quoted: boolean },
  referents: readonly Referent[],
  named: readonly Mention[],
  spoken: readonly Mention[],
  quoted: (token: number) => boolean,
): Antecedent[] {
  const salience = new Map<number, number>();
  const weigh = (mention: Mention, bonus: number) => {
    const distance = at.sentence - mention.sentence;
    const referent = referents[mention.referent];
    if (distance > 8 || !agrees(referent, demand)) return;
    const ownLevel = quoted(mention.token) === at.quoted ? 1 : QUOTED_PENALTY;
    const likely = isUnlikely(referent, demand) ? UNLIKELY : 1;
    const weight =
      (1 + bonus + (mention.subject ? SUBJECT_BONUS : 0)) * ownLevel * likely * DECAY ** Math.max(0, distance);
    salience.set(mention.referent, Math.max(salience.get(mention.referent) ?? 0, weight));
  };
  for (const mention of lastBefore(named, at.token, WINDOW)) weigh(mention, 0);
  for (const mention of lastBefore(spoken, at.token, WINDOW)) weigh(mention, SPEAKER_BONUS);
  return [...salience]
    .map(([referent, weight]) => ({ referent, salience: weight }))
    .sort((a, b) => b.salience - a.salience || a.referent - b.referent);
}

/** "They" is seldom one body with a name, and "it" with words of its own seldom a place. */
function isUnlikely({ type, named, plural }: Referent, demand: PronounDemand): boolean {
  return demand.plural ? named && !plural : demand.gender === 'neuter' && type === 'place';
}

/** Whether a pronoun can stand for one. */
export function agrees(referent: Referent, { gender, plural }: PronounDemand): boolean {
  if (plural) return referent.plural || referent.type === 'organization';
  if (gender === 'neuter') return !referent.human && !referent.plural;
  if (!referent.human) return false;
  return gender === null || referent.gender === null || referent.gender === gender;
}

const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'me', 'mine', 'my', 'our', 'ours', 'us', 'we']);

const HE: PronounDemand = { gender: 'masculine', plural: false };
const SHE: PronounDemand = { gender: 'feminine', plural: false };
const IT: PronounDemand = { gender: 'neuter', plural: false };
const THEY: PronounDemand = { gender: null, plural: true };

const THIRD_PERSON: ReadonlyMap<string, PronounDemand> = new Map([
  ['he', HE],
  ['her', SHE],
  ['him', HE],
  ['himself', HE],
  ['his', HE],
  ['it', IT],
  ['its', IT],
  ['she', SHE],
  ['their', THEY],
  ['them', THEY],
  ['they', THEY],
]);

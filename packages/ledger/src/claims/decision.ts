import { treeScores } from '@hearsay/reader/model/boosted-trees';
import type { ClaimModel } from './claim-model.ts';
import type { Fingerprint } from './fingerprint.ts';
import { compareNumbers, EVIDENCE, measurePair, type Prepared, prepare, WIDTH } from './pair-evidence.ts';

/** A proposition in the article that says it. */
export interface Said {
  fingerprint: Fingerprint;
  /** Hashes of the words that the article is about, the most telling first. */
  topic: readonly number[];
}

/** Whether a proposition is one claim with each of others. */
export interface PairDecisions {
  /** One for each of the others. */
  probabilities: Float64Array;
  /** What speaks most for being one with an other, for a person to read. */
  reasonOf(other: number): string;
}

/** Compares a proposition with others. Pure; linear in their number and words. */
export function decidePairs(one: Said, others: readonly Said[], model: ClaimModel): PairDecisions {
  const table = new Float32Array(others.length * WIDTH);
  const said = preparedOf(one, model);
  for (const [at, other] of others.entries()) measurePair(said, preparedOf(other, model), table, at * WIDTH);
  const probabilities = treeScores(model.trees, table, WIDTH);
  for (let at = 0; at < probabilities.length; at++) {
    const other = others[at].fingerprint;
    const isOtherOccasion = one.fingerprint.isEarlier !== other.isEarlier;
    const isDoubtfulDenial = table[at * WIDTH + CORE] === 0 && areOpposed(one.fingerprint, other);
    const score =
      probabilities[at] +
      model.start +
      setByHand(table, at * WIDTH) -
      (isOtherOccasion ? PENALTIES.otherOccasion : 0) -
      (isDoubtfulDenial ? PENALTIES.doubtfulDenial : 0);
    probabilities[at] = 1 / (1 + Math.exp(-score));
  }
  return { probabilities, reasonOf: (other) => reasonOf(table.subarray(other * WIDTH, (other + 1) * WIDTH)) };
}

/**
 * Whether one of others counts the same as a proposition does, and no number fits: 14 dead are not 17, however alike a third
 * wording, "at least 14", is to both.
 */
export function hasOtherNumber({ fingerprint }: Said, others: readonly Said[]): boolean {
  return others.some((other) => compareNumbers(fingerprint, other.fingerprint).clash === 1);
}

/** Whether one is for what it says and the other against: a denial makes a claim disputed, so that it must be one of that claim. */
function areOpposed({ polarity }: Fingerprint, other: Fingerprint): boolean {
  return polarity !== other.polarity && polarity !== 'observing' && other.polarity !== 'observing';
}

/** A proposition is compared many times: what it takes to compare it is made once. */
const prepared = new WeakMap<Said, Prepared>();

function preparedOf(said: Said, { vectors }: ClaimModel): Prepared {
  const known = prepared.get(said);
  if (known) return known;
  const made = prepare(said, vectors);
  prepared.set(said, made);
  return made;
}

/** From this share of runs on, two quotations are one: truncated, bracketed, or merged with another. */
const SAME_QUOTATION = 0.7;
const NEARLY_SAME_WORDS = 0.8;

/** The same known event of the same name, both happened or neither: added to the log odds, set as `PENALTIES` are. */
const SAME_EVENT = 1.5;

/**
 * What the rumours learnt from hold too seldom to be learnt: taken off the log odds, set by hand so that the invented
 * reports of the tests stay apart and no rumour left out of training loses.
 */
const PENALTIES = {
  nameClash: 4,
  otherEvent: 1.5,
  /** The same two where both articles are of one story: there names clash by a pronoun read wrongly, or one of two names. */
  withinStory: 0.5,
  wish: 10,
  onlyThreat: 3,
  knownsDiffer: 3,
  tollDiffers: 4,
  numbersClash: 4,
  /** The labelled rumours have too few earlier occasions for it to be measured and learnt. */
  otherOccasion: 10,
  /**
   * A denial and a report without a known event in common: what is denied must be the claim. Over rumours left out of training
   * nothing is lost with it and 0.02 of precision won; with 0.8 a tenth of recall goes.
   */
  doubtfulDenial: 0.6,
} as const;

/** Names that two articles are both about, from which on they are of one story. */
const SAME_STORY_NAMES = 2;

/** What is added to the log odds of a pair, or taken off. */
function setByHand(table: Float32Array, from: number): number {
  // "Is alive" beside "was killed", "was found dead" beside "the death of": known to say the same, or its contrary.
  const isSameEvent = table[from + CORE] === 1;
  const isOnlyThreat = isSameEvent && table[from + REALISED_DIFFERS] === 1;
  const isWithinStory = table[from + TOPIC_NAMES] >= SAME_STORY_NAMES;
  // The same happening to others, and no name in common: other people.
  const isClash =
    table[from + NAME_CLASH] === 1 && table[from + NAMES_DIFFER] === 1 && table[from + QUOTATION] < SAME_QUOTATION;
  // Other main events, and no word in common but those of the story.
  const isOther = table[from + MAINS_DIFFER] === 1 && table[from + OWN_SHARED] === 0 && table[from + OWN_LEAST] > 0;
  const clash = isWithinStory ? PENALTIES.withinStory : PENALTIES.nameClash;
  const other = isWithinStory ? PENALTIES.withinStory : PENALTIES.otherEvent;
  return (
    (isSameEvent && !isOnlyThreat ? SAME_EVENT : 0) -
    (isOnlyThreat ? PENALTIES.onlyThreat : 0) -
    (isClash ? clash : 0) -
    (isOther ? other : 0) -
    PENALTIES.knownsDiffer * table[from + KNOWNS_DIFFER] -
    PENALTIES.tollDiffers * table[from + TOLL_DIFFERS] -
    PENALTIES.numbersClash * table[from + NUMBERS_CLASH] -
    PENALTIES.wish * table[from + WISH]
  );
}

const KNOWNS_DIFFER = EVIDENCE.indexOf('knownsDiffer');
const TOLL_DIFFERS = EVIDENCE.indexOf('tollDiffers');
const NUMBERS_CLASH = EVIDENCE.indexOf('numbersClash');
const MAINS_DIFFER = EVIDENCE.indexOf('mainsDiffer');
const OWN_SHARED = EVIDENCE.indexOf('ownShared');
const OWN_LEAST = EVIDENCE.indexOf('ownLeast');
const REALISED_DIFFERS = EVIDENCE.indexOf('realisedDiffers');
const TOPIC_NAMES = EVIDENCE.indexOf('topicNames');
const NAME_CLASH = EVIDENCE.indexOf('nameClash');
const WISH = EVIDENCE.indexOf('wish');
const NAMES_DIFFER = EVIDENCE.indexOf('namesDiffer');
const QUOTATION = EVIDENCE.indexOf('quotation');
const CORE = EVIDENCE.indexOf('core');
const COSINE = EVIDENCE.indexOf('cosine');

function reasonOf(evidence: Float32Array): string {
  if (evidence[QUOTATION] >= SAME_QUOTATION) return 'the same quotation';
  if (evidence[CORE] === 1) return 'the same event of the same name';
  if (evidence[CORE] > 0) return 'the same event of the same kind';
  return evidence[COSINE] > NEARLY_SAME_WORDS ? 'nearly the same words' : 'words and events in common';
}

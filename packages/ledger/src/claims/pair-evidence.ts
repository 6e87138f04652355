import type { Said } from './decision.ts';
import { type EventPrint, type Fingerprint, isNameHash, type QuotationPrint, wordHash } from './fingerprint.ts';
import { compatibleRanges } from './numbers.ts';
import { senseOf } from './senses.ts';
import { dotOf, meanVector, type WordVectors } from './word-vectors.ts';

/** What is measured of two propositions, in the order of a row. It does not mind which comes first. "Own" is what is no topic of their articles. */
export const EVIDENCE = [
  'cosine',
  'contained',
  'jaccard',
  'shared',
  'rare',
  'rarest',
  'names',
  'namesDiffer',
  'ownCosine',
  'ownContained',
  'ownShared',
  'ownLeast',
  'ownMost',
  'topicShared',
  'least',
  'most',
  'fewest',
  'longest',
  'core',
  'background',
  'generic',
  'sameHead',
  'open',
  'nameClash',
  'mainsDiffer',
  'knownsDiffer',
  'tollDiffers',
  'sameArguments',
  'near',
  'ownNear',
  'eventsNear',
  'quotation',
  'quotedLeast',
  'quotedRuns',
  'numbersMeet',
  'numbersClash',
  'wish',
  'realisedDiffers',
  'bothUnrealised',
  'negationDiffers',
  'bothNegated',
  'observing',
  'topic',
  'topicNames',
  'truthBoth',
  'truthOne',
  'centralLeast',
  'centralMost',
  'leadLeast',
  'leadMost',
  'placeLeast',
  'placeMost',
  'nested',
  'sameSpeaker',
  'aboutLeast',
  'aboutMost',
] as const;

export const WIDTH = EVIDENCE.length;

/** A proposition with what every comparison of it needs. */
export interface Prepared extends Said {
  /** Means of the vectors of its words, of those that are no topic, and of its main events. */
  vector: Float32Array;
  ownVector: Float32Array;
  eventVector: Float32Array;
  /** What its words tell together, and those that are no topic. */
  sum: number;
  ownSum: number;
  /** How far its words are the article's topic. */
  about: number;
  /** Whether it says of something that it is true or false. */
  truth: boolean;
}

/** Words of one axis: what they are said of is real, or it is not. */
const TRUTH = new Set(
  'fake authentic true truth untrue debunk satire satirical real really legitimate legit myth false inaccurate fiction prank joke mislead misleading propaganda baseless unfounded'
    .split(' ')
    .map((word) => wordHash(senseOf(word))),
);

export function prepare(said: Said, vectors: WordVectors): Prepared {
  const { fingerprint: f, topic } = said;
  const own = (at: number) => (topic.includes(f.words[at]) ? 0 : f.weights[at]);
  const mains = f.events.filter(({ isMain }) => isMain).map(({ sense }) => sense);
  let ownSum = 0;
  let about = 0;
  for (let at = 0; at < f.words.length; at++) {
    ownSum += own(at);
    const rank = topic.indexOf(f.words[at]);
    if (rank >= 0) about += 1 / (2 + rank);
  }
  return {
    ...said,
    vector: meanVector(vectors, f.words, (at) => f.weights[at]),
    ownVector: meanVector(vectors, f.words, own),
    eventVector: meanVector(vectors, mains, () => 1),
    sum: f.weights.reduce((sum, weight) => sum + weight, 0),
    ownSum,
    about,
    truth: f.words.some((word) => TRUTH.has(word)),
  };
}

/** Writes the evidence on two propositions into a table, from `at` on. Linear in their words, quadratic in their few events. */
export function measurePair(one: Prepared, other: Prepared, row: Float32Array, at: number): void {
  const a = one.fingerprint;
  const b = other.fingerprint;
  let dot = 0;
  let shared = 0;
  let rare = 0;
  let rarest = 0;
  let names = 0;
  let ownDot = 0;
  let ownShared = 0;
  let topicShared = 0;
  let squaresA = 0;
  let squaresB = 0;
  let ownA = 0;
  let ownB = 0;
  let namedA = 0;
  let namedB = 0;
  const isTopic = (word: number) => one.topic.includes(word) || other.topic.includes(word);
  for (let i = 0; i < a.words.length; i++) {
    const weight = a.weights[i];
    squaresA += weight * weight;
    if (isTellingName(a.words[i])) namedA++;
    if (!isTopic(a.words[i])) ownA += weight * weight;
  }
  for (let i = 0; i < b.words.length; i++) {
    const weight = b.weights[i];
    squaresB += weight * weight;
    if (isTellingName(b.words[i])) namedB++;
    if (!isTopic(b.words[i])) ownB += weight * weight;
  }
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    if (a.words[i] < b.words[j]) i++;
    else if (a.words[i] > b.words[j]) j++;
    else {
      const word = a.words[i];
      const least = Math.min(a.weights[i], b.weights[j]);
      dot += a.weights[i] * b.weights[j];
      shared += least;
      if (isTellingName(word)) names++;
      else {
        if (least > RARE_WEIGHT) rare++;
        rarest = Math.max(rarest, least);
      }
      if (isTopic(word)) topicShared++;
      else {
        ownDot += a.weights[i] * b.weights[j];
        ownShared += least;
      }
      i++;
      j++;
    }
  }
  const least = Math.min(one.sum, other.sum);
  const most = Math.max(one.sum, other.sum);
  const ownLeast = Math.min(one.ownSum, other.ownSum);
  let put = at;
  const add = (value: number) => {
    row[put++] = value;
  };
  add(dot === 0 ? 0 : dot / Math.sqrt(squaresA * squaresB));
  add(least === 0 ? 0 : shared / least);
  add(most === 0 ? 0 : shared / (one.sum + other.sum - shared));
  add(shared);
  add(rare);
  add(rarest);
  add(names);
  add(names === 0 && namedA > 0 && namedB > 0 ? 1 : 0);
  add(ownDot === 0 ? 0 : ownDot / Math.sqrt(ownA * ownB));
  add(ownLeast === 0 ? 0 : ownShared / ownLeast);
  add(ownShared);
  add(ownLeast);
  add(Math.max(one.ownSum, other.ownSum));
  add(topicShared);
  add(least);
  add(most);
  add(Math.min(a.words.length, b.words.length));
  add(Math.max(a.words.length, b.words.length));
  const areStrangers = names === 0 && namedA > 0 && namedB > 0 && !isNamedIn(one, other) && !isNamedIn(other, one);
  const events = compareEvents(a, b, areStrangers);
  add(events.core);
  add(events.background);
  add(events.generic);
  add(events.sameHead);
  add(events.open);
  add(events.nameClash);
  add(events.mainsDiffer);
  add(events.knownsDiffer);
  add(events.tollDiffers);
  add(events.sameArguments);
  add(dotOf(one.vector, other.vector));
  add(dotOf(one.ownVector, other.ownVector));
  add(dotOf(one.eventVector, other.eventVector));
  const runs = sharedRuns(a.quotation, b.quotation);
  add(runs.share);
  add(runs.fewest);
  add(runs.shared);
  const numbers = compareNumbers(a, b);
  add(numbers.meet);
  add(numbers.clash);
  add(a.isWish === b.isWish ? 0 : 1);
  add(a.isUnrealised === b.isUnrealised ? 0 : 1);
  add(a.isUnrealised && b.isUnrealised ? 1 : 0);
  add(a.isNegated === b.isNegated ? 0 : 1);
  add(a.isNegated && b.isNegated ? 1 : 0);
  add(Number(a.polarity === 'observing') + Number(b.polarity === 'observing'));
  let topics = 0;
  let topicNames = 0;
  for (const word of one.topic) {
    if (!other.topic.includes(word)) continue;
    topics++;
    if (isTellingName(word)) topicNames++;
  }
  add(topics);
  add(topicNames);
  add(one.truth && other.truth ? 1 : 0);
  add(one.truth !== other.truth ? 1 : 0);
  add(Math.min(a.standing.central, b.standing.central));
  add(Math.max(a.standing.central, b.standing.central));
  add(Math.min(a.standing.lead, b.standing.lead));
  add(Math.max(a.standing.lead, b.standing.lead));
  add(Math.min(a.standing.place, b.standing.place));
  add(Math.max(a.standing.place, b.standing.place));
  add(Number(a.standing.isNested) + Number(b.standing.isNested));
  add(a.standing.speaker === b.standing.speaker ? 1 : 0);
  add(Math.min(one.about, other.about));
  add(Math.max(one.about, other.about));
}

/** In tenths of a nat. */
const RARE_WEIGHT = 30;

/** A name that every second report has: two that have it in common need have no more in common. */
const NAMED_EVERYWHERE = wordHash('@united states');

function isTellingName(word: number): boolean {
  return isNameHash(word) && word !== NAMED_EVERYWHERE;
}

/** Whether a proposition names something that the other's article is about. */
function isNamedIn({ fingerprint: { words } }: Said, { topic }: Said): boolean {
  return words.some((word) => isTellingName(word) && topic.includes(word));
}

/** `areStrangers`: they and their articles name nothing that the other names. */
function compareEvents(
  { events: a, numbers: countedA }: Fingerprint,
  { events: b, numbers: countedB }: Fingerprint,
  areStrangers: boolean,
) {
  const found = {
    core: 0,
    background: 0,
    generic: 0,
    sameHead: 0,
    open: 0,
    nameClash: 0,
    mainsDiffer: 0,
    knownsDiffer: 0,
    tollDiffers: 0,
    sameArguments: 0,
  };
  let sharedMain = false;
  let isOtherOfKind = false;
  for (const one of a) {
    for (const other of b) {
      const meets = one.affected.some((word) => other.affected.includes(word));
      if (meets) found.sameArguments = Math.max(found.sameArguments, one.isMain && other.isMain ? 2 : 1);
      if (one.sense !== other.sense) continue;
      const both = one.isMain && other.isMain;
      const weight = both ? 1 : 0.5;
      if (both) sharedMain = true;
      if (one.affected.length === 0 || other.affected.length === 0) {
        found.open = Math.max(found.open, weight);
        continue;
      }
      if (!meets) {
        // "Four people were killed" beside "Vell was killed".
        if (both && isCounted(one, countedA) !== isCounted(other, countedB)) found.tollDiffers = 1;
        // Vell and Adder; or the leader of a group, and Vell, whom its article does not name.
        const isClash = areStrangers || (one.affected.some(isNameHash) && other.affected.some(isNameHash));
        if (isClash) found.nameClash = Math.max(found.nameClash, weight);
        continue;
      }
      if (one.affected[0] === other.affected[0]) found.sameHead = 1;
      // The leader of one group and the leader of another.
      if (areStrangers && both) isOtherOfKind = true;
      const isNamed = one.affected.some((word) => isNameHash(word) && other.affected.includes(word));
      if (!one.isKnown) found.generic = Math.max(found.generic, weight);
      else if (both) found.core = Math.max(found.core, isNamed ? 1 : 0.6);
      else found.background = 1;
    }
  }
  if (found.core > 0) found.background = 0;
  if (found.core + found.background + found.generic > 0) found.nameClash = isOtherOfKind ? 1 : 0;
  const bothHaveMains = a.some(({ isMain }) => isMain) && b.some(({ isMain }) => isMain);
  found.mainsDiffer = bothHaveMains && !sharedMain ? 1 : 0;
  found.knownsDiffer = !sharedMain && a.some(isKnownMain) && b.some(isKnownMain) ? 1 : 0;
  if (sharedMain && found.core > 0) found.tollDiffers = 0;
  return found;
}

function isKnownMain({ isKnown, isMain }: EventPrint): boolean {
  return isKnown && isMain;
}

/** Whether whom an event concerns is a number of people, not somebody. */
function isCounted({ affected }: EventPrint, numbers: Fingerprint['numbers']): boolean {
  return numbers.some(({ of }) => affected.includes(of));
}

/** Whether the same is counted in both, and whether a number of it fits. */
export function compareNumbers(a: Fingerprint, b: Fingerprint): { meet: number; clash: number } {
  let clash = 0;
  for (const one of a.numbers) {
    for (const other of b.numbers) {
      if (one.of !== other.of) continue;
      if (compatibleRanges(one.range, other.range)) return { meet: 1, clash: 0 };
      clash = 1;
    }
  }
  return { meet: 0, clash };
}

/** Runs of words that both quotations have: how many, as a share of the shorter's, and how many that has. */
function sharedRuns(a: QuotationPrint, b: QuotationPrint): { share: number; shared: number; fewest: number } {
  const step = Math.max(a.step, b.step);
  const one = a.step === step ? a.runs : a.runs.filter((run) => run % step === 0);
  const other = b.step === step ? b.runs : b.runs.filter((run) => run % step === 0);
  const fewest = Math.min(one.length, other.length);
  if (fewest === 0) return { share: 0, shared: 0, fewest: 0 };
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] < other[j]) i++;
    else if (one[i] > other[j]) j++;
    else {
      shared++;
      i++;
      j++;
    }
  }
  return { share: shared / fewest, shared: shared * step, fewest };
}

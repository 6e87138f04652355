import { type CompactText, FUNCTION_WORDS } from './compact-text.ts';
import { NAME, QUOTED, SITE } from './marked-words.ts';
import { type AlignedSentences, alignSentences } from './sentence-alignment.ts';
import { SHORTEST_TILE, type Tile } from './tiling.ts';

/** How much two texts have of one another, by what the decision weighs. */
export interface ReuseMeasures {
  /** Share of the shorter's words, quotations included, that the other has. */
  overlap: number;
  /** Share of the pairs of aligned sentences that stand in the same order in both texts: a rewrite keeps the order. */
  order: number;
  /** Logarithm of the words shared in runs by the sentences that share the third most: two may do so by chance. */
  thirdRuns: number;
  /** Logarithm of what all aligned sentences share. */
  aligned: number;
  /** The same of the sentences that share the fourth most. */
  fourthAligned: number;
  /** How alike the sentences are that are fourth most alike: 0 to 1. */
  fourthShare: number;
  /** Share of the shorter's narrative that is aligned. */
  covered: number;
  /** Logarithm of the shorter's length. */
  length: number;
}

// Chosen by the loss of a logistic regression under cross-validation by topic, over the pairs of training/copies.
/** What a name counts in a run beside another word. */
const NAME_WEIGHT = 0.3;
const FUNCTION_WORD_WEIGHT = 0.4;
/** From this share on aligned sentences count, and in full from `FULL_SHARE` on. */
const LEAST_SHARE = 0.2;
const FULL_SHARE = 0.6;
/** What sentences count of which one is its text's first: every report of an event begins with what happened. */
const FIRST_SENTENCE = 0.3;
/** What counts less says nothing of the order. */
const LEAST_FULLNESS = 0.1;
/** Quoted words in a row behind which words that both texts share without a gap are quoted still. */
const LONG_QUOTATION = 12;
/** Words shared before it: the announcement is each article's own. */
const ANNOUNCEMENT = 6;
/** Where the texts share more than this of the shorter, what follows a quotation is reprinted with it. */
const MOST = 0.5;
/** Weight of narrative that a text counts as having at least: a report of one line is no measure. */
const LEAST_NARRATIVE = 8;

export function measureReuse(one: CompactText, other: CompactText, tiles: readonly Tile[]): ReuseMeasures {
  const overlap = measureOverlap(one, other, tiles);
  const [a, b] = overlap < MOST ? quoteOn(one, other, tiles) : [one, other];
  const runs = narrativeRuns(a, b, tiles);
  const { pairs, shorter } = alignSentences(a, b);
  const reused = pairs.map(({ share, weight }) => weight * fullness(share));
  const told = pairs.map((pair, at) => (pair.a === 0 || pair.b === 0 ? FIRST_SENTENCE : 1) * reused[at]);
  return {
    overlap,
    order: shareInOrder(pairs.filter(({ share }) => fullness(share) > LEAST_FULLNESS)),
    thirdRuns: logarithm(runsBySentences(a, b, runs)[2]),
    aligned: logarithm(sum(told)),
    fourthAligned: logarithm(told.toSorted((x, y) => y - x)[3]),
    fourthShare: pairs[3]?.share ?? 0,
    covered: sum(reused) / Math.max(LEAST_NARRATIVE, shorter),
    length: Math.log(Math.min(a.count, b.count) + 20),
  };
}

/** How far aligned sentences count: 0 to 1. */
function fullness(share: number): number {
  return Math.min(1, Math.max(0, (share - LEAST_SHARE) / (FULL_SHARE - LEAST_SHARE)));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Share of the shorter's words, quotations included, that the other has in runs: 0 to 1. */
export function measureOverlap(a: CompactText, b: CompactText, tiles: readonly Tile[]): number {
  let shared = 0;
  for (const { length } of tiles) shared += length;
  return Math.min(1, shared / Math.max(1, Math.min(ownWords(a), ownWords(b))));
}

/**
 * What is announced and quoted without marks is seen to be quoted in its first paragraph only: where both texts run on word
 * for word behind it, it is quoted still.
 */
function quoteOn(a: CompactText, b: CompactText, tiles: readonly Tile[]): [CompactText, CompactText] {
  const kinds = { a: a.kind.slice(), b: b.kind.slice() };
  for (const { a: atA, b: atB, length } of tiles) {
    let quoted = 0;
    for (let at = 0; at < length; at++) {
      if (a.kind[atA + at] === QUOTED && b.kind[atB + at] === QUOTED) quoted++;
      else if (
        quoted >= LONG_QUOTATION &&
        at - quoted <= ANNOUNCEMENT &&
        startsSentence(a, atA + at) &&
        startsSentence(b, atB + at)
      ) {
        kinds.a.fill(QUOTED, atA + at, atA + length);
        kinds.b.fill(QUOTED, atB + at, atB + length);
        break;
      } else quoted = 0;
    }
  }
  return [
    { ...a, kind: kinds.a },
    { ...b, kind: kinds.b },
  ];
}

function startsSentence({ sentenceOf }: CompactText, at: number): boolean {
  return sentenceOf[at] !== sentenceOf[at - 1];
}

function logarithm(weight = 0): number {
  return Math.log(weight + 0.5);
}

/** The parts of shared runs that are narrative in both texts. */
function narrativeRuns(a: CompactText, b: CompactText, tiles: readonly Tile[]): Tile[] {
  const runs: Tile[] = [];
  for (const { a: atA, b: atB, length } of tiles) {
    let first = 0;
    while (first < length) {
      let end = first;
      while (end < length && a.kind[atA + end] <= NAME && b.kind[atB + end] <= NAME) end++;
      if (end - first >= SHORTEST_TILE) runs.push({ a: atA + first, b: atB + first, length: end - first });
      first = end + 1;
    }
  }
  return runs;
}

/** What each two sentences share in runs that begin in them, most first; a word of each run is free. */
function runsBySentences(a: CompactText, b: CompactText, runs: readonly Tile[]): number[] {
  const weights = new Map<number, number>();
  for (const run of runs) {
    const sentences = a.sentenceOf[run.a] * b.sentences.length + b.sentenceOf[run.b];
    const weight = Math.max(0, weigh(a, run.a, run.a + run.length) - 1);
    weights.set(sentences, (weights.get(sentences) ?? 0) + weight);
  }
  return [...weights.values()].sort((x, y) => y - x);
}

function weigh({ kind, word }: CompactText, first: number, end: number): number {
  let weight = 0;
  for (let at = first; at < end; at++) {
    weight += kind[at] === NAME ? NAME_WEIGHT : word[at] < FUNCTION_WORDS ? FUNCTION_WORD_WEIGHT : 1;
  }
  return weight;
}

/** Where there are few pairs it is near a half. */
function shareInOrder(pairs: readonly AlignedSentences[]): number {
  let ordered = 0;
  let all = 0;
  for (let one = 0; one < pairs.length; one++) {
    for (let other = 0; other < one; other++) {
      all++;
      if ((pairs[one].a - pairs[other].a) * (pairs[one].b - pairs[other].b) > 0) ordered++;
    }
  }
  return (ordered + 1) / (all + 2);
}

/** The words that are not the site's. */
function ownWords({ kind, count }: CompactText): number {
  let own = count;
  for (const each of kind) if (each === SITE) own--;
  return own;
}

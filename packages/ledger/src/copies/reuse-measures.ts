import { type CompactText, FUNCTION_WORDS } from './compact-text.ts';
import { NAME, QUOTED, SITE } from './marked-words.ts';
import { alignSentences } from './sentence-alignment.ts';
import { SHORTEST_TILE, type Tile } from './tiling.ts';

/** How much two texts have of one another, by what the decision weighs. */
export interface ReuseMeasures {
  /** Share of the shorter's words, quotations included, that the other has. */
  overlap: number;
  /** Share of the runs of narrative that follow the one before closely in both texts: a rewrite keeps the order. */
  order: number;
  /** Logarithm of the words shared in runs by the sentences that share the third most: two may do so by chance. */
  thirdRuns: number;
  /** Logarithm of what all aligned sentences share. */
  aligned: number;
  /** The same of the sentences that share the second, third and fourth most. */
  secondAligned: number;
  thirdAligned: number;
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
/** Words between the beginnings of two runs that follow one another closely. */
const CLOSE = 30;
/** Words for which a run counts once more. */
const LONG = 14;
/** From this share on aligned sentences count, and in full from `FULL_SHARE` on. */
const LEAST_SHARE = 0.2;
const FULL_SHARE = 0.6;
/** Quoted words in a row behind which words that both texts share without a gap are quoted still. */
const LONG_QUOTATION = 12;
/** Words shared before it: the announcement is each article's own. */
const ANNOUNCEMENT = 6;
/** Where the texts share more than this of the shorter, what follows a quotation is reprinted with it. */
const MOST = 0.5;
/** Weight of narrative that a text counts as having at least: a report of one line is no measure. */
const LEAST_NARRATIVE = 5;

export function measureReuse(one: CompactText, other: CompactText, tiles: readonly Tile[]): ReuseMeasures {
  const overlap = measureOverlap(one, other, tiles);
  const [a, b] = overlap < MOST ? quoteOn(one, other, tiles) : [one, other];
  const runs = narrativeRuns(a, b, tiles);
  const { pairs, shorter } = alignSentences(a, b);
  const reused = pairs
    .map(({ share, weight }) => weight * Math.min(1, Math.max(0, (share - LEAST_SHARE) / (FULL_SHARE - LEAST_SHARE))))
    .sort((x, y) => y - x);
  let aligned = 0;
  for (const weight of reused) aligned += weight;
  return {
    overlap,
    order: shareInOrder(runs),
    thirdRuns: logarithm(runsBySentences(a, b, runs)[2]),
    aligned: logarithm(aligned),
    secondAligned: logarithm(reused[1]),
    thirdAligned: logarithm(reused[2]),
    fourthAligned: logarithm(reused[3]),
    fourthShare: pairs[3]?.share ?? 0,
    covered: aligned / Math.max(LEAST_NARRATIVE, shorter),
    length: Math.log(Math.min(a.count, b.count) + 20),
  };
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

/** A long run counts as several, one behind the other. */
function shareInOrder(runs: readonly Tile[]): number {
  const ordered = runs.toSorted((x, y) => x.a - y.a);
  let following = 0;
  let all = 0;
  ordered.forEach((run, at) => {
    const steps = Math.floor(run.length / LONG);
    const before = ordered[at - 1];
    const isClose =
      before &&
      run.a - before.a < CLOSE + before.length &&
      Math.abs(run.b - before.b - CLOSE / 2) < CLOSE / 2 + before.length;
    following += steps + (isClose && run.b > before.b ? 1 : 0);
    all += steps + 1;
  });
  return following / Math.max(3, all);
}

/** The words that are not the site's. */
function ownWords({ kind, count }: CompactText): number {
  let own = count;
  for (const each of kind) if (each === SITE) own--;
  return own;
}

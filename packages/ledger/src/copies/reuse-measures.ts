import { type CompactText, FUNCTION_WORDS } from './compact-text.ts';
import { NAME, SITE } from './marked-words.ts';
import { SHORTEST_TILE, type Tile } from './tiling.ts';

/** How much two texts have of one another, by what the decision weighs. */
export interface ReuseMeasures {
  /** Logarithm of the narrative that both have, by the length of both. */
  reuse: number;
  /** Share of the runs of narrative that follow the one before closely in both texts: a rewrite keeps the order. */
  order: number;
  /** Share of the shorter's narrative that stands in sentences of which the other has a good part. */
  sentences: number;
  /** Share of the shorter's words, quotations included, that the other has. */
  overlap: number;
}

// Chosen by the loss of a logistic regression under cross-validation over the pairs of the tuning split.
/** What a name counts beside another word: who reports the same facts has the same names. */
const NAME_WEIGHT = 0.3;
const FUNCTION_WORD_WEIGHT = 0.4;
/** Weight of a run that counts for nothing: two words in a row are met by chance. */
const FREE_WEIGHT = 2;
/** Many runs tell more than one long one, which may be words of a third that neither set in quotation marks. */
const RUN_POWER = 0.5;
/** Power of the product of the lengths: under a half, so that two sentences in long reports still count. */
const LENGTH_POWER = 0.35;
/** Words between the beginnings of two runs that follow one another closely. */
const CLOSE = 30;
/** Words for which a run counts once more. */
const LONG = 14;
/** A sentence counts as reused where this share of its narrative stands in the other text. */
const REUSED_SENTENCE = 0.3;
/** Narrative that a text counts as having at least: a report of one line is no measure. */
const LEAST_NARRATIVE = 30;

export function measureReuse(a: CompactText, b: CompactText, tiles: readonly Tile[]): ReuseMeasures {
  const runs = narrativeRuns(a, b, tiles);
  const shorter = narrativeWords(a) <= narrativeWords(b) ? 'a' : 'b';
  const text = shorter === 'a' ? a : b;
  let mass = 0;
  for (const run of runs) mass += Math.max(0, weigh(a, run.a, run.a + run.length) - FREE_WEIGHT) ** RUN_POWER;
  const lengths = [a, b].map((each) => Math.max(LEAST_NARRATIVE, weigh(each, 0, each.count)));
  let shared = 0;
  for (const { length } of tiles) shared += length;
  return {
    reuse: Math.log((mass + 0.5) / (lengths[0] * lengths[1]) ** LENGTH_POWER),
    order: shareInOrder(runs),
    sentences: reusedSentences(text, runs, shorter) / Math.max(LEAST_NARRATIVE, narrativeWords(text)),
    overlap: Math.min(1, shared / Math.max(1, Math.min(ownWords(a), ownWords(b)))),
  };
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

/** The weight of the narrative between two words. */
function weigh({ kind, word }: CompactText, first: number, end: number): number {
  let weight = 0;
  for (let at = first; at < end; at++) {
    if (kind[at] > NAME) continue;
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

/** Words of narrative in the sentences that are reused. */
function reusedSentences(
  { kind, sentenceOf, sentences, count }: CompactText,
  runs: readonly Tile[],
  side: 'a' | 'b',
): number {
  const all = new Uint32Array(sentences.length);
  const reused = new Uint32Array(sentences.length);
  for (let at = 0; at < count; at++) if (kind[at] <= NAME) all[sentenceOf[at]]++;
  for (const run of runs) for (let at = run[side]; at < run[side] + run.length; at++) reused[sentenceOf[at]]++;
  let words = 0;
  for (let at = 0; at < all.length; at++) {
    if (reused[at] > 0 && reused[at] >= REUSED_SENTENCE * all[at]) words += all[at];
  }
  return words;
}

function narrativeWords({ kind }: CompactText): number {
  let words = 0;
  for (const each of kind) if (each <= NAME) words++;
  return words;
}

/** The words that are not the site's. */
function ownWords({ kind, count }: CompactText): number {
  let own = count;
  for (const each of kind) if (each === SITE) own--;
  return own;
}

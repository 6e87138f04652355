import { type Background, idfOf } from './background.ts';
import { type Body, SENTENCE_SIGNALS } from './body.ts';
import { CLAIM_FORMS, type Claim } from './claim.ts';
import { CLAIM_STANDINGS, writeClaimStandings } from './claim-standings.ts';
import type { Match } from './match.ts';
import { SIGNALS } from './stance-words.ts';

/** What is measured of how far a claim and a body are about the same, in the order of the features. */
const OVERLAPS = [
  'coverage',
  'words covered',
  'cosine',
  'bm25',
  'prefixes covered',
  'best sentence',
  'second sentence',
  'third sentence',
  'two sentences together',
  'lead',
  'first sentence',
  'together',
  'rarest covered',
  'second rarest covered',
  'weight of rarest missing',
  'missing rare words',
  'numbers',
  'numbers covered',
  'topics of the body covered',
  'names of the body covered',
  'unknown words',
  'claim length',
  'body length',
  'place of best sentence',
  'sentences with half',
  'weight',
  'covered in the first half',
  'covered beside the rarest',
  'best sentence beside the rarest',
] as const;

const ZONES = ['whole', 'lead', 'best', 'beside', 'strongest match', 'end'] as const;

/** How well the claim is matched by sentences that do without these: in the reporter's own voice. */
const VOICES = ['own voice', 'no doubt', 'neither'] as const;

export const PAIR_FEATURES: readonly string[] = [
  ...OVERLAPS,
  ...SIGNALS.map((signal) => `claim ${signal}`),
  ...CLAIM_FORMS.map((form) => `claim ${form}`),
  ...ZONES.flatMap((zone) => SENTENCE_SIGNALS.map((signal) => `${zone}: ${signal}`)),
  ...VOICES,
  ...CLAIM_STANDINGS,
];

/** How many of the features are of overlap alone: what tells whether the two are related. */
export const OVERLAP_COUNT = OVERLAPS.length;

const LEAD = 3;
const RARE = 4;
/** BM25's usual constants. */
const K1 = 1.2;
const B = 0.75;
const MEAN_LENGTH = 200;
const TOPICS = 8;

/** Writes the features of a pair into a row. */
export function writePairFeatures(
  claim: Claim,
  body: Body,
  match: Match,
  background: Background,
  row: Float32Array,
): void {
  row.fill(0);
  writeOverlaps(claim, body, match, background, row);
  row.set(claim.signals, OVERLAP_COUNT);
  row.set(claim.forms, OVERLAP_COUNT + SIGNALS.length);
  const zones = OVERLAP_COUNT + SIGNALS.length + CLAIM_FORMS.length;
  writeZones(body, match, row.subarray(zones));
  const voices = zones + ZONES.length * SENTENCE_SIGNALS.length;
  writeVoices(body, match, row.subarray(voices));
  writeClaimStandings(claim, body, match, row.subarray(voices + VOICES.length));
}

function writeOverlaps(claim: Claim, body: Body, match: Match, background: Background, row: Float32Array): void {
  const { weights, total, times, coverage, best, together } = match;
  const count = claim.stems.length;
  const length = body.stems.length;
  let covered = 0;
  let words = 0;
  let dot = 0;
  let bm25 = 0;
  let bm25Most = 0;
  let prefixes = 0;
  let missing = 0;
  let missingRare = 0;
  let numbers = 0;
  let numbersCovered = 0;
  let unknown = 0;
  let rarest = -1;
  let second = -1;
  let norm = 0;
  let heaviestCovered = 0;
  for (let at = 0; at < count; at++) {
    const weight = weights[at];
    norm += weight * weight;
    if (rarest < 0 || weight > weights[rarest]) {
      second = rarest;
      rarest = at;
    } else if (second < 0 || weight > weights[second]) second = at;
    if (weight >= background.rarest) unknown++;
    bm25Most += weight * (K1 + 1);
    if (claim.numeric[at] === 1) numbers++;
    if (body.prefixSet.has(claim.prefixes[at])) prefixes += weight;
    const tf = times[at];
    if (tf === 0) {
      missing = Math.max(missing, weight);
      if (weight > RARE) missingRare++;
      continue;
    }
    covered += weight;
    heaviestCovered = Math.max(heaviestCovered, weight);
    words++;
    dot += weight * weight * (1 + Math.log(tf));
    bm25 += (weight * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * length) / MEAN_LENGTH));
    if (claim.numeric[at] === 1) numbersCovered++;
  }
  let bodyNorm = 0;
  const heaviest: { stem: number; weight: number }[] = [];
  for (const [stem, tf] of body.counts) {
    const weight = idfOf(background, stem) * (1 + Math.log(tf));
    bodyNorm += weight * weight;
    heaviest.push({ stem, weight });
  }
  heaviest.sort((a, b) => b.weight - a.weight || a.stem - b.stem);
  const claimed = new Set(claim.stems);
  const topics = heaviest.slice(0, TOPICS);
  let pairs = 0;
  for (let at = 0; at + 1 < count; at++) pairs += together[at];
  let two = 0;
  for (let at = 0; at + 1 < coverage.length; at++) two = Math.max(two, coverage[at] + coverage[at + 1]);
  const half = Math.ceil(coverage.length / 2);
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const values: Readonly<Record<(typeof OVERLAPS)[number], number>> = {
    coverage: share(covered, total),
    'words covered': share(words, count),
    cosine: share(dot, Math.sqrt(norm * bodyNorm)),
    bm25: share(bm25, bm25Most),
    'prefixes covered': share(prefixes, total),
    'best sentence': best.length > 0 ? coverage[best[0]] : 0,
    'second sentence': best.length > 1 ? coverage[best[1]] : 0,
    'third sentence': best.length > 2 ? coverage[best[2]] : 0,
    'two sentences together': two,
    lead: greatest(coverage, 0, LEAD),
    'first sentence': coverage[0] ?? 0,
    together: share(pairs, count - 1),
    'rarest covered': rarest >= 0 && times[rarest] > 0 ? 1 : 0,
    'second rarest covered': second >= 0 && times[second] > 0 ? 1 : 0,
    'weight of rarest missing': missing,
    'missing rare words': missingRare,
    numbers,
    'numbers covered': numbersCovered,
    'topics of the body covered': share(
      topics.reduce((sum, { stem, weight }) => sum + (claimed.has(stem) ? weight : 0), 0),
      topics.reduce((sum, { weight }) => sum + weight, 0),
    ),
    'names of the body covered': namesCovered(body, claimed, background),
    'unknown words': unknown,
    'claim length': count,
    'body length': Math.log(1 + length),
    'place of best sentence': best.length > 0 ? share(best[0], coverage.length) : 1,
    'sentences with half': Array.from(coverage).filter((each) => each >= 0.5).length,
    weight: total,
    'covered in the first half': greatest(coverage, 0, half),
    'covered beside the rarest': share(covered - heaviestCovered, total - heaviestCovered),
    'best sentence beside the rarest':
      best.length > 0 ? Math.max(0, coverage[best[0]] - share(heaviestCovered, total)) : 0,
  };
  for (const [index, name] of OVERLAPS.entries()) row[index] = values[name];
}

function greatest(values: Float64Array, from: number, to: number): number {
  let most = 0;
  for (let at = from; at < Math.min(to, values.length); at++) most = Math.max(most, values[at]);
  return most;
}

/** The share, by weight, of the names' words in a body that the claim has too. */
function namesCovered(body: Body, claimed: ReadonlySet<number>, background: Background): number {
  let all = 0;
  let covered = 0;
  for (let at = 0; at < body.stems.length; at++) {
    if (body.named[at] === 0) continue;
    const weight = idfOf(background, body.stems[at]);
    all += weight;
    if (claimed.has(body.stems[at])) covered += weight;
  }
  return all > 0 ? covered / all : 0;
}

/** For each zone of the body the mean strength of each signal; last, how well the claim is matched where a signal stands. */
function writeZones({ sentences, signals }: Body, { coverage, best }: Match, row: Float32Array): void {
  const width = SENTENCE_SIGNALS.length;
  const mean = (zone: number, chosen: readonly number[]): void => {
    for (const sentence of chosen) {
      for (let signal = 0; signal < width; signal++) {
        row[zone * width + signal] += Math.min(2, signals[sentence * width + signal]) / chosen.length;
      }
    }
  };
  const all = Array.from({ length: sentences }, (_, at) => at);
  mean(0, all);
  mean(1, all.slice(0, LEAD));
  mean(2, best);
  mean(
    3,
    [...new Set(best.flatMap((at) => [at - 1, at + 1]))].filter((at) => at >= 0 && at < sentences),
  );
  for (let sentence = 0; sentence < sentences; sentence++) {
    for (let signal = 0; signal < width; signal++) {
      if (signals[sentence * width + signal] === 0) continue;
      const slot = 4 * width + signal;
      row[slot] = Math.max(row[slot], coverage[sentence]);
    }
  }
  mean(5, all.slice(Math.max(LEAD, sentences - LEAD)));
}

const ATTRIBUTION = [SENTENCE_SIGNALS.indexOf('attributed'), SENTENCE_SIGNALS.indexOf('reports')];
const DOUBTS = [
  'refutes',
  'doubts',
  'hedges',
  'denied',
  'uncertain',
  'distanced',
  'hedged by the reporter',
  'asked',
] as const;

const DOUBT = DOUBTS.map((signal) => SENTENCE_SIGNALS.indexOf(signal));

function writeVoices({ signals }: Body, { coverage, best }: Match, row: Float32Array): void {
  const width = SENTENCE_SIGNALS.length;
  const most = best.length > 0 ? coverage[best[0]] : 0;
  if (most === 0) return;
  for (let sentence = 0; sentence < coverage.length; sentence++) {
    const has = (signal: number): boolean => signals[sentence * width + signal] > 0;
    const share = coverage[sentence] / most;
    const attributed = ATTRIBUTION.some(has);
    const doubted = DOUBT.some(has);
    if (!attributed) row[0] = Math.max(row[0], share);
    if (!doubted) row[1] = Math.max(row[1], share);
    if (!attributed && !doubted) row[2] = Math.max(row[2], share);
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildTree } from '@hearsay/reader/attribution/tree';
import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import { seededRandom } from '../../../reader/training/random.ts';
import { isTelling } from '../../src/claims/claim-words.ts';
import { wordHash } from '../../src/claims/fingerprint.ts';
import { senseOf } from '../../src/claims/senses.ts';
import type { WordVectors } from '../../src/claims/word-vectors.ts';

const DIMENSIONS = 48;
/** Telling words to either side that count as seen together. */
const WINDOW = 6;
const LEAST_COUNT = 6;
/** Context counts to this power: rare contexts weigh less (Levy, Goldberg and Dagan 2015). */
const SMOOTHING = 0.75;
/** Singular values to this power scale the vectors (the same). */
const SCALE = 0.5;
const ROUNDS = 5;

/**
 * Vectors of words by the words that stand near them in reports: positive pointwise mutual information, cut to its first
 * singular vectors by subspace iteration from a seeded start. The same texts give the same vectors.
 */
export function trainVectors(texts: Iterable<string[][]>): WordVectors {
  const sentences = [...texts].flat();
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([, count]) => count >= LEAST_COUNT)
    .map(([word]) => word)
    .sort();
  const placeOf = new Map(vocabulary.map((word, place) => [word, place]));
  const rows = vocabulary.map(() => new Map<number, number>());
  for (const words of sentences) {
    const places = words.flatMap((word) => placeOf.get(word) ?? []);
    for (const [at, place] of places.entries()) {
      for (let other = Math.max(0, at - WINDOW); other < at; other++) {
        if (places[other] === place) continue;
        rows[place].set(places[other], (rows[place].get(places[other]) ?? 0) + 1);
        rows[places[other]].set(place, (rows[places[other]].get(place) ?? 0) + 1);
      }
    }
  }
  const vectors = leadingVectors(mutualInformation(rows));
  const order = vocabulary.map((word, place) => ({ key: wordHash(word), place })).sort((a, b) => a.key - b.key);
  const values = new Int8Array(order.length * DIMENSIONS);
  for (const [at, { place }] of order.entries()) {
    const vector = vectors.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS);
    const length = Math.hypot(...vector) || 1;
    for (let d = 0; d < DIMENSIONS; d++) values[at * DIMENSIONS + d] = Math.round((vector[d] / length) * 127);
  }
  return { dimensions: DIMENSIONS, placeOf: new Map(order.map(({ key }, place) => [key, place])), values };
}

interface SparseRows {
  first: Int32Array;
  column: Int32Array;
  value: Float32Array;
}

function mutualInformation(rows: readonly ReadonlyMap<number, number>[]): SparseRows {
  const total = rows.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  const smoothed = total.map((count) => count ** SMOOTHING);
  const all = smoothed.reduce((sum, count) => sum + count, 0);
  const first = new Int32Array(rows.length + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (const [place, row] of rows.entries()) {
    for (const [other, count] of [...row].sort(([a], [b]) => a - b)) {
      const information = Math.log((count / total[place]) * (all / smoothed[other]));
      if (information <= 0) continue;
      column.push(other);
      value.push(information);
    }
    first[place + 1] = column.length;
  }
  return { first, column: Int32Array.from(column), value: Float32Array.from(value) };
}

function leadingVectors(matrix: SparseRows): Float64Array<ArrayBuffer> {
  const count = matrix.first.length - 1;
  const random = seededRandom(1);
  let basis = Float64Array.from({ length: count * DIMENSIONS }, () => random() - 0.5);
  let lengths: number[] = [];
  for (let round = 0; round < ROUNDS * 2; round++) {
    basis = times(matrix, basis);
    lengths = orthonormalise(basis, count);
  }
  for (let row = 0; row < count; row++)
    for (let d = 0; d < DIMENSIONS; d++) basis[row * DIMENSIONS + d] *= lengths[d] ** SCALE;
  return basis;
}

function times({ first, column, value }: SparseRows, basis: Float64Array): Float64Array<ArrayBuffer> {
  const product = new Float64Array(basis.length);
  for (let row = 0; row + 1 < first.length; row++) {
    for (let entry = first[row]; entry < first[row + 1]; entry++) {
      const from = column[entry] * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++) product[row * DIMENSIONS + d] += value[entry] * basis[from + d];
    }
  }
  return product;
}

/** Gram and Schmidt, in place; the lengths that the columns had. */
function orthonormalise(basis: Float64Array, count: number): number[] {
  const lengths: number[] = [];
  for (let d = 0; d < DIMENSIONS; d++) {
    for (let before = 0; before < d; before++) {
      let dot = 0;
      for (let row = 0; row < count; row++) dot += basis[row * DIMENSIONS + d] * basis[row * DIMENSIONS + before];
      for (let row = 0; row < count; row++) basis[row * DIMENSIONS + d] -= dot * basis[row * DIMENSIONS + before];
    }
    let squares = 0;
    for (let row = 0; row < count; row++) squares += basis[row * DIMENSIONS + d] ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let row = 0; row < count; row++) basis[row * DIMENSIONS + d] /= length;
    lengths.push(length);
  }
  return lengths;
}

/** Telling words by sentence of PolNeAR's training articles and of the training bodies of topics that no label is from. */
export function* vectorTexts(corpora: string, model: Model, labelled: ReadonlySet<string>): Generator<string[][]> {
  for (const { text } of lines(join(corpora, 'attribution/polnear.train.jsonl.gz'))) yield wordsOf(text, model);
  const bodies = lines(join(corpora, 'stance/fnc1.train.bodies.jsonl.gz'));
  const held = new Set(bodies.filter(({ id }) => labelled.has(`fnc-${id}`)).map(({ topic }) => topic));
  for (const { topic, split, text } of bodies) if (split === 'train' && !held.has(topic)) yield wordsOf(text, model);
}

function wordsOf(text: string, model: Model): string[][] {
  const { language } = readAnalysed({ text }, model);
  const tree = buildTree(language);
  const { first, end, count } = language.sentences;
  return Array.from({ length: count }, (_, sentence) => {
    const words: string[] = [];
    for (let token = first[sentence]; token < end[sentence]; token++) {
      if (language.name[token] === 0 && isTelling(tree, token)) words.push(senseOf(language.lemma[token]));
    }
    return words;
  });
}

function lines(file: string): { id: string | number; topic: number; split: string; text: string }[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

import { type CompactText, FUNCTION_WORDS } from './compact-text.ts';
import { NAME } from './marked-words.ts';

/** Two sentences of narrative of which one may be a rewrite of the other. */
export interface AlignedSentences {
  /** Their places in the texts. */
  a: number;
  b: number;
  /** How much of both is shared, in order: 0 to 1. */
  share: number;
  /** What is shared, by `contentWeights`. */
  weight: number;
}

export interface Alignment {
  /** Each sentence in at most one, those most alike first. */
  pairs: AlignedSentences[];
  /** The weight of all the narrative of the text that has less of it. */
  shorter: number;
}

// Chosen by the loss of a logistic regression under cross-validation by topic, over the pairs of training/copies.
/** What a name counts beside another word: who reports the same facts has the same names. */
const NAME_WEIGHT = 0.25;
/** Between the share of both sentences' weight (0) and that of the lighter's (1), for a rewrite cuts and joins sentences. */
const LIGHTER_POWER = 0.3;
/** Sentences that share fewer different words of content, or less of their weight, are not aligned. */
const FEWEST_SHARED = 3;
const LEAST_SHARE = 0.2;
// What is longer is no report: the rest of it is left out, so that no text stalls the comparison.
const MOST_SENTENCES = 500;
const MOST_WORDS = 60;
/** Words of 32 bits for 256 bytes. */
const SET_SIZE = 8;

/**
 * Aligns the sentences of two texts by the words of content that they share in the same order (longest common subsequence),
 * greedily. A word counts less the oftener the texts have it: what the event is about stands in every report of it.
 */
export function alignSentences(a: CompactText, b: CompactText): Alignment {
  const weights = contentWeights(a, b);
  const ones = contentSentences(a, weights);
  const others = contentSentences(b, weights);
  const scratch = new Scratch();
  const candidates: AlignedSentences[] = [];
  for (const x of ones) {
    for (const y of others) {
      if (!shareWords(x, y)) continue;
      const weight = sharedInOrder(x, y, scratch);
      const lighter = weight / Math.min(x.weight, y.weight);
      const both = (2 * weight) / (x.weight + y.weight);
      const share = both ** (1 - LIGHTER_POWER) * lighter ** LIGHTER_POWER;
      if (share >= LEAST_SHARE) candidates.push({ a: x.place, b: y.place, weight, share });
    }
  }
  candidates.sort((x, y) => y.share - x.share || x.weight - y.weight || x.a + x.b - y.a - y.b);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const pairs: AlignedSentences[] = [];
  for (const pair of candidates) {
    if (taken.a.has(pair.a) || taken.b.has(pair.b)) continue;
    taken.a.add(pair.a);
    taken.b.add(pair.b);
    pairs.push(pair);
  }
  return { pairs, shorter: Math.min(narrativeWeight(a, weights), narrativeWeight(b, weights)) };
}

/** By a word's byte: the inverse of the square root of how often the two texts have it, by the geometric mean. */
function contentWeights(a: CompactText, b: CompactText): Float64Array {
  const inA = countWords(a);
  const inB = countWords(b);
  const weights = new Float64Array(inA.length);
  for (let word = 0; word < inA.length; word++) {
    weights[word] = 1 / Math.sqrt(Math.sqrt(Math.max(1, inA[word]) * Math.max(1, inB[word])));
  }
  return weights;
}

function countWords({ word, kind, count }: CompactText): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = 0; at < count; at++) if (kind[at] <= NAME) counts[word[at]]++;
  return counts;
}

/** The words of content of one sentence's narrative. */
interface ContentSentence {
  place: number;
  words: number[];
  weights: number[];
  weight: number;
  /** The words as bits. */
  set: Int32Array;
}

/** Those with words enough to be aligned. */
function contentSentences(text: CompactText, weights: Float64Array): ContentSentence[] {
  const sentences: ContentSentence[] = [];
  let last = -1;
  for (let at = 0; at < text.count; at++) {
    const word = text.word[at];
    if (text.kind[at] > NAME || word < FUNCTION_WORDS) continue;
    if (text.sentenceOf[at] !== last) {
      if (sentences.length > 0 && sentences[sentences.length - 1].words.length < FEWEST_SHARED) sentences.pop();
      if (sentences.length === MOST_SENTENCES) return sentences;
      last = text.sentenceOf[at];
      sentences.push({ place: last, words: [], weights: [], weight: 0, set: new Int32Array(SET_SIZE) });
    }
    const sentence = sentences[sentences.length - 1];
    if (sentence.words.length === MOST_WORDS) continue;
    const weight = weightOf(text, at, weights);
    sentence.words.push(word);
    sentence.weights.push(weight);
    sentence.weight += weight;
    sentence.set[word >> 5] |= 1 << (word & 31);
  }
  if (sentences.length > 0 && sentences[sentences.length - 1].words.length < FEWEST_SHARED) sentences.pop();
  return sentences;
}

function weightOf({ word, kind }: CompactText, at: number, weights: Float64Array): number {
  return weights[word[at]] * (kind[at] === NAME ? NAME_WEIGHT : 1);
}

/** Of all sentences, short ones too. */
function narrativeWeight(text: CompactText, weights: Float64Array): number {
  let weight = 0;
  for (let at = 0; at < text.count; at++) {
    if (text.kind[at] <= NAME && text.word[at] >= FUNCTION_WORDS) weight += weightOf(text, at, weights);
  }
  return weight;
}

function shareWords(x: ContentSentence, y: ContentSentence): boolean {
  let shared = 0;
  for (let at = FUNCTION_WORDS >> 5; at < SET_SIZE; at++) {
    for (let bits = x.set[at] & y.set[at]; bits !== 0; bits &= bits - 1) {
      shared++;
      if (shared === FEWEST_SHARED) return true;
    }
  }
  return false;
}

/** What the comparison of two sentences writes over: allocated once for the hundreds that two texts have. */
class Scratch {
  readonly x = new Uint8Array(MOST_WORDS);
  readonly y = new Uint8Array(MOST_WORDS);
  readonly heaviest = new Float64Array(MOST_WORDS + 1);
}

/** The weight of the heaviest common subsequence, over the words that both have. */
function sharedInOrder(x: ContentSentence, y: ContentSentence, scratch: Scratch): number {
  const { heaviest } = scratch;
  const countX = sharedPlaces(x, y, scratch.x);
  const countY = sharedPlaces(y, x, scratch.y);
  heaviest.fill(0, 0, countY + 1);
  for (let i = 0; i < countX; i++) {
    const placeX = scratch.x[i];
    const word = x.words[placeX];
    let diagonal = 0;
    for (let j = 0; j < countY; j++) {
      const above = heaviest[j + 1];
      const placeY = scratch.y[j];
      heaviest[j + 1] =
        word === y.words[placeY]
          ? diagonal + Math.min(x.weights[placeX], y.weights[placeY])
          : Math.max(heaviest[j], above);
      diagonal = above;
    }
  }
  return heaviest[countY];
}

/** Writes the places of the words that the other sentence has too; returns how many. */
function sharedPlaces({ words }: ContentSentence, { set }: ContentSentence, into: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    if ((set[words[at] >> 5] >> (words[at] & 31)) & 1) into[count++] = at;
  }
  return count;
}

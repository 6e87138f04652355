import { type CompactText, FUNCTION_WORDS } from './compact-text.ts';
import { NAME } from './marked-words.ts';

/** Two sentences of narrative of which one may be a rewrite of the other. */
export interface AlignedSentences {
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
/** A sentence with fewer words of content is no evidence. */
const FEWEST_WORDS = 4;
/** Between the share of both sentences' weight (0) and that of the lighter's (1), for a rewrite cuts and joins sentences. */
const LIGHTER_POWER = 0.3;
/** Sentences that share fewer different words than this are not aligned. */
const FEWEST_SHARED = 2;

/**
 * Aligns the sentences of two texts by the words of content that they share in the same order (longest common subsequence),
 * greedily. A word counts less the oftener the texts have it: what the event is about stands in every report of it.
 */
export function alignSentences(a: CompactText, b: CompactText): Alignment {
  const weights = contentWeights(a, b);
  const ones = contentSentences(a, weights);
  const others = contentSentences(b, weights);
  const candidates: (AlignedSentences & { one: number; other: number })[] = [];
  ones.forEach((x, one) => {
    if (x.words.length < FEWEST_WORDS) return;
    others.forEach((y, other) => {
      if (y.words.length < FEWEST_WORDS || sharedWords(x.set, y.set) < FEWEST_SHARED) return;
      const weight = sharedInOrder(x, y);
      if (weight === 0) return;
      const lighter = weight / Math.min(x.weight, y.weight);
      const both = (2 * weight) / (x.weight + y.weight);
      candidates.push({ one, other, weight, share: both ** (1 - LIGHTER_POWER) * lighter ** LIGHTER_POWER });
    });
  });
  candidates.sort((x, y) => y.share - x.share || x.weight - y.weight || x.one + x.other - y.one - y.other);
  const taken = { one: new Uint8Array(ones.length), other: new Uint8Array(others.length) };
  const pairs: AlignedSentences[] = [];
  for (const { one, other, share, weight } of candidates) {
    if (taken.one[one] || taken.other[other]) continue;
    taken.one[one] = 1;
    taken.other[other] = 1;
    pairs.push({ share, weight });
  }
  return { pairs, shorter: Math.min(totalWeight(ones), totalWeight(others)) };
}

/** By a word's byte: the inverse of the geometric mean of how often the two texts have it. */
function contentWeights(a: CompactText, b: CompactText): Float64Array {
  const inA = countWords(a);
  const inB = countWords(b);
  return Float64Array.from(inA, (count, word) => 1 / Math.sqrt(Math.max(1, count) * Math.max(1, inB[word])));
}

function countWords({ word, kind, count }: CompactText): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = 0; at < count; at++) if (kind[at] <= NAME) counts[word[at]]++;
  return counts;
}

/** The words of content of one sentence's narrative. */
interface ContentSentence {
  words: number[];
  weights: number[];
  weight: number;
  /** The words as bits. */
  set: Uint32Array;
}

function contentSentences(text: CompactText, weights: Float64Array): ContentSentence[] {
  const sentences = text.sentences.map(
    (): ContentSentence => ({ words: [], weights: [], weight: 0, set: new Uint32Array(8) }),
  );
  for (let at = 0; at < text.count; at++) {
    const word = text.word[at];
    if (text.kind[at] > NAME || word < FUNCTION_WORDS) continue;
    const sentence = sentences[text.sentenceOf[at]];
    const weight = weights[word] * (text.kind[at] === NAME ? NAME_WEIGHT : 1);
    sentence.words.push(word);
    sentence.weights.push(weight);
    sentence.weight += weight;
    sentence.set[word >> 5] |= 1 << (word & 31);
  }
  return sentences;
}

/** How many different words two sentences share; stops at `FEWEST_SHARED`. */
function sharedWords(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let at = 0; at < a.length && shared < FEWEST_SHARED; at++) {
    for (let bits = a[at] & b[at]; bits !== 0 && shared < FEWEST_SHARED; bits &= bits - 1) shared++;
  }
  return shared;
}

/** The weight of the heaviest common subsequence. */
function sharedInOrder(x: ContentSentence, y: ContentSentence): number {
  let before = new Float64Array(y.words.length + 1);
  let row = new Float64Array(y.words.length + 1);
  x.words.forEach((word, at) => {
    for (let of = 0; of < y.words.length; of++) {
      row[of + 1] =
        word === y.words[of]
          ? before[of] + Math.min(x.weights[at], y.weights[of])
          : Math.max(row[of], before[of + 1]);
    }
    [before, row] = [row, before];
  });
  return before[y.words.length];
}

function totalWeight(sentences: readonly ContentSentence[]): number {
  let weight = 0;
  for (const sentence of sentences) weight += sentence.weight;
  return weight;
}

import { tagOf } from '@hearsay/reader/attribution/phrases';
import type { Scene } from './features.ts';
import { senseOf } from './senses.ts';
import FREQUENCIES from './word-frequencies.json' with { type: 'json' };

/** Reports of a thousand in which a word stands; the same file counts no word of fewer than six of 987. */
const frequencies: Readonly<Record<string, number>> = FREQUENCIES;
const frequencyOf = new Map(Object.entries(frequencies));
const RARE = 4;
const NAME_WEIGHT = 4.5;
/** How much of a word's weight is lost where every sentence of its article has it. */
const LOST_BY_SPREAD = 0.75;

/** The words of a content that tell something, and how much each tells. */
export function claimWords(
  { tree, names, spread }: Scene,
  content: readonly number[],
  keys: ReadonlyMap<number, string>,
): { words: string[]; weights: number[] } {
  const { lemma, sentences } = tree.language;
  const weightOf = new Map<string, number>();
  for (const token of content) {
    const key = keys.get(token);
    if (key === undefined && !isContentWord(tagOf(tree, token), lemma[token])) continue;
    const word = key ?? senseOf(lemma[token]);
    const base = key === undefined ? wordWeight(lemma[token]) : NAME_WEIGHT;
    const share = (spread.get(names[token] || key || lemma[token]) ?? 1) / Math.max(SHORTEST_SPREAD, sentences.count);
    const weight = base * (1 - LOST_BY_SPREAD * Math.min(1, share * 2));
    weightOf.set(word, Math.max(weight, weightOf.get(word) ?? 0));
    if (key !== undefined && names[token] === '' && isContentWord(tagOf(tree, token), lemma[token])) {
      weightOf.set(senseOf(lemma[token]), wordWeight(lemma[token]) / 2);
    }
  }
  const words = [...weightOf.keys()].sort();
  return { words, weights: words.map((word) => Math.round(weightOf.get(word)! * 100) / 100) };
}

const TOPIC_WORDS = 12;

/** The words that an article is about: those that tell much and stand in many of its sentences. Every claim of it stands among them. */
export function topicWords({ tree, names, spread }: Scene): string[] {
  const weightOf = new Map<string, number>();
  for (const [token, lemma] of tree.language.lemma.entries()) {
    const tag = tagOf(tree, token);
    const name = names[token];
    if (name === '' && !(tag.startsWith('NN') && isContentWord(tag, lemma))) continue;
    const weight = (name === '' ? wordWeight(lemma) : NAME_WEIGHT) * (spread.get(name || lemma) ?? 1);
    const word = name || senseOf(lemma);
    weightOf.set(word, Math.max(weight, weightOf.get(word) ?? 0));
  }
  return [...weightOf]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, TOPIC_WORDS)
    .map(([word]) => word);
}

/** In shorter articles a word's spread says little. */
const SHORTEST_SPREAD = 12;

/** Inverse document frequency, in nats. */
export function wordWeight(lemma: string): number {
  return Math.log(1000 / (frequencyOf.get(lemma) ?? RARE));
}

/** Whether a token tells something about what its sentence says. */
export function isTelling(tree: Scene['tree'], token: number): boolean {
  return isContentWord(tagOf(tree, token), tree.language.lemma[token]);
}

function isContentWord(tag: string, lemma: string): boolean {
  return /^(?:NN|VB|JJ|RB|CD|FW)/.test(tag) && !EMPTY_WORDS.has(lemma) && /[\p{L}\p{N}]/u.test(lemma);
}

const EMPTY_WORDS: ReadonlySet<string> = new Set([
  "'s",
  'also',
  'as',
  'be',
  'do',
  'even',
  'get',
  'have',
  'here',
  'however',
  'is',
  "n't",
  'not',
  'now',
  'just',
  'so',
  'then',
  'there',
  'too',
  'very',
  'well',
]);

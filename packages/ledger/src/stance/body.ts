import type { Actor, Assertion, Span } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { stem } from '../stem.ts';
import { isContent, prefix } from './claim.ts';
import { SIGNALS, signalOf } from './stance-words.ts';
import { addStandings, standingsOfSentence } from './standings.ts';
import { hashOf, pairHash } from './words.ts';

/** An article as the judgement sees it: worked out once, and used for every claim that it is asked about. */
export interface Body {
  /** How many sentences are looked at. */
  readonly sentences: number;
  /** Stem of each word of content, in order. */
  readonly stems: Int32Array;
  readonly prefixes: Int32Array;
  /** Whether each is part of a name. */
  readonly named: Uint8Array;
  /** Where each sentence's words of content begin in `stems`; one more than there are sentences. */
  readonly first: Int32Array;
  /** How often the body has each stem. */
  readonly counts: ReadonlyMap<number, number>;
  readonly prefixSet: ReadonlySet<number>;
  /** For each sentence the strength of each of `SENTENCE_SIGNALS`, row by row. */
  readonly signals: Float32Array;
  /** For each sentence the hashes of its words and pairs of words as they stand: what the learnt weights are for. */
  readonly cues: readonly Int32Array[];
  /** For each word of content how it stands: a bit for each of `STANDINGS`. */
  readonly standings: Uint16Array;
}

/** What a sentence can tell by its words, then by what the reader found in it. */
export const SENTENCE_SIGNALS = [
  ...SIGNALS,
  'attributed',
  'denied',
  'uncertain',
  'distanced',
  'hedged by the reporter',
  'asked',
  'quoted',
  'by somebody unnamed',
  'by an organization',
] as const;

const ATTRIBUTED = SIGNALS.length;
const DENIED = ATTRIBUTED + 1;
const UNCERTAIN = ATTRIBUTED + 2;
const DISTANCED = ATTRIBUTED + 3;
const NARRATED = ATTRIBUTED + 4;
const ASKED = ATTRIBUTED + 5;
const QUOTED = ATTRIBUTED + 6;
const BY_UNNAMED = ATTRIBUTED + 7;
const BY_ORGANIZATION = ATTRIBUTED + 8;

/** Sentences looked at: what a report holds of a claim stands long before. Keeps a book from costing minutes. */
const MAX_SENTENCES = 400;

/** What the judgement needs of an article. Pure. */
export function readBody({ reading, language }: AnalysedArticle): Body {
  const { tokens } = language;
  const sentences = Math.min(language.sentences.count, MAX_SENTENCES);
  const stems: number[] = [];
  const prefixes: number[] = [];
  const named: number[] = [];
  const first = new Int32Array(sentences + 1);
  const width = SENTENCE_SIGNALS.length;
  const signals = new Float32Array(sentences * width);
  const cues: Int32Array[] = [];
  const standings: number[] = [];
  /** Where each word of content begins. */
  const starts: number[] = [];
  for (let sentence = 0; sentence < sentences; sentence++) {
    const own = new Set<number>();
    let before = OPENING;
    const opening = language.sentences.first[sentence];
    const end = language.sentences.end[sentence];
    const reached = standingsOfSentence(language, opening, end);
    for (let token = opening; token < end; token++) {
      const word = tokens.text.slice(tokens.start[token], tokens.end[token]).toLowerCase().replaceAll('’', "'");
      const hash = hashOf(word);
      own.add(hash).add(pairHash(before, hash));
      before = hash;
      const signal = signalOf(word);
      if (signal >= 0) signals[sentence * width + signal]++;
      if (word === '?') signals[sentence * width + ASKED] = 1;
      if (!isContent(word)) continue;
      const stemmed = stem(word);
      stems.push(hashOf(stemmed));
      standings.push(reached[token - opening]);
      starts.push(tokens.start[token]);
      prefixes.push(hashOf(prefix(stemmed)));
      named.push(Number(language.name[token] > 0));
    }
    first[sentence + 1] = stems.length;
    cues.push(Int32Array.from(own));
  }
  const types = new Map(reading.actors.map(({ id, type }) => [id, type]));
  for (const assertion of reading.assertions) {
    const speaker = assertion.speaker === null ? undefined : types.get(assertion.speaker);
    addAssertion(assertion, speaker, reading.sentences, sentences, signals);
    addStandings(assertion, speaker, starts, standings);
  }
  const counts = new Map<number, number>();
  for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
  return {
    sentences,
    stems: Int32Array.from(stems),
    prefixes: Int32Array.from(prefixes),
    named: Uint8Array.from(named),
    first,
    counts,
    prefixSet: new Set(prefixes),
    signals,
    cues,
    standings: Uint16Array.from(standings),
  };
}

const OPENING = hashOf('<opening>');

/** Lays what an assertion says of its content over the sentences that the content stands in. */
function addAssertion(
  { content, certainty, stance, kind }: Assertion,
  speaker: Actor['type'] | undefined,
  sentences: readonly Span[],
  count: number,
  signals: Float32Array,
): void {
  const width = SENTENCE_SIGNALS.length;
  for (const { start, end } of content) {
    for (let at = firstEndingAfter(sentences, start); at < count && sentences[at].start < end; at++) {
      const row = at * width;
      if (kind !== 'narration') signals[row + ATTRIBUTED] = 1;
      if (certainty.endsWith('-')) signals[row + DENIED] = 1;
      if (certainty === 'Uu' || certainty.startsWith('P')) signals[row + UNCERTAIN] = 1;
      if (stance === 'distances') signals[row + DISTANCED] = 1;
      if (kind === 'narration') signals[row + NARRATED] = 1;
      if (kind === 'direct' || kind === 'mixed') signals[row + QUOTED] = 1;
      if (speaker === 'unnamed') signals[row + BY_UNNAMED] = 1;
      if (speaker === 'organization') signals[row + BY_ORGANIZATION] = 1;
    }
  }
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

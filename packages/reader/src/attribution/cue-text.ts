import type { Language, Sentences, Tokens } from '../language/language.ts';
import { RELATIONS, type Relation } from '../language/relations.ts';
import { TAGS, type Tag } from '../language/tags.ts';
import { hashText } from './arguments-hash.ts';
import type { Quotation } from './quotations.ts';

/** What finding cues needs of each token of a text, worked out once. Token indices are -1 where there is none. */
export interface CueText {
  readonly language: Language;
  /** Hash of the lemma. */
  readonly lemma: Int32Array;
  /** One of `WORD_CLASS`. */
  readonly wordClass: Uint8Array;
  /** First token that depends on the token, and the next one that depends on the same head. */
  readonly firstDependent: Int32Array;
  readonly nextDependent: Int32Array;
  /** The subject among the token's own dependents. */
  readonly subject: Int32Array;
  /** 0 outside quotations, 1 inside one (marks included), 2 inside a name, title or term in marks. */
  readonly quoted: Uint8Array;
  /** 1 where the token opens a quotation, 2 where it closes one. */
  readonly mark: Uint8Array;
  /** Token to the first token of its paragraph, and to the number of its paragraph. */
  readonly paragraphFirst: Int32Array;
  readonly paragraph: Int32Array;
  /** Whether the sentence or the paragraph of a token holds a quotation. */
  readonly quotedSentence: Uint8Array;
  readonly quotedParagraph: Uint8Array;
  /** Small numbers for how much of the text is quoted, and how often it says "I" or "we" outside quotations. */
  readonly quotedShare: number;
  readonly firstPersonShare: number;
}

export const WORD_CLASS = {
  other: 0,
  verb: 1,
  noun: 2,
  adjective: 3,
  adverb: 4,
  preposition: 5,
  colon: 6,
  name: 7,
  pronoun: 8,
  modal: 9,
} as const;

const CLASS_OF_TAG = Uint8Array.from(TAGS, (tag: Tag) => {
  if (tag.startsWith('VB')) return WORD_CLASS.verb;
  if (tag.startsWith('NNP')) return WORD_CLASS.name;
  if (tag.startsWith('NN')) return WORD_CLASS.noun;
  if (tag.startsWith('JJ')) return WORD_CLASS.adjective;
  if (tag.startsWith('RB')) return WORD_CLASS.adverb;
  if (tag === 'IN' || tag === 'TO') return WORD_CLASS.preposition;
  if (tag === ':') return WORD_CLASS.colon;
  if (tag === 'PRP') return WORD_CLASS.pronoun;
  return tag === 'MD' ? WORD_CLASS.modal : WORD_CLASS.other;
});

/** Index of each relation by its name. */
export const RELATION = Object.fromEntries(RELATIONS.map((name, index) => [name, index])) as Record<Relation, number>;

/** Works out the facts; linear in the tokens. */
export function cueText(language: Language, quotations: readonly Quotation[]): CueText {
  const { tokens, sentences, tag } = language;
  const lemma = lemmaHashes(language.lemma);
  const wordClass = new Uint8Array(tokens.count);
  for (let token = 0; token < tokens.count; token++) wordClass[token] = CLASS_OF_TAG[tag[token]];
  const paragraphs = findParagraphs(tokens, sentences);
  const quotes = quotationStates(sentences, paragraphs.paragraphFirst, quotations);
  return {
    language,
    lemma,
    wordClass,
    ...dependents(language),
    ...paragraphs,
    ...quotes,
    quotedShare: share(quotes.quoted, 20, 7),
    firstPersonShare: firstPersonShare(lemma, quotes.quoted),
  };
}

function lemmaHashes(lemmas: readonly string[]): Int32Array {
  const hashes = new Int32Array(lemmas.length);
  for (let token = 0; token < lemmas.length; token++) hashes[token] = hashText(lemmas[token]);
  return hashes;
}

function dependents({
  tokens,
  head,
  relation,
}: Language): Pick<CueText, 'firstDependent' | 'nextDependent' | 'subject'> {
  const firstDependent = new Int32Array(tokens.count).fill(-1);
  const nextDependent = new Int32Array(tokens.count).fill(-1);
  const subject = new Int32Array(tokens.count).fill(-1);
  for (let token = tokens.count - 1; token >= 0; token--) {
    const above = head[token];
    if (above < 0) continue;
    nextDependent[token] = firstDependent[above];
    firstDependent[above] = token;
    const isSubject = relation[token] === RELATION.nsubj || relation[token] === RELATION['nsubj:pass'];
    if (isSubject && subject[above] < 0) subject[above] = token;
  }
  return { firstDependent, nextDependent, subject };
}

/** Paragraphs are parted by an empty line between two sentences. */
function findParagraphs(tokens: Tokens, sentences: Sentences): Pick<CueText, 'paragraph' | 'paragraphFirst'> {
  const paragraph = new Int32Array(tokens.count);
  const paragraphFirst = new Int32Array(tokens.count);
  let number = 0;
  let start = 0;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const first = sentences.first[sentence];
    if (first > 0 && breaksLine(tokens, first)) {
      number++;
      start = first;
    }
    for (let token = first; token < sentences.end[sentence]; token++) {
      paragraph[token] = number;
      paragraphFirst[token] = start;
    }
  }
  return { paragraph, paragraphFirst };
}

function breaksLine({ text, start, end }: Tokens, token: number): boolean {
  let lines = 0;
  for (let at = end[token - 1]; at < start[token]; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines > 1;
}

function quotationStates(
  sentences: Sentences,
  paragraphFirst: Int32Array,
  quotations: readonly Quotation[],
): Pick<CueText, 'quoted' | 'mark' | 'quotedSentence' | 'quotedParagraph'> {
  const { length } = paragraphFirst;
  const quoted = new Uint8Array(length);
  const mark = new Uint8Array(length);
  for (const { first, end, level, speech, opening, closing } of quotations) {
    if (level > 0) continue;
    quoted.fill(speech ? 1 : 2, first, end);
    if (opening >= 0) mark[opening] = 1;
    if (closing >= 0) mark[closing] = 2;
  }
  const quotedSentence = new Uint8Array(length);
  const quotedParagraph = new Uint8Array(length);
  const inParagraph = new Uint8Array(length);
  for (let token = 0; token < length; token++) if (quoted[token] > 0) inParagraph[paragraphFirst[token]] = 1;
  for (let token = 0; token < length; token++) quotedParagraph[token] = inParagraph[paragraphFirst[token]];
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const first = sentences.first[sentence];
    const end = sentences.end[sentence];
    for (let token = first; token < end; token++) {
      if (quoted[token] === 0) continue;
      quotedSentence.fill(1, first, end);
      break;
    }
  }
  return { quoted, mark, quotedSentence, quotedParagraph };
}

const FIRST_PERSON: ReadonlySet<number> = new Set(['i', 'we'].map(hashText));

function firstPersonShare(lemma: Int32Array, quoted: Uint8Array): number {
  const found = new Uint8Array(lemma.length);
  for (let token = 0; token < lemma.length; token++) {
    found[token] = quoted[token] === 0 && FIRST_PERSON.has(lemma[token]) ? 1 : 0;
  }
  return share(found, 400, 5);
}

/** The share of the tokens that are marked, in steps of one `parts`th, at most `most`. */
function share(marked: Uint8Array, parts: number, most: number): number {
  let count = 0;
  for (let token = 0; token < marked.length; token++) if (marked[token] > 0) count++;
  return Math.min(most, Math.floor((count / Math.max(1, marked.length)) * parts));
}

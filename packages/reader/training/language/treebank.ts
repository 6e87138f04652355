import { paragraphs } from '../../src/article/paragraphs.ts';
import type { Language, Sentences, Tokens } from '../../src/language/language.ts';
import { spreadSurnames } from '../../src/language/name-finder.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { readWords, type Words } from '../../src/language/words.ts';
import type { Part } from './corpora.ts';
import { readGold } from './gold.ts';
import { readSilver } from './silver.ts';

/** One annotated text on the tokens and sentences that the reader itself draws. */
export interface Document {
  id: string;
  /** Which half of the data it belongs to: models for one half learn from the other. */
  fold: 0 | 1;
  tokens: Tokens;
  sentences: Sentences;
  words: Words;
  /** Sentences whose borders and tokens agree with the annotation; the labels of the others mean nothing. */
  usable: Uint8Array;
  /** Whether names are annotated. */
  named: boolean;
  tag: Uint8Array;
  lemma: string[];
  name: Uint8Array;
  head: Int32Array;
  relation: Uint8Array;
}

/** An annotation to lay over the reader's own tokens. */
export interface Annotated {
  id: string;
  text: string;
  language: Language;
}

/** CoreNLP's PolNeAR of one part, on the reader's tokens. */
export function silverDocuments(corpora: string, part: Part): Document[] {
  const documents: Document[] = [];
  let index = 0;
  for (const article of readSilver(corpora, part)) {
    const tokens = tokenize(article.text);
    documents.push(lay(article, tokens, splitSentences(tokens, paragraphs(article.text)), foldOf(index++), true));
  }
  return documents;
}

/** Which half each article of PolNeAR train with a silver parse belongs to. */
export function silverFolds(corpora: string): Map<string, 0 | 1> {
  const folds = new Map<string, 0 | 1>();
  for (const { id } of readSilver(corpora, 'train')) folds.set(id, foldOf(folds.size));
  return folds;
}

/** The gold treebanks of one part, on the reader's tokens. */
export function goldDocuments(corpora: string, treebank: 'ewt' | 'gum', part: Part): Document[] {
  return readGold(corpora, treebank, part).map((document, index) => {
    const tokens = tokenize(document.text);
    return lay(document, tokens, splitSentences(tokens, document.blocks), foldOf(index), false);
  });
}

/** Articles of one outlet stand together in the file, so that neighbours go to different halves. */
function foldOf(index: number): 0 | 1 {
  return index % 2 === 0 ? 0 : 1;
}

function lay(annotated: Annotated, tokens: Tokens, sentences: Sentences, fold: 0 | 1, named: boolean): Document {
  const { count } = tokens;
  const document: Document = {
    id: annotated.id,
    fold,
    tokens,
    sentences,
    words: readWords(tokens, sentences),
    usable: new Uint8Array(sentences.count),
    named,
    tag: new Uint8Array(count),
    lemma: new Array<string>(count).fill(''),
    name: new Uint8Array(count),
    head: new Int32Array(count).fill(-1),
    relation: new Uint8Array(count),
  };
  const from = annotated.language;
  let theirs = 0;
  for (let s = 0; s < sentences.count; s++) {
    const start = tokens.start[sentences.first[s]];
    while (theirs < from.sentences.count && from.tokens.start[from.sentences.first[theirs]] < start) theirs++;
    if (theirs === from.sentences.count) break;
    if (sameBorders(document, s, from, theirs) && layTokens(document, s, from, theirs)) document.usable[s] = 1;
  }
  // CoreNLP takes a surname that stands alone for anything; the reader's own rule mends its annotation too.
  spreadSurnames(document.words, sentences, document.tag, document.name);
  return document;
}

function sameBorders(document: Document, s: number, from: Language, theirs: number): boolean {
  const { tokens, sentences } = document;
  return (
    tokens.start[sentences.first[s]] === from.tokens.start[from.sentences.first[theirs]] &&
    tokens.end[sentences.end[s] - 1] === from.tokens.end[from.sentences.end[theirs] - 1]
  );
}

/** Copies the labels of one sentence; a token of ours may hold several of theirs that one of them heads. */
function layTokens(document: Document, s: number, from: Language, theirs: number): boolean {
  const { tokens, sentences } = document;
  const begin = from.sentences.first[theirs];
  const finish = from.sentences.end[theirs];
  /** Their token to ours. */
  const ours = new Int32Array(finish - begin);
  const governors: number[] = [];
  let at = begin;
  for (let i = sentences.first[s]; i < sentences.end[s]; i++) {
    const first = at;
    if (at >= finish || from.tokens.start[at] !== tokens.start[i]) return false;
    while (at < finish && from.tokens.end[at] < tokens.end[i]) ours[at++ - begin] = i;
    if (at >= finish || from.tokens.end[at] !== tokens.end[i]) return false;
    ours[at++ - begin] = i;
    let governor = -1;
    for (let t = first; t < at; t++) {
      const outside = from.head[t] < first || from.head[t] >= at;
      if (outside && governor >= 0) return false;
      if (outside) governor = t;
    }
    if (governor < 0) return false;
    governors.push(governor);
  }
  if (at !== finish) return false;
  for (const [place, t] of governors.entries()) {
    const i = sentences.first[s] + place;
    document.tag[i] = from.tag[t];
    document.lemma[i] = from.lemma[t];
    document.name[i] = from.name[t];
    document.head[i] = from.head[t] < 0 ? -1 : ours[from.head[t] - begin];
    document.relation[i] = from.relation[t];
  }
  return true;
}

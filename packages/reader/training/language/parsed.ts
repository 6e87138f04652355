/**
 * The PolNeAR articles as the reader itself tokenizes, tags and parses them: what the trainers of later stages learn
 * from and are scored on.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { paragraphs } from '../../src/article/paragraphs.ts';
import { analyse } from '../../src/language/analyse.ts';
import type { Language } from '../../src/language/language.ts';
import type { LanguageModel } from '../../src/language/language-model.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { decodeWeights, encodeWeights, type NumberArray } from '../../src/model/weights.ts';
import { type Part, readLines } from './corpora.ts';
import { silverFolds } from './treebank.ts';

export interface ParsedArticle {
  id: string;
  /** The PolNeAR text. */
  text: string;
  language: Language;
}

const articleLine = z.object({ id: z.string(), text: z.string() });

/** All articles of PolNeAR train, each analysed by the model that has not seen CoreNLP's parse of it. */
export function parseJackknifed(corpora: string, halves: readonly [LanguageModel, LanguageModel]): ParsedArticle[] {
  const folds = silverFolds(corpora);
  return parseArticles(corpora, 'train', (id) => halves[folds.get(id) === 0 ? 1 : 0]);
}

/** All articles of a part, analysed by one model. */
export function parseArticles(corpora: string, part: Part, modelFor: (id: string) => LanguageModel): ParsedArticle[] {
  return readLines(corpora, `attribution/polnear.${part}.jsonl.gz`).map((line) => {
    const { id, text } = articleLine.parse(JSON.parse(line));
    const tokens = tokenize(text);
    return { id, text, language: analyse(tokens, splitSentences(tokens, paragraphs(text)), modelFor(id)) };
  });
}

/** Keeps parsed articles in `folder`, two files a part. */
export function writeParsed(folder: string, part: Part, articles: readonly ParsedArticle[]): void {
  mkdirSync(folder, { recursive: true });
  const lemmas = new Map<string, number>();
  const lines: string[] = [];
  const columns: Record<(typeof COLUMNS)[number], number[]> = {
    start: [],
    end: [],
    tag: [],
    lemma: [],
    name: [],
    head: [],
    relation: [],
    sentence: [],
  };
  for (const { id, text, language } of articles) {
    const { tokens, sentences, tag, lemma, name, head, relation } = language;
    lines.push(JSON.stringify({ id, text, tokens: tokens.count, sentences: sentences.count }));
    for (let i = 0; i < tokens.count; i++) {
      if (!lemmas.has(lemma[i])) lemmas.set(lemma[i], lemmas.size);
      columns.start.push(tokens.start[i]);
      columns.end.push(tokens.end[i]);
      columns.tag.push(tag[i]);
      columns.lemma.push(lemmas.get(lemma[i]) ?? 0);
      columns.name.push(name[i]);
      columns.head.push(head[i]);
      columns.relation.push(relation[i]);
      columns.sentence.push(sentences.of[i]);
    }
  }
  const arrays = Object.fromEntries(COLUMNS.map((column) => [column, Int32Array.from(columns[column])]));
  writeFileSync(join(folder, `${part}.bin`), encodeWeights({ header: [...lemmas.keys()], arrays }));
  writeFileSync(join(folder, `${part}.jsonl`), lines.map((line) => `${line}\n`).join(''));
}

const COLUMNS = ['start', 'end', 'tag', 'lemma', 'name', 'head', 'relation', 'sentence'] as const;

const keptLine = z.object({ id: z.string(), text: z.string(), tokens: z.int(), sentences: z.int() });

/** What `writeParsed` kept. */
export function readParsed(folder: string, part: Part): ParsedArticle[] {
  const { header, arrays } = decodeWeights(readFileSync(join(folder, `${part}.bin`)));
  const lemmas = z.array(z.string()).parse(header);
  const lines = readFileSync(join(folder, `${part}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, -1);
  let at = 0;
  return lines.map((line) => {
    const { id, text, tokens, sentences } = keptLine.parse(JSON.parse(line));
    const column = (name: (typeof COLUMNS)[number]): NumberArray => arrays[name].subarray(at, at + tokens);
    const of = Int32Array.from(column('sentence'));
    const first = new Int32Array(sentences);
    const end = new Int32Array(sentences);
    for (let i = tokens - 1; i >= 0; i--) first[of[i]] = i;
    for (let i = 0; i < tokens; i++) end[of[i]] = i + 1;
    const language: Language = {
      tokens: { text, count: tokens, start: Int32Array.from(column('start')), end: Int32Array.from(column('end')) },
      sentences: { count: sentences, first, end, of },
      tag: Uint8Array.from(column('tag')),
      lemma: Array.from(column('lemma'), (index) => lemmas[index]),
      name: Uint8Array.from(column('name')),
      head: Int32Array.from(column('head')),
      relation: Uint8Array.from(column('relation')),
    };
    at += tokens;
    return { id, text, language };
  });
}

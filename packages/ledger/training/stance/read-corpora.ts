import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readAnalysed } from '@hearsay/reader';
import { tokenize } from '@hearsay/reader/language/tokens';
import { loadModel } from '@hearsay/reader/model/load-model';
import { z } from 'zod';
import { pairsOfSplit, readStanceCorpus } from '../../src/evaluation/stance-corpus.ts';
import type { Background } from '../../src/stance/background.ts';
import { type Body, readBody } from '../../src/stance/body.ts';
import { isContent } from '../../src/stance/claim.ts';
import { hashOf } from '../../src/stance/words.ts';
import { stem } from '../../src/stem.ts';
import { type CountedReport, countBackground } from './background.ts';
import { type Example, examplesOf } from './examples.ts';

/** What stance is learnt from: the pairs of the train topics, and how common words are in news. */
export interface StanceTraining {
  examples: Example[];
  /** The background of the reports of these topics and of news at large. */
  backgroundOf: (isUsed: (topic: number) => boolean) => Background;
}

/** Reads FNC-1's train topics with the reader as it is, and PolNeAR's texts for the words' frequencies. */
export function readStanceTraining(corpora: string): StanceTraining {
  const corpus = readStanceCorpus(join(corpora, 'stance'));
  const model = loadModel();
  const train = [...corpus.bodies.values()].filter(({ split }) => split === 'train');
  const bodies = new Map<number, Body>();
  for (const { id, text } of train) bodies.set(id, readBody(readAnalysed({ id: String(id), text }, model)));
  const perTopic = new Map<number, number>();
  for (const { topic } of train) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1);
  const news = newsReports(join(corpora, 'attribution', 'polnear.train.jsonl.gz'));
  return {
    examples: examplesOf(corpus, pairsOfSplit(corpus, 'train'), bodies),
    backgroundOf: (isUsed) =>
      countBackground([
        ...news,
        ...train
          .filter(({ topic }) => isUsed(topic))
          .map(({ id, topic }) => ({
            stems: bodies.get(id)?.counts.keys() ?? [],
            weight: 1 / (perTopic.get(topic) ?? 1),
          })),
      ]),
  };
}

const report = z.object({ text: z.string() });

function newsReports(file: string): CountedReport[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => ({ stems: stemsOf(report.parse(JSON.parse(line)).text), weight: 1 }));
}

function stemsOf(text: string): Set<number> {
  const { count, start, end } = tokenize(text);
  const stems = new Set<number>();
  for (let token = 0; token < count; token++) {
    const word = text.slice(start[token], end[token]).toLowerCase().replaceAll('’', "'");
    if (isContent(word)) stems.add(hashOf(stem(word)));
  }
  return stems;
}

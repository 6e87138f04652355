import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { z } from 'zod';
import { type CompactText, unpackText } from '../../src/copies/compact-text.ts';
import { copyFeatures } from '../../src/copies/copy-features.ts';
import { measureReuse, type ReuseMeasures } from '../../src/copies/reuse-measures.ts';
import { indexTiles, tile } from '../../src/copies/tiling.ts';
import { type CopyPair, copyPair } from '../../src/evaluation/copies-corpus.ts';
import { readTopicsCorpus } from '../../src/evaluation/topics-corpus.ts';

/** A labelled pair as the decision sees it. */
export interface Example {
  label: CopyPair['label'];
  measures: ReuseMeasures;
  /** Pairs with the same subject have topics in common, directly or through others. */
  subject: string;
  /**
   * Where the pair comes from: drawn over the whole range of overlap, as the reported pairs are; chosen because it is hard; or
   * drawn near the border of the decision, most where it was unsure.
   */
  set: 'range' | 'hard' | 'border';
}

/** `drawn` says by what a pair near the border was drawn. */
const labelledPair = copyPair.extend({ drawn: z.enum(['unsure', 'jaccard', 'related', 'unrelated']).optional() });

/** The pairs of which both bodies are of the tuning split. Bodies of the split "dev" are not even read. */
export async function readCopyPairs(corpora: string): Promise<Example[]> {
  const bodies = await readTopicsCorpus(join(corpora, 'stance/fnc1.train.bodies.jsonl.gz'));
  const open = new Map(bodies.filter(({ split }) => split !== 'dev').map((body) => [body.id, body]));
  const pairs = ['copies.jsonl', 'copies-tuning.jsonl'].flatMap((file) =>
    readFileSync(new URL(`../../evaluation/${file}`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => labelledPair.parse(JSON.parse(line)))
      .map(
        (pair) =>
          ({ ...pair, set: file === 'copies.jsonl' ? 'range' : pair.drawn === undefined ? 'hard' : 'border' }) as const,
      )
      .filter(({ a, b }) => open.has(a) && open.has(b)),
  );
  const model = loadModel();
  const texts = new Map<string, CompactText>();
  const textOf = (id: string): CompactText => {
    const known = texts.get(id);
    if (known) return known;
    const { text } = copyFeatures(readAnalysed({ id, text: z.string().parse(open.get(id)?.text) }, model));
    const unpacked = unpackText(new Uint8Array(Buffer.from(text, 'base64')));
    texts.set(id, unpacked);
    return unpacked;
  };
  const topicOf = (id: string) => open.get(id)?.topic ?? id;
  const subjectOf = joinTopics(pairs.map(({ a, b }) => [topicOf(a), topicOf(b)]));
  return pairs.map(({ a, b, label, set }) => {
    const [one, other] = [textOf(a), textOf(b)];
    const measures = measureReuse(one, other, tile(indexTiles(one), other));
    return { label, measures, subject: subjectOf(topicOf(a)), set };
  });
}

/** Topics that a pair joins have one subject. */
function joinTopics(pairs: readonly [string, string][]): (topic: string) => string {
  const under = new Map<string, string>();
  const subjectOf = (topic: string): string => {
    const next = under.get(topic);
    return next === undefined ? topic : subjectOf(next);
  };
  for (const [a, b] of pairs) {
    const [one, other] = [subjectOf(a), subjectOf(b)];
    if (one !== other) under.set(one, other);
  }
  return subjectOf;
}

import { createHash } from 'node:crypto';
import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import { type CompactText, unpackText } from '../copies/compact-text.ts';
import { compareTexts } from '../copies/copy-decision.ts';
import { copyFeatures } from '../copies/copy-features.ts';
import { CopyIndex } from '../copies/copy-index.ts';
import { type CopiesCorpus, type CopyPair, readCopiesCorpus } from './copies-corpus.ts';

export interface CopiesReport {
  task: 'copies';
  /** How many labelled pairs were scored. */
  items: number;
  metrics: Record<string, number>;
}

type Label = CopyPair['label'];
/** What a system says of a pair. */
type Judge = (pair: CopyPair) => Label;

/** Of 5-grams: where it does best on the tuning pairs. */
const JACCARD_THRESHOLD = 0.12;

/**
 * Scores copies on pairs labelled by readers. `precision`, `recall` and `f1` are of being related at all (same or part),
 * `label.` of being related with the right label, `accuracy` of the three labels. `report.` covers the pairs of which both
 * bodies are of the split `dev`, `tune.` the others; `index.recall` is the share of the pairs related by the decision that the
 * index finds among all bodies. `baseline.` is exact equality of the text, and Jaccard's coefficient of 5-grams.
 * @throws {Error} where the corpus is not in its format.
 */
export function evaluateCopies(path: string, model: Model): CopiesReport {
  const corpus = readCopiesCorpus(path);
  const { decided, indexRecall } = decideAll(corpus, model);
  const systems: [string, Judge][] = [
    ['', decided],
    ['baseline.exact.', exactHash(corpus)],
    ['baseline.jaccard.', fiveGramJaccard(corpus)],
  ];
  const isReported = ({ a, b }: CopyPair) => [a, b].every((id) => corpus.bodies.get(id)?.split === 'dev');
  const parts: [string, CopyPair[]][] = [
    ['report.', corpus.pairs.filter(isReported)],
    ['tune.', corpus.pairs.filter((pair) => !isReported(pair))],
  ];
  const metrics: Record<string, number> = {};
  for (const [part, pairs] of parts) {
    if (pairs.length === 0) continue;
    for (const [system, judge] of systems) Object.assign(metrics, score(`${part}${system}`, pairs, judge));
  }
  metrics['index.recall'] = indexRecall;
  return { task: 'copies', items: corpus.pairs.length, metrics };
}

function score(prefix: string, pairs: readonly CopyPair[], judge: Judge): Record<string, number> {
  let [related, found, gold, labelled, right] = [0, 0, 0, 0, 0];
  for (const pair of pairs) {
    const label = judge(pair);
    if (label !== 'none') found++;
    if (pair.label !== 'none') gold++;
    if (label !== 'none' && pair.label !== 'none') related++;
    if (label !== 'none' && label === pair.label) labelled++;
    if (label === pair.label) right++;
  }
  return {
    [`${prefix}precision`]: related / Math.max(1, found),
    [`${prefix}recall`]: related / Math.max(1, gold),
    [`${prefix}f1`]: (2 * related) / Math.max(1, found + gold),
    [`${prefix}label.precision`]: labelled / Math.max(1, found),
    [`${prefix}label.recall`]: labelled / Math.max(1, gold),
    [`${prefix}accuracy`]: right / pairs.length,
  };
}

/** The ledger's own decision on each pair, and how many of the related ones its index finds among all bodies. */
function decideAll({ bodies, pairs }: CopiesCorpus, model: Model): { decided: Judge; indexRecall: number } {
  const index = new CopyIndex<string>();
  const texts = new Map<string, CompactText>();
  const indexed = new Set<string>();
  for (const { id, text } of bodies.values()) {
    const features = copyFeatures(readAnalysed({ id, text }, model));
    texts.set(id, unpackText(new Uint8Array(Buffer.from(features.text, 'base64'))));
    for (const other of index.add(id, features)) indexed.add(pairKey(id, other.id));
  }
  const labels = new Map(
    pairs.map(({ a, b }): [string, Label] => {
      const [one, other] = [texts.get(a), texts.get(b)];
      return [pairKey(a, b), (one && other && compareTexts(one, other).label) ?? 'none'];
    }),
  );
  const related = [...labels].filter(([, label]) => label !== 'none');
  const found = related.filter(([key]) => indexed.has(key)).length;
  return {
    decided: ({ a, b }) => labels.get(pairKey(a, b)) ?? 'none',
    indexRecall: found / Math.max(1, related.length),
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The same words in the same order, whatever the spacing. */
function exactHash({ bodies }: CopiesCorpus): Judge {
  const hash = (id: string) =>
    createHash('sha256')
      .update(words(bodies.get(id)?.text).join(' '))
      .digest('hex');
  return ({ a, b }) => (hash(a) === hash(b) ? 'same' : 'none');
}

/** Same where half of the shorter's 5-grams are shared, part where only the coefficient is high enough. */
function fiveGramJaccard({ bodies }: CopiesCorpus): Judge {
  const grams = (id: string) => {
    const all = words(bodies.get(id)?.text);
    return new Set(all.slice(4).map((_, at) => all.slice(at, at + 5).join(' ')));
  };
  return ({ a, b }) => {
    const [one, other] = [grams(a), grams(b)];
    let shared = 0;
    for (const gram of one) if (other.has(gram)) shared++;
    const jaccard = shared / Math.max(1, one.size + other.size - shared);
    if (jaccard < JACCARD_THRESHOLD) return 'none';
    return shared >= 0.5 * Math.min(one.size, other.size) ? 'same' : 'part';
  };
}

function words(text = ''): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';

/**
 * Counts in how many of a thousand reports each lemma stands, for the weights of words in `src/claims`:
 *
 *     node packages/ledger/training/word-frequencies.ts ../shared/corpora
 *
 * Reads the training articles of `attribution/` and the training bodies of `stance/`; the bodies of one topic count as one
 * report, since they repeat one another. Words of fewer than six reports, names and figures are left out: they are rare.
 */
const LEAST_REPORTS = 6;
const corpora = process.argv[2];
const model = loadModel();
const reports = new Map<string, Set<string>>();

for (const { id, text } of lines('attribution/polnear.train.jsonl.gz')) addTo(id, text);
for (const { topic, split, text } of lines('stance/fnc1.train.bodies.jsonl.gz')) {
  if (split === 'train') addTo(`topic ${topic}`, text);
}

const counts = new Map<string, number>();
for (const words of reports.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
const common = [...counts].filter(([, count]) => count >= LEAST_REPORTS).sort(([a], [b]) => (a < b ? -1 : 1));
const table = Object.fromEntries(common.map(([word, count]) => [word, Math.ceil((1000 * count) / reports.size)]));
const out = new URL('../src/claims/word-frequencies.json', import.meta.url);
writeFileSync(out, `${JSON.stringify(table, null, 1)}\n`);
console.log(`${common.length} words of ${reports.size} reports`);

function lines(file: string): { id: string; topic: number; split: string; text: string }[] {
  const text = gunzipSync(readFileSync(join(corpora, file))).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

function addTo(report: string, text: string): void {
  const words = reports.get(report) ?? new Set<string>();
  reports.set(report, words);
  const { language } = readAnalysed({ text }, model);
  for (const [token, lemma] of language.lemma.entries()) {
    if (language.name[token] === 0 && /^[a-z][a-z-]+$/.test(lemma)) words.add(lemma);
  }
}

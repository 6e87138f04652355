import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { FACTS_ONLY, FULL, TRIMMED } from '../copies/example-reports.ts';
import { evaluateCopies } from './copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-evaluate-copies-'));
after(() => rmSync(folder, { recursive: true }));

const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
writeFileSync(
  join(folder, 'bodies.jsonl'),
  lines([
    { id: 1, split: 'dev', text: FULL },
    { id: 2, split: 'dev', text: TRIMMED },
    { id: 3, split: 'train', text: FACTS_ONLY },
  ]),
);

test('pairs are scored by the labels beside the bodies, reported apart where both bodies are held out', () => {
  writeFileSync(
    join(folder, 'copies.jsonl'),
    lines([
      { a: 1, b: 2, label: 'part' },
      { a: '1', b: '3', label: 'none' },
    ]),
  );
  const { items, metrics } = evaluateCopies(folder, loadModel());
  assert.equal(items, 2);
  assert.equal(metrics['report.precision'], 1);
  assert.equal(metrics['report.label.precision'], 0);
  assert.equal(metrics['tune.accuracy'], 1);
  assert.equal(metrics['report.baseline.exact.recall'], 0);
});

test('a pair of a body that is not there is named', () => {
  writeFileSync(join(folder, 'copies.jsonl'), lines([{ a: 1, b: 9, label: 'same' }]));
  assert.throws(() => evaluateCopies(folder, loadModel()), /no body "9"/);
});

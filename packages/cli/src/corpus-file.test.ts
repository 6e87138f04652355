import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { corpusFile } from './corpus-file.ts';

describe('corpusFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  after(() => rmSync(folder, { recursive: true }));
  const lines = /\.jsonl(?:\.gz)?$/;

  test('takes a file as it is, and of a folder the corpus that is held out', () => {
    writeFileSync(join(folder, 'x.train.jsonl'), '');
    assert.equal(corpusFile(folder, lines), join(folder, 'x.train.jsonl'));
    writeFileSync(join(folder, 'x.dev.jsonl.gz'), '');
    assert.equal(corpusFile(folder, lines), join(folder, 'x.dev.jsonl.gz'));
    assert.equal(corpusFile(join(folder, 'x.train.jsonl'), lines), join(folder, 'x.train.jsonl'));
  });

  test('says what to give instead where it cannot tell', () => {
    writeFileSync(join(folder, 'x.test.jsonl'), '');
    assert.throws(() => corpusFile(folder, lines), { message: /x\.dev\.jsonl\.gz, x\.test\.jsonl/ });
    assert.throws(() => corpusFile(folder, /\.json$/), { code: 'corpus' });
    assert.throws(() => corpusFile(join(folder, 'none'), lines), { code: 'missing' });
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Time } from '../reading.ts';
import { evaluateTimes, readTimesCorpus, scoreTimes } from './times.ts';

function time(start: number, end: number, value: string): Time {
  return { start, end, type: 'DATE', value };
}

describe('scoring of times', () => {
  it('tells strict, relaxed and value apart', () => {
    const scores = scoreTimes([
      {
        id: 'a',
        gold: [time(0, 6, '2015'), time(10, 16, '2014'), time(20, 26, '2013'), time(30, 36, '2012')],
        predicted: [time(0, 6, '2015'), time(12, 16, '2014'), time(20, 26, '1999'), time(40, 46, '2012')],
      },
    ]);
    assert.equal(scores['strict.f1'], 0.5);
    assert.equal(scores['relaxed.f1'], 0.75);
    assert.equal(scores['value.f1'], 0.5);
    assert.equal(scores['relaxed.precision'], 0.75);
  });

  it('counts one prediction over two gold spans once', () => {
    const scores = scoreTimes([
      { id: 'a', gold: [time(0, 4, '2015'), time(5, 9, '2014')], predicted: [time(0, 9, '2015')] },
    ]);
    assert.equal(scores['relaxed.recall'], 0.5);
    assert.equal(scores['relaxed.precision'], 1);
  });
});

describe('a corpus of times', () => {
  const line = JSON.stringify({
    id: 'lantern-1',
    dct: '2015-12-27',
    text: '🕊️ On Tuesday the mill burned.',
    timex: [{ start: 6, end: 13, type: 'DATE', value: '2015-12-22', mod: null }],
  });

  it('is read with offsets in code points, gzip or not', async () => {
    for (const bytes of [gzipSync(`${line}\n`), `${line}\n`]) {
      await withFile(bytes, async (file) => {
        const { task, items, metrics } = await evaluateTimes(file);
        assert.deepEqual([task, items, metrics['strict.f1'], metrics['value.f1']], ['times', 1, 1, 1]);
      });
    }
  });

  it('names the line that is not in its format', async () => {
    await withFile(`${line}\n{"id": 3}\n`, async (file) => {
      await assert.rejects(readTimesCorpus(file), /line 2/);
    });
    await withFile(`${line}\nnot JSON\n`, async (file) => {
      await assert.rejects(readTimesCorpus(file), /line 2/);
    });
  });
});

async function withFile(bytes: string | Uint8Array, use: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-times-'));
  try {
    const file = join(folder, 'times.jsonl');
    await writeFile(file, bytes);
    await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { readFileSync } from 'node:fs';
import { parseJsonLine, recordInput } from '@hearsay/input/article-record';
import type { ReadInput } from '@hearsay/reader/read';
import type { Source } from '../src/ingest/source.ts';

/** The sample story of the desk. */
export async function* sampleReports(): Source {
  const text = readFileSync(new URL('../../../samples/desk/reports.jsonl', import.meta.url), 'utf8');
  const lines = text.trim().split('\n');
  for (const [at, line] of lines.entries()) {
    const value = parseJsonLine({ number: at + 1, bytes: Buffer.from(line) });
    yield { kind: 'article', input: recordInput(value, {}), place: `the sample: ${at + 1}` };
  }
}

/** Inputs as a source. */
export async function* inputs(...all: ReadInput[]): Source {
  for (const input of all) yield { kind: 'article', input, place: `the test: ${input.id}` };
}

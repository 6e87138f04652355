import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The part of a corpus to learn from, and the part to choose and report on. */
export type Part = 'train' | 'dev';

/** The lines of a gzip text file below the folder of the corpora. */
export function readLines(corpora: string, path: string): string[] {
  const text = gunzipSync(readFileSync(join(corpora, path))).toString('utf8');
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

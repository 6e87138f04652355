import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** The corpora stand beside the project, not in it. */
const CORPORA = new URL('../../../shared/corpora/', import.meta.url);

/** Where a corpus is, or undefined where this machine has none. */
export function corpusPath(name: string): string | undefined {
  const path = fileURLToPath(new URL(name, CORPORA));
  return existsSync(path) ? path : undefined;
}

/** The saved pages of the extraction benchmark. */
export function corpusPages(): { id: string; html: Buffer }[] {
  const folder = corpusPath('extraction/html');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .map((name) => ({ id: name.replace('.html.gz', ''), html: gunzipSync(readFileSync(`${folder}/${name}`)) }));
}

const articleLine = z.object({ id: z.string(), text: z.string() });
const bodyLine = z.object({ text: z.string() });

/** News articles as plain text. */
export function corpusTexts(): { id: string; text: string }[] {
  const file = corpusPath('attribution/polnear.dev.jsonl.gz');
  if (file === undefined) return [];
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  return lines.map((line) => articleLine.parse(JSON.parse(line)));
}

/** Reports of rumours, many of them copies of one another, as plain text. */
export function stanceBodies(): string[] {
  const file = corpusPath('stance/fnc1.train.bodies.jsonl.gz');
  if (file === undefined) return [];
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  return lines.map((line) => bodyLine.parse(JSON.parse(line)).text);
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** One labelled assertion; offsets are code points into the article's published text. */
export interface ClaimLabel {
  set: string;
  article: string;
  content: { start: number; end: number }[];
  claim: string | null;
  polarity: string | null;
}

export interface ClaimCorpus {
  labels: ClaimLabel[];
  /** The published text of an article of a set: of a desk set, that of the desk articles before that of others. */
  textOf(set: string, article: string): string;
  /** Ids of the desk articles in the order of their file: the first nine are for tuning. */
  deskIds: string[];
}

const LABELS = 'claims.jsonl';
const PACKAGED_LABELS = fileURLToPath(new URL('../../evaluation/claims.jsonl', import.meta.url));

const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const label = z.object({
  set: z.string(),
  article: z.string(),
  content: z.array(span).min(1),
  claim: z.string().nullable(),
  polarity: z.enum(['for', 'against', 'observing']).nullable(),
});
const deskArticles = z.record(z.string(), z.object({ text: z.string() }));
const body = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * Reads labels (`claims.jsonl` in the folder, else the package's own) and the texts that they point into, from the
 * folder and the folders in it: `desk*.json`, `*bodies*.jsonl` (its id 12 is the article `fnc-12`), `articles*.jsonl`; lines may be gzipped.
 * @throws {Error} where a file is not in its format, or an article of the labels is missing.
 */
export function readClaimCorpus(path: string): ClaimCorpus {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const own = folder === path ? join(folder, LABELS) : path;
  return withTexts(folder, readClaimLabels(existsSync(own) ? own : PACKAGED_LABELS));
}

/** @throws {Error} where a line is not a label. */
export function readClaimLabels(file: string): ClaimLabel[] {
  return jsonLines(file, label).map(({ content, ...rest }) => ({
    ...rest,
    content: content.map(([start, end]) => ({ start, end })),
  }));
}

/** Labels with the texts that they point into, which stand in the folder as `readClaimCorpus` says. */
export function withTexts(folder: string, labels: ClaimLabel[]): ClaimCorpus {
  const wanted = new Set(labels.map(({ article }) => article));
  const deskTexts = new Map<string, string>();
  const otherTexts = new Map<string, string>();
  const deskIds: string[] = [];
  for (const file of filesIn(folder)) {
    const name = basename(file);
    if (/^desk\b.*\.json$/.test(name)) {
      const parsed = checked(file, deskArticles, JSON.parse(readFileSync(file, 'utf8')));
      for (const [id, { text }] of Object.entries(parsed)) {
        deskIds.push(id);
        if (wanted.has(id)) deskTexts.set(id, text);
      }
    } else if (/^(?:articles.*|.*bodies.*)\.jsonl(?:\.gz)?$/.test(name)) {
      const prefix = name.includes('bodies') ? 'fnc-' : '';
      for (const { id, text } of jsonLines(file, body)) {
        const article = `${prefix}${id}`;
        if (wanted.has(article) && !otherTexts.has(article)) otherTexts.set(article, text);
      }
    }
  }
  const missing = [...wanted].filter((article) => !deskTexts.has(article) && !otherTexts.has(article));
  if (missing.length > 0) {
    throw new Error(
      `no text for ${missing.slice(0, 5).join(', ')}; --data wants the folder that holds desk/ and stance/`,
    );
  }
  return {
    labels,
    deskIds,
    textOf(set, article) {
      const [first, second] = set.startsWith('desk') ? [deskTexts, otherTexts] : [otherTexts, deskTexts];
      return (first.get(article) ?? second.get(article))!;
    },
  };
}

/** The folder's files and those of the folders in it, sorted by path. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path)
        .sort()
        .map((name) => join(path, name));
    });
}

function jsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [checked(`${file}, line ${index + 1}`, schema, JSON.parse(line))],
    );
}

function checked<T>(place: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

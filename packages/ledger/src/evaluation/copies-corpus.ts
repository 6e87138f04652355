import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const id = z.union([z.int(), z.string()]).transform(String);
const body = z.object({ id, split: z.string().optional(), text: z.string() });
export const copyPair = z.object({ a: id, b: id, label: z.enum(['same', 'part', 'none']) });

export type CopyBody = z.infer<typeof body>;
export type CopyPair = z.infer<typeof copyPair>;

export interface CopiesCorpus {
  bodies: Map<string, CopyBody>;
  pairs: CopyPair[];
}

/**
 * Reads the bodies at `path` (the file, or a folder with one whose name has "bodies" in it) and the labelled pairs: those of
 * `copies.jsonl` beside them, else those that come with this package.
 * @throws {Error} that names the file, and the line where one is not in its format.
 */
export function readCopiesCorpus(path: string): CopiesCorpus {
  const file = bodiesFile(path);
  const own = join(dirname(file), 'copies.jsonl');
  const labels = existsSync(own) ? own : new URL('../../evaluation/copies.jsonl', import.meta.url);
  const bodies = new Map(readLines(file, body).map((each) => [each.id, each]));
  const pairs = readLines(labels, copyPair);
  for (const { a, b } of pairs) {
    const missing = [a, b].find((each) => !bodies.has(each));
    if (missing !== undefined) throw new Error(`${file}: it has no body "${missing}", of which a labelled pair speaks`);
  }
  return { bodies, pairs };
}

function bodiesFile(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const name = readdirSync(path).find((each) => /bodies.*\.jsonl(?:\.gz)?$/.test(each));
  if (name === undefined)
    throw new Error(`${path}: no file of bodies in it, such as bodies.jsonl; give --data the file`);
  return join(path, name);
}

function readLines<Schema extends z.ZodType>(file: string | URL, schema: Schema): z.infer<Schema>[] {
  const bytes = readFileSync(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(
        `${file}, line ${at + 1}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`,
      );
    }
  });
}

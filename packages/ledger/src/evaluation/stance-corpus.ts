import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { STANCES, type Stance } from '../stance/stances.ts';

/** One report of a stance corpus. */
export interface StanceBody {
  id: number;
  /** Bodies of one topic speak of one rumour: pairs of one topic must not stand on both sides of a split. */
  topic: number;
  split: string;
  text: string;
}

/** One claim and one report, and what people say of the two. */
export interface StancePair {
  headline: string;
  body: number;
  stance: Stance;
}

export interface StanceCorpus {
  bodies: ReadonlyMap<number, StanceBody>;
  pairs: readonly StancePair[];
}

const body = z.object({ id: z.int(), topic: z.int(), split: z.string(), text: z.string() });
const pair = z.object({ headline: z.string(), body: z.int(), stance: z.enum(STANCES) });

/**
 * Reads a stance corpus: a folder with one file that ends in `bodies.jsonl` and one that ends in `stances.jsonl`, either
 * of them gzipped or not.
 * @throws {Error} naming the file and line that is not in the corpus's format, or the body that a pair speaks of in vain.
 */
export function readStanceCorpus(folder: string): StanceCorpus {
  const bodies = new Map(readLines(folder, /bodies\.jsonl(?:\.gz)?$/, body).map((each) => [each.id, each]));
  const pairs = readLines(folder, /stances\.jsonl(?:\.gz)?$/, pair);
  for (const [index, { body: id }] of pairs.entries()) {
    if (!bodies.has(id)) throw new Error(`${folder}: stances, line ${index + 1}: there is no body ${id}`);
  }
  return { bodies, pairs };
}

/**
 * The pairs of one side of the split: those whose body is on it, and all bodies that the headline is related to anywhere.
 * Pairs across the split belong to neither.
 */
export function pairsOfSplit({ bodies, pairs }: StanceCorpus, split: string): StancePair[] {
  const splitOf = (id: number): string | undefined => bodies.get(id)?.split;
  const elsewhere = new Set(
    pairs.filter((each) => each.stance !== 'unrelated' && splitOf(each.body) !== split).map((each) => each.headline),
  );
  return pairs.filter((each) => splitOf(each.body) === split && !elsewhere.has(each.headline));
}

function readLines<T>(folder: string, ending: RegExp, schema: z.ZodType<T>): T[] {
  const found = readdirSync(folder).filter((name) => ending.test(name));
  if (found.length !== 1) {
    throw new Error(
      `${folder}: it wants one file ending in ${ending.source.replace(/\\|\(.*/g, '')}, and has ${found.length}`,
    );
  }
  const file = join(folder, found[0]);
  const bytes = readFileSync(file);
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const records: T[] = [];
  for (const [index, line] of (gzip ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    records.push(parsed.data);
  }
  return records;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

import { createReadStream } from 'node:fs';
import type { Model } from '@hearsay/reader/model/model';
import type { ReadInput } from '@hearsay/reader/read';
import { read } from '@hearsay/reader/read';
import { z } from 'zod';
import { fileError } from './input/file-error.ts';
import { describeFailure, InputError } from './input/input-error.ts';
import { type Line, splitLines } from './input/split-lines.ts';
import { complain, print } from './output.ts';
import type { ReadOptions } from './read-options.ts';

/** Longest line taken in, in bytes; a longer one is an error of its own, and the next is read. */
const MAX_LINE_BYTES = 64_000_000;

const record = z.object({
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  url: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  title: z.string().nullish(),
});
const idOnly = record.pick({ id: true });
type ArticleRecord = z.infer<typeof record>;

/**
 * Reads JSON lines and prints a reading or an error for each, in order, one at a time: memory does not grow with their
 * number. Returns whether all were read.
 */
export async function readLines(names: readonly string[], options: ReadOptions, model: Model): Promise<boolean> {
  let whole = true;
  for (const name of names) {
    try {
      if (/^https?:\/\//i.test(name)) {
        throw new InputError(
          'url',
          '--jsonl reads files and standard input; fetch it first: curl -s URL | hearsay read --jsonl',
        );
      }
      const stream = name === '-' ? process.stdin : createReadStream(name);
      for await (const line of splitLines(stream, MAX_LINE_BYTES)) {
        if (line.bytes?.length === 0) continue;
        const answer = readLine(line, options, model);
        if ('error' in answer) whole = false;
        await print(`${JSON.stringify(answer)}\n`);
      }
    } catch (error) {
      complain(name, fileError(error).message);
      whole = false;
    }
  }
  return whole;
}

function readLine(line: Line, options: ReadOptions, model: Model) {
  let id = `line ${line.number}`;
  try {
    const value = parseJson(line);
    id = idOf(value) ?? id;
    return read(toInput(checkRecord(value), options), model);
  } catch (error) {
    return { id, error: describeFailure(error) };
  }
}

function parseJson({ bytes }: Line): unknown {
  if (bytes === null) throw new InputError('too-long', `the line is longer than ${MAX_LINE_BYTES / 1e6} MB; split it`);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new InputError('json', `the line is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The id even of a record that is wrong otherwise, so that its error can be told from others. */
function idOf(value: unknown): string | undefined {
  return idOnly.safeParse(value).data?.id ?? undefined;
}

function checkRecord(value: unknown): ArticleRecord {
  const parsed = record.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue.path.length === 0 ? 'the line' : `"${issue.path.join('.')}"`;
  throw new InputError('record', `${place}: ${issue.message}; give {"id", "text" or "html", "url"?, "published"?, …}`);
}

function toInput(fields: ArticleRecord, options: ReadOptions): ReadInput {
  const { html, text } = fields;
  if (typeof html === 'string' && typeof text === 'string') {
    throw new InputError('record', 'it has both "text" and "html"; give one of them');
  }
  const body = html ?? text;
  if (typeof body !== 'string') throw new InputError('record', 'it has neither "text" nor "html"; give one of them');
  if (body.trim() === '') throw new InputError('empty', 'its text is empty: nothing to read');
  return {
    id: fields.id ?? undefined,
    [typeof html === 'string' ? 'html' : 'text']: body,
    url: fields.url ?? undefined,
    outlet: fields.outlet ?? options.outlet,
    published: fields.published ?? options.published,
    title: fields.title ?? options.title,
  };
}

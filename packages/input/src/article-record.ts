import type { ReadInput } from '@hearsay/reader/read';
import { z } from 'zod';
import { InputError } from './input-error.ts';
import type { Line } from './split-lines.ts';

/** Longest line taken in, in bytes; a longer one is an error of its own, and the next is read. */
export const MAX_LINE_BYTES = 64_000_000;

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

/**
 * The value of one JSON line.
 * @throws {InputError} where it is too long or no JSON.
 */
export function parseJsonLine({ bytes }: Line): unknown {
  if (bytes === null) throw new InputError('too-long', `the line is longer than ${MAX_LINE_BYTES / 1e6} MB; split it`);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new InputError('json', `the line is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The id even of a record that is wrong otherwise, so that its error can be told from others. */
export function recordId(value: unknown): string | undefined {
  return idOnly.safeParse(value).data?.id ?? undefined;
}

/**
 * The article of one record, `{"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}`; what it does not say is
 * taken from `defaults`.
 * @throws {InputError} where it is no such record, or has nothing to read.
 */
export function recordInput(
  value: unknown,
  defaults: Pick<ReadInput, 'outlet' | 'published' | 'title'> = {},
): ReadInput {
  const fields = checked(value);
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
    outlet: fields.outlet ?? defaults.outlet,
    published: fields.published ?? defaults.published,
    title: fields.title ?? defaults.title,
  };
}

function checked(value: unknown): z.infer<typeof record> {
  const parsed = record.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue.path.length === 0 ? 'the line' : `"${issue.path.join('.')}"`;
  throw new InputError('record', `${place}: ${issue.message}; give {"id", "text" or "html", "url"?, "published"?, …}`);
}

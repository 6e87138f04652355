import type { Context } from 'hono';
import { z } from 'zod';
import { DeskProblem } from '../problem.ts';

/**
 * A body of JSON, held against its schema.
 * @throws {DeskProblem} for another type, more bytes than that, or what is not of the schema.
 */
export async function jsonBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  mostBytes: number,
): Promise<z.output<Schema>> {
  const type = context.req.header('content-type')?.split(';')[0].trim().toLowerCase();
  if (type !== 'application/json') {
    throw new DeskProblem('unsupported-type', `The body is ${type ?? 'of no type'}; send application/json.`);
  }
  const bytes = await limited(context.req.raw.body, mostBytes);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DeskProblem(
      'bad-request',
      `The body is no JSON in UTF-8: ${error instanceof Error ? error.message : error}.`,
    );
  }
  return valid(schema, value, 'the body');
}

/** A value held against its schema. @throws {DeskProblem} that says what is wrong where. */
export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new DeskProblem(
    'bad-request',
    `In ${what}: ${z.prettifyError(error).replaceAll(/\s*\n\s*/g, ' ')}. See /openapi.json.`,
  );
}

async function limited(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > most)
      throw new DeskProblem('too-large', `The body is more than ${most / 1e6} MB; send a file in its place.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

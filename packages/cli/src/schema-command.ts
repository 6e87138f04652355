import { readingJsonSchema } from '@hearsay/reader/reading';
import { print } from './output.ts';

/** Prints the JSON Schema that every reading keeps to. */
export async function printSchema(): Promise<void> {
  await print(`${JSON.stringify(readingJsonSchema(), null, 2)}\n`);
}

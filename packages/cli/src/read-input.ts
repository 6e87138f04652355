import { detectType } from '@hearsay/input/detect-type';
import { InputError } from '@hearsay/input/input-error';
import { isJsonLines } from '@hearsay/input/json-lines';
import type { Model } from '@hearsay/reader/model/model';
import { read } from '@hearsay/reader/read';
import type { Reading } from '@hearsay/reader/reading';
import { loadInput } from './load-input.ts';
import type { ReadOptions } from './read-options.ts';

/**
 * Brings in one input and reads it.
 * @throws {InputError} where there is nothing to read.
 */
export async function readInput(name: string, options: Omit<ReadOptions, 'format'>, model: Model): Promise<Reading> {
  const { bytes, contentType, url, warnings } = await loadInput(name, { allowPrivate: options.allowPrivate ?? false });
  if (options.type === undefined && isJsonLines(bytes)) {
    throw new InputError('json-lines', 'it holds JSON lines; read it with --jsonl, or as it stands with --type text');
  }
  const type = options.type ?? detectType(bytes);
  const { published, outlet, title } = options;
  const reading = read({ [type]: bytes, contentType, url, published, outlet, title }, model);
  return { ...reading, warnings: [...warnings, ...reading.warnings] };
}

import type { Model } from '@hearsay/reader/read';
import { read } from '@hearsay/reader/read';
import type { Reading } from '@hearsay/reader/reading';
import type { Format } from './formats/format.ts';
import { detectType } from './input/detect-type.ts';
import { describeFailure } from './input/input-error.ts';
import { loadInput } from './input/load-input.ts';
import { complain, endQuietlyWithReader, print } from './output.ts';
import { Progress } from './progress.ts';
import type { ReadOptions } from './read-options.ts';

/** Warnings that say that an input was not read in full: the command then ends as for one that failed. */
const PARTIAL = new Set(['charset', 'empty', 'language', 'truncated']);

/** Columns where the output is no terminal. */
const PIPE_WIDTH = 100;

/** Reads every input and prints its reading; returns whether all were read in full. */
export async function runRead(inputs: readonly string[], options: ReadOptions): Promise<boolean> {
  endQuietlyWithReader();
  const names = inputs.length === 0 ? ['-'] : inputs;
  const model = loadModel();
  if (options.jsonl) {
    const { readLines } = await import('./read-lines.ts');
    return readLines(names, options, model);
  }

  const format = await loadFormat(options, names.length > 1);
  const progress = new Progress(names.length);
  let printed = 0;
  let whole = true;
  await print(format.open);
  for (const name of names) {
    progress.start(name);
    try {
      const reading = await readInput(name, options, model);
      const gaps = reading.warnings.filter(({ code }) => PARTIAL.has(code));
      progress.clear();
      for (const { message } of gaps) complain(name, message);
      await print(format.reading(reading, printed++));
      whole &&= gaps.length === 0;
    } catch (error) {
      progress.clear();
      complain(name, describeFailure(error).message);
      whole = false;
    }
  }
  if (printed > 0 || names.length > 1) await print(format.close);
  return whole;
}

async function readInput(name: string, options: ReadOptions, model: Model): Promise<Reading> {
  const { bytes, charset, url, warnings } = await loadInput(name, { allowPrivate: options.allowPrivate ?? false });
  const type = options.type ?? detectType(bytes);
  const { published, outlet, title } = options;
  const reading = read({ [type]: bytes, charset, url, published, outlet, title }, model);
  return { ...reading, warnings: [...warnings, ...reading.warnings] };
}

async function loadFormat({ format }: ReadOptions, several: boolean): Promise<Format> {
  switch (format) {
    case 'text': {
      const { textFormat } = await import('./formats/text-format.ts');
      return textFormat({ width: process.stdout.columns ?? PIPE_WIDTH, color: wantsColor() });
    }
    case 'json':
      return (await import('./formats/json-format.ts')).jsonFormat(several);
    case 'jsonl':
      return (await import('./formats/json-format.ts')).jsonlFormat;
    case 'html':
      return (await import('./formats/html-format.ts')).htmlFormat;
    case 'csv':
      return (await import('./formats/csv-format.ts')).csvFormat;
  }
}

/** Off when piped, and where NO_COLOR says so (no-color.org). */
function wantsColor(): boolean {
  return process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

function loadModel(): Model {
  return { version: 'none' };
}

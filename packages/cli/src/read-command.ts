import { describeFailure } from '@hearsay/input/input-error';
import type { Format } from '@hearsay/ledger/exports/format';
import { loadModel } from '@hearsay/reader/model/load-model';
import { complain, print } from './output.ts';
import { Progress } from './progress.ts';
import { readInput } from './read-input.ts';
import type { ReadOptions } from './read-options.ts';
import { terminal } from './terminal.ts';

/** Warnings that say that an input was not read in full: the command then ends as for one that failed. */
const PARTIAL = new Set(['charset', 'empty', 'language', 'truncated']);

/** Reads every input and prints its reading; returns whether all were read in full. */
export async function runRead(inputs: readonly string[], options: ReadOptions): Promise<boolean> {
  const names = inputs.length === 0 ? ['-'] : inputs;
  const model = loadModel();
  if (options.jsonl) {
    const { readLines } = await import('./read-lines.ts');
    return readLines(names, options, model);
  }

  const format = await loadFormat(options, names);
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
      await print(format.reading(reading, printed++, name === '-' ? 'Standard input' : name));
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

async function loadFormat({ format, title }: ReadOptions, names: readonly string[]): Promise<Format> {
  switch (format) {
    case 'text': {
      const { textFormat } = await import('./formats/text-format.ts');
      return textFormat(terminal());
    }
    case 'json':
      return (await import('./formats/json-format.ts')).jsonFormat(names.length > 1);
    case 'jsonl':
      return (await import('./formats/json-format.ts')).jsonlFormat;
    case 'html':
      return (await import('./formats/html-format.ts')).htmlFormat(title ?? pageTitle(names));
    case 'csv':
      return (await import('@hearsay/ledger/exports/csv-format')).csvFormat;
  }
}

function pageTitle(names: readonly string[]): string {
  if (names.length > 1) return `${names.length} reports`;
  return names[0] === '-' ? 'Standard input' : names[0];
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Incoming, Source, SourceProgress } from '../source.ts';

/** A source that says how far it is. */
export interface MeasuredSource extends Source {
  readonly progress: Readonly<SourceProgress>;
}

const record = z.object({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  url: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  title: z.string().optional(),
});

/** The articles of files of JSON lines and of standard input (`-`), in the order given. */
export function openSource(
  names: readonly string[],
  options: { allowPrivate?: boolean; standardInput?: Readable } = {},
): MeasuredSource {
  const progress: SourceProgress = { bytes: 0, at: '' };
  return {
    progress,
    [Symbol.asyncIterator]: () => articles(names, options.standardInput ?? process.stdin, progress),
  };
}

async function* articles(
  names: readonly string[],
  standardInput: Readable,
  progress: SourceProgress,
): AsyncGenerator<Incoming> {
  for (const name of names) {
    progress.at = name;
    try {
      if (name !== '-') progress.total = (progress.total ?? 0) + (await stat(name)).size;
      const stream = name === '-' ? standardInput : createReadStream(name);
      stream.on('data', (chunk: Buffer) => {
        progress.bytes += chunk.length;
      });
      let number = 0;
      for await (const line of createInterface({ input: stream })) {
        number++;
        if (line.trim() !== '') yield article(line, `${name}:${number}`);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      yield { kind: 'skipped', input: name, place: name, code: 'unreadable', reason };
    }
  }
}

function article(line: string, place: string): Incoming {
  try {
    const input = record.parse(JSON.parse(line));
    if (input.text === undefined && input.html === undefined) throw new Error('it has neither "text" nor "html"');
    return { kind: 'article', input, place };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'skipped', input: place, place, code: 'record', reason };
  }
}

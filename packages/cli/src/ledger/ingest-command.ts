import { existsSync } from 'node:fs';
import { type IngestSummary, ingest } from '@hearsay/ledger/ingest/ingest';
import { isAddress, openSource } from '@hearsay/ledger/ingest/sources/open-source';
import { complain, print } from '../output.ts';
import { ProgressBar } from './progress-bar.ts';
import { withLedger } from './with-ledger.ts';

export interface IngestCommandOptions {
  ledger: string;
  jobs?: number;
  outlet?: string;
  published?: string;
  allowPrivate?: boolean;
}

/** Takes inputs into a ledger and says what became of them; returns whether nothing was skipped. */
export async function runIngest(inputs: readonly string[], options: IngestCommandOptions): Promise<boolean> {
  const { ledger, allowPrivate, ...others } = options;
  if (inputs.every(isMissing)) {
    // A mistyped path makes no ledger.
    for (const input of inputs) complain(input, 'there is no file or folder of this name that can be read');
    return false;
  }
  return withLedger(ledger, { access: 'write', name: 'hearsay ingest' }, async (store) => {
    const source = openSource(inputs, { allowPrivate: allowPrivate ?? false });
    const bar = new ProgressBar('articles');
    const onBatch = (summary: Readonly<IngestSummary>): void => {
      const { bytes, total } = source.progress;
      bar.show(articles(summary), total === undefined ? undefined : bytes / total);
    };
    try {
      const summary = await ingest(store, source, { ...others, onBatch });
      bar.clear();
      await print(closing(summary, bar.seconds, ledger));
      return summary.skipped === 0;
    } finally {
      bar.clear();
    }
  });
}

function isMissing(input: string): boolean {
  return input !== '-' && !isAddress(input) && !existsSync(input);
}

function articles({ added, revised, known, skipped }: Readonly<IngestSummary>): number {
  return added + revised + known + skipped;
}

function closing(summary: IngestSummary, seconds: number, ledger: string): string {
  const { added, revised, known, skipped } = summary;
  const rate = seconds > 1 ? ` in ${Math.round(seconds)} s (${Math.round(articles(summary) / seconds)} a second)` : '';
  const why = skipped > 0 ? `\n"hearsay skipped --ledger ${ledger}" says why ${skipped} did not come in.` : '';
  return `${added} added, ${revised} revised, ${known} known, ${skipped} skipped${rate}.${why}\n`;
}

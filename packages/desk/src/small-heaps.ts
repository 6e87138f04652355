import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap of 30 MB grow to 70 or 170 before it collects it, and a desk with its ingest has six. With these a heap grows
 * by a quarter: half the memory for 5 % more processor time, measured on an ingest into a ledger of 100,000 articles.
 */
export const SMALL_HEAP_FLAGS: readonly string[] = ['--heap-growing-percent=25', '--max-semi-space-size=4'];

/** Keeps the heaps of this process small, those of threads started later too. For whoever has the process to himself. */
export function keepHeapsSmall(): void {
  for (const flag of SMALL_HEAP_FLAGS) setFlagsFromString(flag);
}

import type { Span } from '@hearsay/reader/reading';
import { NumberReader, pushNumber } from '../store/packed-numbers.ts';
import type { Passage } from './copy-decision.ts';

/** Passages as `copy.passages` has them: of each the start and the length in `a`, then in `b`, as LEB128. */
export function packPassages(passages: readonly Passage[]): Uint8Array {
  const bytes: number[] = [];
  for (const { a, b } of passages) {
    for (const { start, end } of [a, b]) {
      pushNumber(bytes, start);
      pushNumber(bytes, end - start);
    }
  }
  return Uint8Array.from(bytes);
}

/** What `packPassages` was given. */
export function unpackPassages(bytes: Uint8Array): Passage[] {
  const passages: Passage[] = [];
  const reader = new NumberReader(bytes);
  const span = (): Span => {
    const start = reader.number();
    return { start, end: start + reader.number() };
  };
  while (!reader.isAtEnd) passages.push({ a: span(), b: span() });
  return passages;
}

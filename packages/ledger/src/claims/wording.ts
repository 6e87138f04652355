import type { Assertion } from '@hearsay/reader/reading';
import type { Scene } from './features.ts';

/** The content's words as a text of their own. */
export function standaloneText({ reading }: Scene, assertion: Assertion, _content: readonly number[], _keys: ReadonlyMap<number, string>): string {
  return assertion.content
    .map(({ start, end }) => reading.text.slice(start, end))
    .join(' … ')
    .replace(/\s+/gu, ' ')
    .replace(/^that /, '');
}

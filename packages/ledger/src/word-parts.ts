import { diffWordsWithSpace } from 'diff';
import type { RevisionComparison } from './questions/answers.ts';

type Part = RevisionComparison['parts'][number];

/** Words that differ past this number are not aligned one by one: the comparison would cost more than it tells. */
const MOST_EDITS = 2000;
/** So many words that stay between two changes are read as part of the change: a stray "the" is no common ground. */
const LEAST_KEPT_WORDS = 3;

/** Two texts word by word, what is the same, added and cut, in their order (Myers 1986, through jsdiff). Pure. */
export function wordParts(before: string, after: string): Part[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [part('cut', before), part('added', after)];
  const parts: Part[] = [];
  let cut = '';
  let added = '';
  const close = (): void => {
    if (cut !== '') parts.push(part('cut', cut));
    if (added !== '') parts.push(part('added', added));
    cut = '';
    added = '';
  };
  for (const [at, change] of changes.entries()) {
    if (change.removed) cut += change.value;
    else if (change.added) added += change.value;
    else if (isStray(change.value) && cut + added !== '' && at + 1 < changes.length) {
      cut += change.value;
      added += change.value;
    } else {
      close();
      parts.push(part('same', change.value));
    }
  }
  close();
  return parts;
}

function isStray(words: string): boolean {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).length < LEAST_KEPT_WORDS;
}

function part(kind: Part['kind'], text: string): Part {
  return { kind, text };
}

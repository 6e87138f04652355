import { diffWordsWithSpace } from 'diff';
import type { RevisionComparison } from './answers.ts';

/** Words that differ past this number are not aligned one by one: the comparison would cost more than it tells. */
const MOST_EDITS = 2000;

/** Two texts word by word, what is the same, added and cut, in their order (Myers 1986, through jsdiff). Pure. */
export function wordParts(before: string, after: string): RevisionComparison['parts'] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { kind: 'cut', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'cut' : 'same',
    text: value,
  }));
}

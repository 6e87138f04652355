import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';

/**
 * Whether a content tells of an earlier occasion than the one that its article is about: "his death twice before", "had been
 * reported killed several times in the past". That those reports were wrong says nothing against this one. "Previously" alone
 * does not count: what was previously reported is mostly this occasion.
 */
export function isEarlierOccasion(tree: Tree, content: readonly number[]): boolean {
  const inside = new Set(content);
  return content.some((token, at) => {
    const word = tree.word[token];
    const isNamed =
      (EARLIER.test(word) && TIMES.test(tree.word[content[at - 1]] ?? '')) ||
      (word === 'before' && endsClause(tree, token, content[at + 1])) ||
      (word === 'past' && tree.word[content[at - 1]] === 'the' && tree.word[content[at - 2]] === 'in');
    return isNamed && goesWithRoot(tree, token, inside);
  });
}

const EARLIER = /^(?:before|earlier|previously)$/;
const TIMES = /^(?:once|twice|thrice|times|occasions?)$/;

/** "Has happened before", not "before he spoke". */
function endsClause(tree: Tree, token: number, next: number | undefined): boolean {
  const isAdverb = relationOf(tree, token) === 'advmod' && tree.child[token] < 0;
  return isAdverb && (next === undefined || /^(?:[,.;:!?]|and|but)$/.test(tree.word[next]));
}

/** Whether a token modifies what the content is about or its cue, not something that is background to it. */
function goesWithRoot({ word, language: { head } }: Tree, token: number, inside: ReadonlySet<number>): boolean {
  let over = head[token];
  while (inside.has(over) && TIMES.test(word[over])) over = head[over];
  return !inside.has(over) || !inside.has(head[over]);
}

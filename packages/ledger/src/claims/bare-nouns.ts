import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Proposition } from './proposition.ts';

/**
 * Whether a content only names somebody, or what was or was not given: "a man said to be Orel", "the spokeswoman", "anonymity".
 * It says nothing that two articles could both say.
 */
export function isBareNoun(
  tree: Tree,
  content: readonly number[],
  { events, quotations, numbers }: Proposition,
  names: readonly string[],
): boolean {
  if (events.length > 0 || quotations.length > 0 || numbers.length > 0) return false;
  const { lemma, head } = tree.language;
  const inside = new Set(content);
  const isIdentified =
    content.some((token) => names[token] !== '') &&
    content.some(
      (token) =>
        IDENTIFIES.test(lemma[token]) &&
        (tagOf(tree, token) === 'VBN' || /^(?:as|to)$/.test(tree.word[token + 1] ?? '')),
    );
  const says = content.some(
    (token) =>
      tagOf(tree, token).startsWith('VB') &&
      !(isIdentified && (IDENTIFIES.test(lemma[token]) || lemma[token] === 'be')),
  );
  if (says) return false;
  return content.every(
    (token) =>
      (head[token] >= 0 && inside.has(head[token])) ||
      !/^(?:NN|JJ|CD|RB)/.test(tagOf(tree, token)) ||
      names[token] !== '' ||
      relationOf(tree, token) === 'appos' ||
      SAYS_NOTHING.has(lemma[token]),
  );
}

const IDENTIFIES = /^(?:believe|call|describe|identify|know|name|presume|purport|say|think)$/;

const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'activist actor actress analyst anonymity article author child comment condition detail family father fighter girl group headline information interview journalist leader man matter militant minister mother name official people person photo picture police president priest question reporter scholar scientist site soldier source spokesman spokesperson spokeswoman star statement student suspect teacher video website witness woman'.split(
    ' ',
  ),
);

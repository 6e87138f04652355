import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Assertion } from '@hearsay/reader/reading';

/**
 * Whether what a content says has not happened: "to kill him in three days", "would execute them", "may resign". A
 * threat to kill somebody is not his death.
 */
export function isUnrealised(tree: Tree, { act }: Assertion, content: readonly number[]): boolean {
  if (act === 'order' || act === 'intention') return true;
  const { head, lemma } = tree.language;
  const inside = new Set(content);
  for (const token of content) {
    if (!tagOf(tree, token).startsWith('VB') && !/^(?:NN|JJ)/.test(tagOf(tree, token))) continue;
    if (head[token] >= 0 && inside.has(head[token])) continue;
    let isInfinitive = false;
    let isPerfect = false;
    let isState = false;
    let hasBe = false;
    let hasFinite = /^VB[DPZ]$/.test(tagOf(tree, token));
    let modal = '';
    for (let child = tree.child[token]; child >= 0; child = tree.sibling[child]) {
      const relation = relationOf(tree, child);
      if (!/^(?:aux|aux:pass|cop|mark)$/.test(relation)) continue;
      if (tagOf(tree, child) === 'MD') modal = tree.word[child];
      if (tagOf(tree, child) === 'TO') isInfinitive = true;
      if (/^VB[DPZ]$/.test(tagOf(tree, child))) hasFinite = true;
      if (lemma[child] === 'have') isPerfect = true;
      if (relation === 'cop') isState = true;
      if (lemma[child] === 'be') hasBe = true;
    }
    // "May have been killed" and "may be dead" are guesses at what is.
    if (FUTURE.test(modal) && !isPerfect) return true;
    if (POSSIBLE.test(modal) && !isPerfect && !isState) return true;
    // "Said to be held" says that they are.
    if (isInfinitive && !hasFinite && !isPerfect && !hasBe) return true;
  }
  return false;
}

const FUTURE = /^(?:can|shall|should|will|wo|would|'ll|'d)$/;
const POSSIBLE = /^(?:could|may|might|must)$/;

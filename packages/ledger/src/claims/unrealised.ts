import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Assertion } from '@hearsay/reader/reading';

/**
 * Whether what a content says has not happened: "to kill him in three days", "would execute them", "should resign". A
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
    let hasFinite = /^VB[DPZ]$/.test(tagOf(tree, token));
    for (let child = tree.child[token]; child >= 0; child = tree.sibling[child]) {
      const relation = relationOf(tree, child);
      if (!/^(?:aux|aux:pass|cop|mark)$/.test(relation)) continue;
      if (tagOf(tree, child) === 'MD' && MODALS.test(tree.word[child])) return true;
      if (tagOf(tree, child) === 'TO') isInfinitive = true;
      if (/^VB[DPZ]$/.test(tagOf(tree, child))) hasFinite = true;
      if (lemma[child] === 'have' || lemma[child] === 'be') isPerfect = true;
    }
    if (isInfinitive && !hasFinite && !isPerfect) return true;
  }
  return false;
}

const MODALS = /^(?:can|could|may|might|must|shall|should|will|wo|would|'ll|'d)$/;

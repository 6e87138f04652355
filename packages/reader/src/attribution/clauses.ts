import type { TokenRange } from './attribution.ts';
import { isVerb, trimmed } from './phrases.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/**
 * The finite clause around its head: from its subject to its last complement, without what is fronted before the
 * subject, what coordinates with it and what is set beside it.
 */
export function clauseAround(tree: Tree, head: number): TokenRange {
  let at = head;
  while (
    !hasSubject(tree, at) &&
    tree.language.head[at] >= 0 &&
    /^(?:xcomp|conj|aux|cop|advmod|dep)$/.test(relationOf(tree, at))
  ) {
    at = tree.language.head[at];
  }
  const subject = dependant(tree, at, 'nsubj', 'nsubj:pass', 'csubj', 'expl');
  let first = subject >= 0 ? tree.first[subject] : tree.first[at];
  let end = Math.max(at, head) + 1;
  for (let child = tree.child[at]; child >= 0; child = tree.sibling[child]) {
    const relation = relationOf(tree, child);
    if (relation === 'punct' || relation === 'cc' || relation === 'parataxis') continue;
    if (relation === 'conj' && (hasSubject(tree, child) || isVerb(tree, child)) && child > head) continue;
    if (child > at) end = Math.max(end, tree.end[child]);
    else if (relation === 'mark' && child < first) first = Math.min(first, subject >= 0 ? tree.first[subject] : child);
  }
  return trimmed(tree, { first, end });
}

function hasSubject(tree: Tree, token: number): boolean {
  return dependant(tree, token, 'nsubj', 'nsubj:pass', 'csubj', 'expl') >= 0;
}

import type { Language } from '../language/language.ts';
import { RELATIONS, type Relation } from '../language/relations.ts';

/** The dependency trees of a text, made ready for walking down: every array runs over its tokens. */
export interface Tree {
  readonly language: Language;
  /** Each token's word in lower case, with a straight apostrophe. */
  readonly word: readonly string[];
  /** First token under a token, itself included. */
  readonly first: Int32Array;
  /** Token after the last one under a token. */
  readonly end: Int32Array;
  /** A token's first dependant in the order of the text, -1 for none. */
  readonly child: Int32Array;
  /** The next dependant of the same head, -1 for none. */
  readonly sibling: Int32Array;
}

/** Builds the view in time linear in the text, whatever the depth of its trees. */
export function buildTree(language: Language): Tree {
  const { head } = language;
  const count = language.tokens.count;
  const first = Int32Array.from({ length: count }, (_, token) => token);
  const end = Int32Array.from({ length: count }, (_, token) => token + 1);
  const child = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  const pending = new Int32Array(count);
  for (let token = count - 1; token >= 0; token--) {
    const over = head[token];
    if (over < 0) continue;
    sibling[token] = child[over];
    child[over] = token;
    pending[over]++;
  }
  const ready: number[] = [];
  for (let token = 0; token < count; token++) if (pending[token] === 0) ready.push(token);
  while (ready.length > 0) {
    const token = ready.pop()!;
    const over = head[token];
    if (over < 0) continue;
    if (first[token] < first[over]) first[over] = first[token];
    if (end[token] > end[over]) end[over] = end[token];
    if (--pending[over] === 0) ready.push(over);
  }
  return { language, word: words(language), first, end, child, sibling };
}

function words({ tokens }: Language): string[] {
  const lower = tokens.text.toLowerCase();
  // Lower case can be longer ("İ"): then each word is taken by itself.
  const text = lower.length === tokens.text.length ? lower : null;
  return Array.from(tokens.start, (start, token) => {
    const end = tokens.end[token];
    const word = text ? text.slice(start, end) : tokens.text.slice(start, end).toLowerCase();
    return word.includes('’') ? word.replace('’', "'") : word;
  });
}

/** The relation by which a token depends on its head. */
export function relationOf(tree: Tree, token: number): Relation {
  return RELATIONS[tree.language.relation[token]];
}

/** The first dependant with one of the relations, -1 for none. */
export function dependant(tree: Tree, token: number, ...relations: readonly Relation[]): number {
  for (let child = tree.child[token]; child >= 0; child = tree.sibling[child]) {
    if (relations.includes(relationOf(tree, child))) return child;
  }
  return -1;
}

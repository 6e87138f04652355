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
  const first = new Int32Array(count);
  const end = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    first[token] = token;
    end[token] = token + 1;
  }
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
  // From each leaf up, as far as every dependant has been seen.
  for (let leaf = 0; leaf < count; leaf++) {
    if (child[leaf] >= 0) continue;
    for (let token = leaf, over = head[leaf]; over >= 0; token = over, over = head[over]) {
      if (first[token] < first[over]) first[over] = first[token];
      if (end[token] > end[over]) end[over] = end[token];
      if (--pending[over] > 0) break;
    }
  }
  return { language, word: words(language), first, end, child, sibling };
}

function words({ tokens }: Language): string[] {
  const lower = tokens.text.toLowerCase();
  // Lower case can be longer ("İ"): then each word is taken by itself.
  const text = lower.length === tokens.text.length ? lower : null;
  const hasCurly = lower.includes('’');
  const words = new Array<string>(tokens.count);
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.start[token];
    const end = tokens.end[token];
    const word = text ? text.slice(start, end) : tokens.text.slice(start, end).toLowerCase();
    words[token] = hasCurly ? word.replace('’', "'") : word;
  }
  return words;
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

import { buildTree, relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Actor, Span } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';

/** Verbs whose object, or subject in the passive, is dead. */
const KILLING = new Set('assassinate behead execute kill murder slay'.split(' '));
const DYING = new Set('die perish'.split(' '));

/** An assertion that a person is dead: places in the reading's `assertions` and `actors`. */
export type ReportedDeath = readonly [assertion: number, actor: number];

/** Whom the assertions of an article say to be dead, denials included. Pure. */
export function reportedDeaths({ reading, language }: AnalysedArticle): ReportedDeath[] {
  const tree = buildTree(language);
  const { start } = language.tokens;
  const deaths: ReportedDeath[] = [];
  for (let token = 0; token < language.tokens.count; token++) {
    const dead = personSaidDead(tree, token);
    if (dead < 0) continue;
    const actor = reading.actors.findIndex((each) => isPerson(each) && isMentioned(each, start[dead]));
    if (actor < 0) continue;
    for (const [ordinal, { content }] of reading.assertions.entries()) {
      if (content.some((span) => span.start <= start[token] && start[token] < span.end)) deaths.push([ordinal, actor]);
    }
  }
  return deaths;
}

function isPerson({ type }: Actor): boolean {
  return type === 'person';
}

function isMentioned({ mentions }: { mentions: readonly Span[] }, at: number): boolean {
  return mentions.some(({ start, end }) => start <= at && at < end);
}

/** The token of whoever the word at `token` says to be dead, -1 for nobody. */
function personSaidDead(tree: Tree, token: number): number {
  const { lemma } = tree.language;
  if (KILLING.has(lemma[token])) return dependantOf(tree, token, 'nsubj:pass') ?? dependantOf(tree, token, 'obj') ?? -1;
  if (DYING.has(lemma[token])) return dependantOf(tree, token, 'nsubj') ?? -1;
  if (tree.word[token] === 'dead') return dependantOf(tree, token, 'nsubj') ?? -1;
  if (tree.word[token] === 'death')
    return dependantOf(tree, token, 'nmod:poss') ?? dependantOf(tree, token, 'nmod') ?? -1;
  return -1;
}

function dependantOf(tree: Tree, token: number, relation: ReturnType<typeof relationOf>): number | undefined {
  for (let child = tree.child[token]; child >= 0; child = tree.sibling[child]) {
    if (relationOf(tree, child) === relation) return child;
  }
  return undefined;
}

import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { ClaimEvent } from './proposition.ts';
import { EVENT_NOUNS, SENSE_OF } from './senses.ts';

/** The predicates of a content with whom they concern. Linear in the content. */
export function findEvents(tree: Tree, content: readonly number[], keys: ReadonlyMap<number, string>): ClaimEvent[] {
  const { lemma, head } = tree.language;
  const inside = new Set(content);
  const events: ClaimEvent[] = [];
  for (const token of content) {
    const tag = tagOf(tree, token);
    const sense = SENSE_OF.get(lemma[token]);
    const isVerb = tag.startsWith('VB') && !/^aux|^cop/.test(relationOf(tree, token)) && !LIGHT_VERBS.has(lemma[token]);
    const isEventNoun = !isVerb && sense !== undefined && EVENT_NOUNS.has(sense) && /^(?:NN|JJ)/.test(tag) && !keys.has(token);
    if (!isVerb && !isEventNoun) continue;
    const roles = isVerb ? rolesOfVerb(tree, token) : rolesOfNoun(tree, token);
    events.push({
      sense: sense ?? lemma[token],
      affected: roles.affected.flatMap((argument) => phraseWords(tree, argument, keys)),
      agent: roles.agent.flatMap((argument) => phraseWords(tree, argument, keys)),
      main: isMain(tree, token, inside, head),
    });
  }
  return events;
}

const LIGHT_VERBS: ReadonlySet<string> = new Set([
  'appear', 'be', 'believe', 'claim', 'do', 'get', 'have', 'include', 'make', 'purport', 'report', 'say', 'seem', 'take', 'tell', 'think',
]);

interface Roles {
  affected: number[];
  agent: number[];
}

function rolesOfVerb(tree: Tree, verb: number): Roles {
  let subject = dependants(tree, verb, 'nsubj');
  const passive = dependants(tree, verb, 'nsubj:pass');
  const objects = dependants(tree, verb, 'obj');
  const by = dependants(tree, verb, 'obl:agent');
  if (passive.length > 0) return { affected: passive, agent: by };
  if (subject.length === 0) subject = inheritedSubject(tree, verb);
  const isPassive = dependants(tree, verb, 'aux:pass').length > 0 || by.length > 0;
  if (isPassive) return { affected: subject, agent: by };
  if (relationOf(tree, verb) === 'acl' && tagOf(tree, verb) === 'VBN') return { affected: [tree.language.head[verb]], agent: by };
  return objects.length > 0 ? { affected: objects, agent: subject } : { affected: subject, agent: [] };
}

/** "The death of Vell", "Vell's death", "Vell is dead", "the dead Vell". */
function rolesOfNoun(tree: Tree, noun: number): Roles {
  const affected = [...dependants(tree, noun, 'nsubj'), ...dependants(tree, noun, 'nmod:poss')];
  const agent: number[] = [];
  for (const modifier of dependants(tree, noun, 'nmod')) {
    const preposition = dependants(tree, modifier, 'case')[0];
    if (preposition === undefined || tree.word[preposition] === 'of') affected.push(modifier);
    else if (tree.word[preposition] === 'by') agent.push(modifier);
  }
  if (affected.length === 0 && /^(?:amod|compound)$/.test(relationOf(tree, noun))) affected.push(tree.language.head[noun]);
  return { affected, agent };
}

/** The subject that a verb takes from the one it is joined to: "was caught and shot". */
function inheritedSubject(tree: Tree, verb: number): number[] {
  const over = tree.language.head[verb];
  const relation = relationOf(tree, verb);
  if (over < 0) return [];
  if (relation === 'acl:relcl' || (relation === 'acl' && tagOf(tree, verb) === 'VBG')) return [over];
  if (relation !== 'conj' && relation !== 'xcomp' && relation !== 'advcl') return [];
  return dependants(tree, over, 'nsubj', 'nsubj:pass');
}

function dependants(tree: Tree, head: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  for (let child = tree.child[head]; child >= 0; child = tree.sibling[child]) {
    if (relations.includes(relationOf(tree, child))) found.push(child);
  }
  return found;
}

/** A phrase's head first, then the names that are parts or appositions of it, not those that merely own it. */
function phraseWords(tree: Tree, noun: number, keys: ReadonlyMap<number, string>): string[] {
  const { lemma } = tree.language;
  const words = new Set<string>([keys.get(noun) ?? SENSE_OF.get(lemma[noun]) ?? lemma[noun]]);
  for (let child = tree.child[noun]; child >= 0; child = tree.sibling[child]) {
    const key = keys.get(child);
    const relation = relationOf(tree, child);
    if (key !== undefined && /^(?:compound|appos|amod|conj|nmod:unmarked|dep)$/.test(relation)) words.add(key);
  }
  return [...words];
}

/** Reached from the head of the content through verbs that only carry it on. */
function isMain(tree: Tree, token: number, inside: ReadonlySet<number>, head: Int32Array): boolean {
  for (let at = token; ; at = head[at]) {
    if (head[at] < 0 || !inside.has(head[at])) return true;
    if (!/^(?:ccomp|xcomp|conj|parataxis|csubj)$/.test(relationOf(tree, at))) return false;
  }
}

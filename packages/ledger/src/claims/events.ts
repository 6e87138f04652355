import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import { isNameKey } from './names.ts';
import type { ClaimEvent } from './proposition.ts';
import { DOERS, EVENT_SENSES, senseOf } from './senses.ts';

/** A content's tokens, the same as a set, and the names that they stand for. */
interface Content {
  tokens: readonly number[];
  inside: ReadonlySet<number>;
  keys: ReadonlyMap<number, string>;
}

/** The predicates of a content with whom they concern. */
export function findEvents(tree: Tree, tokens: readonly number[], keys: ReadonlyMap<number, string>): ClaimEvent[] {
  const content = { tokens, inside: new Set(tokens), keys };
  const events: ClaimEvent[] = [];
  let shallowest: ClaimEvent | undefined;
  let leastDepth = Number.POSITIVE_INFINITY;
  for (const token of tokens) {
    const sense = senseOf(tree.language.lemma[token]);
    const isVerb = isFullVerb(tree, token);
    if (!isVerb && !isEventNoun(tree, token, sense, keys)) continue;
    const found = isVerb ? [] : foundSo(tree, token, content);
    const affected = isVerb
      ? affectedByVerb(tree, token, content)
      : found.length > 0
        ? found
        : affectedByNoun(tree, token, content);
    const event: ClaimEvent = {
      sense,
      affected: argumentWords(tree, affected, content),
      isMain: isMain(tree, found.length > 0 ? token - 1 : token, content.inside),
    };
    if (sense === 'alive' && isLiving(tree, token) && event.affected.some(isNameKey)) {
      event.sense = 'die';
      event.isReversed = true;
    }
    events.push(event);
    const depth = depthOf(tree, token, content.inside);
    if (depth < leastDepth) {
      leastDepth = depth;
      shallowest = event;
    }
  }
  if (shallowest && !events.some(({ isMain }) => isMain)) shallowest.isMain = true;
  return events;
}

/** "Is alive", "has survived": not "was burned alive". */
function isLiving(tree: Tree, token: number): boolean {
  return tree.language.lemma[token] === 'survive' || dependants(tree, token, 'cop').length > 0;
}

function isFullVerb(tree: Tree, token: number): boolean {
  if (!tagOf(tree, token).startsWith('VB') || /^(?:aux|cop|case|amod|compound)/.test(relationOf(tree, token)))
    return false;
  return !LIGHT_VERBS.has(tree.language.lemma[token]);
}

function isEventNoun(tree: Tree, token: number, sense: string, keys: ReadonlyMap<number, string>): boolean {
  return (
    (EVENT_SENSES.has(sense) || isNominal(tree, token)) && /^(?:NN|JJ|VB)/.test(tagOf(tree, token)) && !keys.has(token)
  );
}

/** "The blurring of": a verb made a noun. */
function isNominal(tree: Tree, token: number): boolean {
  return /^NN/.test(tagOf(tree, token)) && /...ing$/.test(tree.language.lemma[token]);
}

/** Verbs that say nothing themselves: what stands under them does. */
const LIGHT_VERBS: ReadonlySet<string> = new Set([
  'appear',
  'be',
  'become',
  'believe',
  'claim',
  'do',
  'get',
  'go',
  'have',
  'include',
  'is',
  'keep',
  'make',
  'place',
  'purport',
  'put',
  'remain',
  'report',
  'say',
  'seem',
  'take',
  'tell',
  'think',
]);

function affectedByVerb(tree: Tree, verb: number, content: Content): number[] {
  const passive = dependants(tree, verb, 'nsubj:pass');
  if (passive.length > 0) return passive;
  const subject = dependants(tree, verb, 'nsubj');
  const objects = dependants(tree, verb, 'obj');
  const relation = relationOf(tree, verb);
  const isParticiple =
    tagOf(tree, verb) === 'VBN' && (relation === 'acl' || (relation === 'advcl' && subject.length === 0));
  if (isParticiple && relation === 'acl' && objects.length === 0) return [tree.language.head[verb]];
  const subjects = subject.length > 0 ? subject : inheritedSubject(tree, verb, content.inside);
  const isPassive = isParticiple || dependants(tree, verb, 'obl:agent', 'aux:pass').length > 0;
  if (isPassive) return subjects.length > 0 ? subjects : nounBefore(tree, verb, content);
  return objects.length > 0 ? objects : subjects;
}

/** "The death of Vell", "Vell's death", "Vell is dead", "the dead Vell", "Vell was taken prisoner". */
function affectedByNoun(tree: Tree, noun: number, content: Content): number[] {
  const owners = dependants(tree, noun, 'nmod:poss');
  for (const modifier of dependants(tree, noun, 'nmod')) {
    const preposition = dependants(tree, modifier, 'case')[0];
    if (preposition === undefined || tree.word[preposition] === 'of') owners.push(modifier);
  }
  if (DOERS.has(tree.language.lemma[noun])) return owners;
  const affected = [...dependants(tree, noun, 'nsubj', 'nsubj:pass'), ...owners];
  if (affected.length > 0) return affected;
  const over = tree.language.head[noun];
  if (over < 0 || !content.inside.has(over)) return nameBefore(tree, noun, content);
  if (/^(?:amod|compound)$/.test(relationOf(tree, noun))) return [over];
  if (LIGHT_VERBS.has(tree.language.lemma[over]) && tagOf(tree, over).startsWith('VB')) {
    const subjects = dependants(tree, over, 'nsubj:pass', 'nsubj');
    const found = subjects.length > 0 ? subjects : inheritedSubject(tree, over, content.inside);
    if (found.length > 0) return found;
  }
  return nameBefore(tree, noun, content);
}

/** Who was found dead, pronounced dead, left wounded: parsers hang the adjective on what follows ("dead Friday afternoon"). */
function foundSo(tree: Tree, adjective: number, content: Content): number[] {
  const verb = adjective - 1;
  if (!/^(?:JJ|VBN)/.test(tagOf(tree, adjective)) || !content.inside.has(verb)) return [];
  if (!FINDS.has(tree.language.lemma[verb]) || !tagOf(tree, verb).startsWith('VB')) return [];
  return affectedByVerb(tree, verb, content);
}

const FINDS: ReadonlySet<string> = new Set([
  'believe',
  'declare',
  'fear',
  'find',
  'leave',
  'presume',
  'pronounce',
  'report',
  'shoot',
]);

/** The subject that a verb takes from the one it is joined to: "was caught and shot". */
function inheritedSubject(tree: Tree, verb: number, inside: ReadonlySet<number>): number[] {
  let at = verb;
  for (let climb = 0; climb < LONGEST_CLIMB; climb++) {
    const over = tree.language.head[at];
    const relation = relationOf(tree, at);
    if (over < 0 || !inside.has(over)) return [];
    if (relation === 'acl:relcl' || (relation === 'acl' && tagOf(tree, at) === 'VBG')) return [over];
    if (relation !== 'conj' && relation !== 'xcomp' && relation !== 'advcl') return [];
    const subjects = dependants(tree, over, 'nsubj', 'nsubj:pass');
    if (subjects.length > 0) return subjects;
    at = over;
  }
  return [];
}

/** How far a missing subject is looked for. */
const LONGEST_CLIMB = 4;

/** Where a passive has lost its subject: the nearest name before it, else the nearest noun. */
function nounBefore(tree: Tree, verb: number, { tokens, keys }: Content): number[] {
  let noun = -1;
  for (let at = tokens.indexOf(verb) - 1; at >= 0; at--) {
    if (keys.has(tokens[at])) return [tokens[at]];
    if (noun < 0 && /^NN/.test(tagOf(tree, tokens[at]))) noun = tokens[at];
  }
  return noun < 0 ? [] : [noun];
}

/** The name or resolved pronoun shortly before a noun: "he's on suspension". */
function nameBefore(tree: Tree, noun: number, { tokens, keys }: Content): number[] {
  const place = tokens.indexOf(noun);
  for (let at = place - 1; at >= Math.max(0, place - SHORTLY); at--) {
    if (keys.has(tokens[at]) && !/^(?:compound|nmod)/.test(relationOf(tree, tokens[at]))) return [tokens[at]];
  }
  return [];
}

const SHORTLY = 8;

function dependants(tree: Tree, head: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  for (let child = tree.child[head]; child >= 0; child = tree.sibling[child]) {
    if (relations.includes(relationOf(tree, child))) found.push(child);
  }
  return found;
}

/** Words of the arguments, the heads first; pronouns that stand for nobody known are left out. */
function argumentWords(tree: Tree, heads: readonly number[], { keys }: Content): string[] {
  const words = new Set<string>();
  for (const head of heads) {
    const noun = /^W|^DT/.test(tagOf(tree, head)) ? relativeAntecedent(tree, head) : wholeOf(tree, head);
    if (noun < 0 || (/^(?:PRP|EX|W|DT|RB)/.test(tagOf(tree, noun)) && !keys.has(noun))) continue;
    words.add(wordOfToken(tree, noun, keys));
    // "His aide" is somebody known by name here, and an aide everywhere.
    if (keys.has(noun) && tagOf(tree, noun) === 'NN') words.add(wordOfLemma(tree, noun));
    for (let child = tree.child[noun]; child >= 0; child = tree.sibling[child]) {
      const relation = relationOf(tree, child);
      if (/^(?:appos|conj)$/.test(relation) || isIncluded(tree, child)) words.add(wordOfToken(tree, child, keys));
      else if (keys.has(child) && /^(?:compound|amod|nmod:unmarked|dep)$/.test(relation)) words.add(keys.get(child)!);
    }
    for (const name of groupNames(tree, noun, keys)) words.add(name);
  }
  return [...words];
}

/** Whose leader it is: "the leader of the Orro Front", "of the Orro Front group", is that group's as "the Orro Front leader" is. */
function groupNames(tree: Tree, noun: number, keys: ReadonlyMap<number, string>): string[] {
  if (senseOf(tree.language.lemma[noun]) !== 'lead') return [];
  return dependants(tree, noun, 'nmod')
    .filter((group) => dependants(tree, group, 'case').some((preposition) => tree.word[preposition] === 'of'))
    .flatMap((group) => [group, ...dependants(tree, group, 'compound', 'amod', 'nmod:poss')])
    .flatMap((token) => keys.get(token) ?? []);
}

/** What "who" and "that" stand for: the noun that the relative clause hangs on. */
function relativeAntecedent(tree: Tree, pronoun: number): number {
  const verb = tree.language.head[pronoun];
  return verb >= 0 && relationOf(tree, verb) === 'acl:relcl' ? tree.language.head[verb] : -1;
}

/** "One of his aides" is about aides. */
function wholeOf(tree: Tree, noun: number): number {
  if (!PARTS.has(tree.language.lemma[noun])) return noun;
  return dependants(tree, noun, 'nmod')[0] ?? noun;
}

const PARTS: ReadonlySet<string> = new Set([
  'dozen',
  'group',
  'hundred',
  'most',
  'number',
  'one',
  'pair',
  'several',
  'some',
  'three',
  'two',
]);

function wordOfToken(tree: Tree, token: number, keys: ReadonlyMap<number, string>): string {
  return keys.get(token) ?? wordOfLemma(tree, token);
}

function wordOfLemma({ language: { lemma } }: Tree, token: number): string {
  return senseOf(lemma[token]);
}

/** "Members, including an aide": what stands after the preposition. */
function isIncluded(tree: Tree, token: number): boolean {
  const preposition = dependants(tree, token, 'case')[0];
  return preposition !== undefined && tree.word[preposition] === 'including';
}

/** Reached from the head of the content through words that only carry it on: verbs of report, "the rumour that". */
function isMain(tree: Tree, token: number, inside: ReadonlySet<number>): boolean {
  const { head, lemma } = tree.language;
  for (let at = token; ; at = head[at]) {
    const over = head[at];
    if (over < 0 || !inside.has(over)) return true;
    const relation = relationOf(tree, at);
    if (/^(?:ccomp|xcomp|conj|parataxis|csubj)$/.test(relation)) continue;
    if (!TRANSPARENT.has(lemma[over]) || !/^(?:obj|obl|nmod|acl|nsubj|nsubj:pass|nmod:poss|compound)$/.test(relation))
      return false;
  }
}

function depthOf({ language: { head } }: Tree, token: number, inside: ReadonlySet<number>): number {
  let depth = 0;
  for (let at = token; head[at] >= 0 && inside.has(head[at]); at = head[at]) depth++;
  return depth;
}

/** Nouns and verbs of report: what they report is what the content is about. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'account',
  'allegation',
  'announce',
  'announcement',
  'be',
  'claim',
  'confirm',
  'confirmation',
  'deny',
  'denial',
  'do',
  'fact',
  'have',
  'hear',
  'make',
  'news',
  'propaganda',
  'refute',
  'reject',
  'report',
  'rumor',
  'rumour',
  'say',
  'show',
  'speculation',
  'statement',
  'story',
  'suggest',
  'suggestion',
  'take',
  'tell',
  'validity',
  'word',
]);

import { TAGS, type Tag } from '../language/tags.ts';
import type { TokenRange } from './attribution.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** The token's word in lower case, '' beyond the text. */
export function wordOf(tree: Tree, token: number): string {
  return tree.word[token] ?? '';
}

export function tagOf(tree: Tree, token: number): Tag {
  return TAGS[tree.language.tag[token]];
}

export function isVerb(tree: Tree, token: number): boolean {
  return token >= 0 && tagOf(tree, token).startsWith('VB');
}

/** The sentence around a token. */
export function sentenceAround(tree: Tree, token: number): TokenRange {
  const { sentences } = tree.language;
  const sentence = sentences.of[token];
  return { first: sentences.first[sentence], end: sentences.end[sentence] };
}

const LOOSE_START = /^(?:[,;:)\]—–-]|--|and|but|or)$/;
const LOOSE_END = /^(?:[,;:.([—–-]|--)$/;

/** A range without the punctuation that stands between the parts of an attribution. */
export function trimmed(tree: Tree, { first, end }: TokenRange): TokenRange {
  while (first < end && LOOSE_START.test(wordOf(tree, first))) first++;
  while (first < end && LOOSE_END.test(wordOf(tree, end - 1))) end--;
  return { first, end };
}

/** The verb with the auxiliaries, negations and adverbs that touch it. */
export function cueAround(tree: Tree, verb: number): TokenRange {
  const { head } = tree.language;
  let first = verb;
  while (first > 0 && BEFORE_VERB.has(relationOf(tree, first - 1)) && isPartOfVerb(tree, first - 1, verb)) first--;
  let end = verb + 1;
  while (relationOf(tree, end) === 'compound:prt' && head[end] === verb) end++;
  return { first, end };
}

const BEFORE_VERB: ReadonlySet<string> = new Set(['aux', 'aux:pass', 'neg', 'advmod']);

function isPartOfVerb(tree: Tree, token: number, verb: number): boolean {
  return tree.language.head[token] === verb && /^(?:MD|RB|VB)/.test(tagOf(tree, token));
}

/** How far a missing subject is looked for through conjuncts and open complements. */
const LONGEST_CLIMB = 5;

/** The token that heads a verb's subject, found through conjunction, control and relative clauses; -1 where there is none. */
export function subjectOf(tree: Tree, verb: number): number {
  const { head } = tree.language;
  if (tagOf(tree, verb) === 'VBG' && isDocumentWord(tree, verb - 1)) return verb - 1;
  let at = verb;
  for (let climb = 0; climb < LONGEST_CLIMB; climb++) {
    const subject = dependant(tree, at, 'nsubj', 'nsubj:pass');
    const relation = relationOf(tree, at);
    if (subject >= 0) {
      const isRelative = /^(?:who|which|that)$/.test(wordOf(tree, subject)) && /^W|^IN/.test(tagOf(tree, subject));
      return isRelative && relation === 'acl:relcl' ? head[at] : subject;
    }
    if (head[at] < 0) return -1;
    if (relation === 'acl:relcl') return head[at];
    if (relation === 'acl') {
      const speaker = nounSpeaks(tree, at);
      if (speaker) return /^NN/.test(tagOf(tree, at - 1)) && tagOf(tree, at) === 'VBG' ? at - 1 : head[at];
      at = head[at];
    } else if (!/^(?:conj|xcomp|advcl|dep)$/.test(relation)) return -1;
    at = head[at];
    if (at < 0) return -1;
    if (climb === 0 && addsToReport(tree, verb, at)) at = head[at];
  }
  return -1;
}

/** "She said the bridge was closed, adding that": who adds is who said, not what the clause between them is about. */
function addsToReport(tree: Tree, participle: number, clause: number): boolean {
  const { head, lemma } = tree.language;
  if (
    tagOf(tree, participle) !== 'VBG' ||
    wordOf(tree, participle - 1) !== ',' ||
    !/^(?:add|note|say|stress)$/.test(lemma[participle])
  )
    return false;
  return (
    relationOf(tree, clause) === 'ccomp' && /^(?:add|explain|say|state|tell|write)$/.test(lemma[head[clause]] ?? '')
  );
}

/** Whether a participle tells what its noun says ("a report saying"), and not what the subject of the clause does. */
function nounSpeaks(tree: Tree, participle: number): boolean {
  const { head, lemma } = tree.language;
  const noun = head[participle];
  let before = participle - 1;
  while (/^RB/.test(tagOf(tree, before))) before--;
  const over = head[noun];
  if (over < 0 || !isVerb(tree, over)) return true;
  if (wordOf(tree, before) === ',') return !/^(?:obj|obl|nmod)$/.test(relationOf(tree, noun));
  if (relationOf(tree, noun) !== 'obj' || isDocumentWord(tree, noun)) return true;
  return /^(?:cite|issue|post|publish|quote|release|see|hear|have)$/.test(lemma[over]);
}

/** The words of a noun phrase with title and apposition, without a relative clause or what else trails behind a comma. */
export function nounPhrase(tree: Tree, noun: number): TokenRange {
  let end = tree.end[noun];
  for (let child = tree.child[noun]; child >= 0; child = tree.sibling[child]) {
    if (child < noun) continue;
    const relation = relationOf(tree, child);
    if (relation === 'acl:relcl' || relation === 'parataxis' || relation === 'dep' || relation === 'acl') {
      if (relation === 'acl' && tagOf(tree, child) === 'VBN') continue;
      end = Math.min(end, tree.first[child]);
    }
  }
  const range = trimmed(tree, { first: tree.first[noun], end });
  while (
    range.first < noun &&
    /^(?:case|mark|cc|advmod|fixed)$/.test(relationOf(tree, range.first)) &&
    /^(?:IN|TO|CC|RB|VBG)$/.test(tagOf(tree, range.first))
  ) {
    range.first++;
  }
  if (opensQuotation(tree, range)) range.first++;
  return range.end > range.first ? range : { first: noun, end: noun + 1 };
}

/** The verb's lemma with its particle: "point_out". */
export function lemmaOf(tree: Tree, verb: number): string {
  if (verb < 0) return '';
  const lemma = tree.language.lemma[verb];
  const particle = dependant(tree, verb, 'compound:prt');
  if (particle < 0) return lemma;
  return `${lemma}_${wordOf(tree, particle)}`;
}

export function isPassive(tree: Tree, verb: number): boolean {
  if (relationOf(tree, verb) === 'acl') {
    return /^VB[ND]$/.test(tagOf(tree, verb)) && dependant(tree, verb, 'nsubj', 'aux') < 0;
  }
  return /^VB[ND]$/.test(tagOf(tree, verb)) && dependant(tree, verb, 'aux:pass') >= 0;
}

const AGENT_REACH = 8;

/** The head of "by …" behind a passive, -1 where no agent is named. */
export function agentOf(tree: Tree, verb: number): number {
  const agent = dependant(tree, verb, 'obl:agent');
  if (agent >= 0) return agent;
  for (let token = verb + 1; token < Math.min(tree.end[verb], verb + AGENT_REACH); token++) {
    if (wordOf(tree, token) === 'by' && tree.language.head[token] > token) return tree.language.head[token];
  }
  return -1;
}

/** Whether a verb's cue is denied. */
export function hasNegation(tree: Tree, verb: number): boolean {
  const { first, end } = cueAround(tree, verb);
  for (let token = first; token < end; token++) if (/^(?:not|n't|never|cannot)$/.test(wordOf(tree, token))) return true;
  return /^(?:neither|nor)$/.test(wordOf(tree, first - 1)) || dependant(tree, verb, 'neg') >= 0;
}

const DOCUMENT =
  /^(?:account|announcement|article|broadcast|chart|claim|clip|data|datum|document|evidence|figure|file|filing|footage|image|letter|map|message|note|notice|photo|photograph|picture|poll|post|posting|press|record|recording|release|report|rumou?r|screenshot|sign|statement|study|survey|tape|test|transcript|tweet|video)$/;

export function isDocumentWord(tree: Tree, token: number): boolean {
  return token >= 0 && DOCUMENT.test(tree.language.lemma[token]);
}

/** Whether the verb's subject is a document: what it shows, it reports. */
export function isDocument(tree: Tree, verb: number): boolean {
  return isDocumentWord(tree, subjectOf(tree, verb));
}

/** Whether a range begins with a quotation mark that does not close in it. */
function opensQuotation(tree: Tree, { first, end }: TokenRange): boolean {
  if (!/^["“‘«]$/.test(wordOf(tree, first))) return false;
  for (let token = first + 1; token < end; token++) if (/^["”’»]$/.test(wordOf(tree, token))) return false;
  return true;
}

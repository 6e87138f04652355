import type { TokenRange } from './attribution.ts';
import { clauseAround } from './clauses.ts';
import { HEDGE_ADVERBS } from './hedge-adverbs.ts';
import { isVerb, sentenceAround, tagOf, wordOf } from './phrases.ts';
import type { Report } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** Below the other hedges: what looks like a guess may be leave, skill or turn of phrase. */
const MODAL_SCORE = 0.7;

/**
 * A "may", "might" or "could" by which the reporter holds a statement for possible: "the dam may have burst". Leave ("may
 * not be copied"), skill ("she could see it"), conditions, advice to the reader and what is granted only to be answered
 * ("it may be late, but") are none. Subordinate clauses are left alone: their hedge is seldom the point of what is said.
 */
export function modal(tree: Tree, token: number): Report | null {
  const word = wordOf(tree, token);
  if (tagOf(tree, token) !== 'MD' || !/^(?:may|might|could)$/.test(word)) return null;
  const predicate = tree.language.head[token];
  if (predicate < token || !isMainClause(tree, predicate)) return null;
  const sentence = around(tree, token);
  if (isConditional(tree, sentence) || isAnswered(tree, token, sentence) || isHedgedAnyway(tree, token, sentence))
    return null;
  if (wordOf(tree, token - 1) === 'or' || wordOf(tree, token + 1) === 'or') return null;
  const subject = dependant(tree, predicate, 'nsubj', 'nsubj:pass', 'expl');
  if (subject < 0 || subject > token || NO_SUBJECT.test(wordOf(tree, subject)) || hasNobody(tree, subject)) return null;
  const verb = verbAfter(tree, token);
  if (!isOfFact(tree, token) && tree.language.sentences.of[token] >= OPENING) return null;
  if (OF_THE_MIND.test(wordOf(tree, verb))) return null;
  if (word === 'may' ? isForbidden(tree, token) : word === 'could' && !isChance(tree, token, verb, subject))
    return null;
  const cue = { first: token, end: wordOf(tree, token + 1) === 'well' ? token + 2 : token + 1 };
  return {
    head: token,
    cue: [cue],
    source: [],
    content: [clauseAround(tree, predicate)],
    through: [],
    act: 'statement',
    kind: 'narration',
    certainty: wordOf(tree, token + 1) === 'not' ? 'PS-' : 'PS+',
    score: MODAL_SCORE,
  };
}

/** In the first sentences of a report any guess is the news; after that what somebody or something is or has done. */
const OPENING = 2;

/**
 * Whether a modal hedges a fact ("may be dead", "might have left") and weighs no effects or merits ("could help", "may be
 * harder"). PolNeAR's annotators pass over both; of the second kind its comments on politics are full.
 */
function isOfFact(tree: Tree, modal: number): boolean {
  let next = modal + 1;
  while (/^RB$/.test(tagOf(tree, next))) next++;
  if (!/^(?:be|have)$/.test(wordOf(tree, next))) return false;
  return (
    !/^(?:JJR|JJS|RBR|RBS)$/.test(tagOf(tree, next + 1)) &&
    (wordOf(tree, next) === 'be' || /^(?:RB|VBN)/.test(tagOf(tree, next + 1)))
  );
}

/** Tokens on each side of a modal that are looked at: longer sentences only occur in texts made to be slow. */
const REACH = 60;

function around(tree: Tree, token: number): TokenRange {
  const { first, end } = sentenceAround(tree, token);
  return { first: Math.max(first, token - REACH), end: Math.min(end, token + REACH) };
}

/** Conjuncts looked through, from a predicate to the first of its list. */
const LONGEST_LIST = 8;

function isMainClause(tree: Tree, predicate: number): boolean {
  if (dependant(tree, predicate, 'mark') >= 0) return false;
  let at = predicate;
  for (let steps = 0; steps < LONGEST_LIST && relationOf(tree, at) === 'conj'; steps++) at = tree.language.head[at];
  return relationOf(tree, at) === 'root' && dependant(tree, at, 'mark') < 0;
}

function isConditional(tree: Tree, { first, end }: TokenRange): boolean {
  for (let token = first; token < end; token++) {
    if (/^(?:if|unless|\?)$/.test(wordOf(tree, token))) return true;
  }
  return false;
}

/** "may be true, but", "While it may be true,": granted, not held. */
function isAnswered(tree: Tree, modal: number, { first, end }: TokenRange): boolean {
  if (/^(?:while|although|though|whatever|whoever|however)$/.test(wordOf(tree, first))) return true;
  for (let token = modal + 1; token < end; token++) {
    const word = wordOf(tree, token);
    if (/^(?:but|yet)$/.test(word) && tagOf(tree, token) === 'CC') return true;
    if (/^(?:or|and)$/.test(word) && /^(?:may|might|could)$/.test(wordOf(tree, token + 1))) return true;
  }
  return false;
}

/** Where a hedging adverb stands in the sentence, it carries the hedge. */
function isHedgedAnyway(tree: Tree, modal: number, { first, end }: TokenRange): boolean {
  for (let token = Math.max(first, modal - 4); token < Math.min(end, modal + 3); token++) {
    if (Object.hasOwn(HEDGE_ADVERBS, wordOf(tree, token))) return true;
  }
  return false;
}

/** Readers and the reporter: "you may want to know", "we may never learn". */
const NO_SUBJECT = /^(?:i|one|that|we|which|who|you)$/;

function hasNobody(tree: Tree, subject: number): boolean {
  for (let token = Math.max(tree.first[subject], subject - REACH); token <= subject; token++) {
    if (/^(?:few|little|no|nobody|none|nothing)$/.test(wordOf(tree, token))) return true;
  }
  return false;
}

function verbAfter(tree: Tree, modal: number): number {
  let verb = modal + 1;
  while (/^RB/.test(tagOf(tree, verb)) || wordOf(tree, verb) === 'have') verb++;
  return verb;
}

/** What one may want, feel or ask is a way to speak to the reader. */
const OF_THE_MIND =
  /^(?:argue|ask|expect|feel|imagine|notice|prefer|recall|remember|say|see|seem|sound|think|want|wish|wonder)$/;

/** "may not be reproduced", "may apply until Friday". */
function isForbidden(tree: Tree, may: number): boolean {
  return wordOf(tree, may + 1) === 'not' && wordOf(tree, may + 2) === 'be' && tagOf(tree, may + 3) === 'VBN';
}

/**
 * Whether "could" tells what may come, and not what somebody was able to do or what did not happen: of a thing, or of
 * somebody to whom it happens.
 */
function isChance(tree: Tree, could: number, verb: number, subject: number): boolean {
  const next = wordOf(tree, could + 1);
  if (/^(?:n't|not|never|hardly|barely|easily|only|always|no)$/.test(next)) return false;
  for (let token = could + 1; token < verb; token++) if (wordOf(tree, token) === 'have') return false;
  if (isVerb(tree, verb) && ABLE.test(wordOf(tree, verb))) return false;
  const isPerson = tagOf(tree, subject) === 'PRP' && wordOf(tree, subject) !== 'it';
  return !isPerson || HAPPENS.test(wordOf(tree, verb));
}

const ABLE = /^(?:afford|buy|find|get|hear|help|read|speak|tell|understand|use|walk)$/;
const HAPPENS = /^(?:be|become|face|lose|soon|still)$/;

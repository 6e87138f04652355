import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { predicateCertainty } from './content-predicates.ts';
import { HEDGE_ADVERBS } from './hedge-adverbs.ts';
import { isVerb, tagOf, wordOf } from './phrases.ts';
import type { Scene } from './reports.ts';
import { relationOf, type Tree } from './tree.ts';

type Certainty = Assertion['certainty'];

/**
 * How firmly a content is put by its own words: by the mood of its first sentence, and by the modal, the adverb or the
 * predicate of that sentence's main clause. It goes by the words in order, for which the best parse is no match.
 */
export function contentCertainty(scene: Scene, content: readonly TokenRange[]): Certainty {
  const { tree } = scene;
  const range = firstSentence(tree, content[0]);
  if (isQuestion(scene, content, range) || asksWhether(tree, range.first)) return 'Uu';
  const verb = mainVerb(tree, range);
  if (verb.imperative && opensClause(tree, verb.token, range.first)) return scene.depth[verb.token] > 0 ? 'Uu' : 'CT+';
  if (deniesTruth(tree, range)) return 'CT-';
  if (verb.token < 0) return thingCertainty(tree, range);
  const main = isInNounClause(tree, verb.token, range.first) ? nextFinite(tree, verb.token + 1, range.end) : verb.token;
  return clauseCertainty(tree, main < 0 ? verb.token : main, range);
}

/** An order begins its clause, but for "please", "never" and the like. */
function opensClause(tree: Tree, verb: number, first: number): boolean {
  for (let before = verb - 1; before >= first && !/^\W+$/.test(wordOf(tree, before)); before--) {
    if (!/^(?:RB|UH|CC|MD|VB|VBP)$/.test(tagOf(tree, before)) && !/^(?:kindly|please)$/.test(wordOf(tree, before)))
      return false;
  }
  return true;
}

/** "whether it is so"; but "whether or not it is so is beside the point" states something. */
function asksWhether(tree: Tree, first: number): boolean {
  return wordOf(tree, first) === 'whether' && wordOf(tree, first + 1) !== 'or';
}

/** Whether a verb is that of what a noun tells: "reports that it fell are false". */
function isInNounClause(tree: Tree, token: number, first: number): boolean {
  for (let before = token - 1; before > Math.max(first, token - NOUN_CLAUSE_REACH); before--) {
    if (wordOf(tree, before) === 'that') return /^NN/.test(tagOf(tree, before - 1));
    if (/^(?:VB|MD|,)/.test(tagOf(tree, before))) return false;
  }
  return false;
}

/** How far before its verb the "that" of a noun's clause is looked for. */
const NOUN_CLAUSE_REACH = 8;

function firstSentence(tree: Tree, { first, end }: TokenRange): TokenRange {
  const { sentences } = tree.language;
  let at = first;
  while (at < end && /^\W+$/.test(wordOf(tree, at))) at++;
  return { first: at, end: at < end ? Math.min(end, sentences.end[sentences.of[at]]) : at };
}

/**
 * Whether a content asks and states nothing: its first and its last sentence are questions. A question that is quoted
 * inside a statement asks nothing of its own.
 */
function isQuestion(scene: Scene, content: readonly TokenRange[], firstSentence: TokenRange): boolean {
  const { tree, depth } = scene;
  const last = content[content.length - 1];
  const mark = questionMark(tree, last);
  if (mark < 0 || depth[mark] > depth[firstSentence.first]) return false;
  const goesOn = content.length > 1 && !/^[.!]$/.test(wordOf(tree, lastWord(tree, firstSentence) + 1));
  return goesOn || questionMark(tree, firstSentence) >= 0;
}

/** The question mark that ends a range, before quotation marks; -1 for none. */
function questionMark(tree: Tree, { first, end }: TokenRange): number {
  for (let token = end - 1; token >= Math.max(first, end - 3); token--) if (wordOf(tree, token) === '?') return token;
  return -1;
}

function lastWord(tree: Tree, { first, end }: TokenRange): number {
  let token = end - 1;
  while (token > first && /^\W+$/.test(wordOf(tree, token))) token--;
  return token;
}

/** "there is no truth to it". */
function deniesTruth(tree: Tree, { first, end }: TokenRange): boolean {
  for (let token = first; token + 1 < end; token++) {
    if (wordOf(tree, token) === 'no' && wordOf(tree, token + 1) === 'truth') return true;
  }
  return false;
}

const SUBORDINATOR = /^(?:after|although|as|because|before|if|once|since|though|unless|until|when|while)$/;

interface MainVerb {
  token: number;
  imperative: boolean;
}

/** The first finite verb of the main clause, or the base form with which an order begins; -1 for none. */
export function mainVerb(tree: Tree, { first, end }: TokenRange): MainVerb {
  let at = first;
  if (wordOf(tree, at) === 'that') at++;
  let subordinate = SUBORDINATOR.test(wordOf(tree, at)) || isByTheTime(tree, at);
  for (; at < end; at++) {
    const tag = tagOf(tree, at);
    const finite = /^(?:VBD|VBZ|VBP|MD)$/.test(tag);
    if (subordinate) {
      if (wordOf(tree, at) === ',' || (finite && hasFiniteAfter(tree, at + 1, end))) {
        subordinate = wordOf(tree, at) !== ',' && nextFinite(tree, at + 1, end) < 0;
        if (!subordinate && finite) return { token: nextFinite(tree, at + 1, end), imperative: false };
      }
      continue;
    }
    if (finite && !isInRelativeClause(tree, at, first)) return { token: at, imperative: false };
    const isBare = tag === 'VB' && !/^(?:to|n't|not)$/.test(wordOf(tree, at - 1));
    if (isBare) return { token: at, imperative: true };
  }
  return { token: -1, imperative: false };
}

function isByTheTime(tree: Tree, at: number): boolean {
  return wordOf(tree, at) === 'by' && wordOf(tree, at + 1) === 'the' && wordOf(tree, at + 2) === 'time';
}

function hasFiniteAfter(tree: Tree, first: number, end: number): boolean {
  return nextFinite(tree, first, end) >= 0;
}

/** The next finite verb that opens a verb group: a participle or an auxiliary's verb is part of the one before. */
function nextFinite(tree: Tree, first: number, end: number): number {
  let inGroup = true;
  for (let token = first; token < end; token++) {
    const tag = tagOf(tree, token);
    const finite = /^(?:VBD|VBZ|VBP|MD)$/.test(tag);
    if (finite && !inGroup) return token;
    if (!/^(?:VB|MD|RB)/.test(tag)) inGroup = false;
  }
  return -1;
}

function isInRelativeClause(tree: Tree, token: number, first: number): boolean {
  for (let before = token - 1; before >= Math.max(first, token - 3); before--) {
    if (/^(?:WP|WDT)$/.test(tagOf(tree, before))) return before > first;
    if (/^,$/.test(wordOf(tree, before))) return false;
  }
  return relationOf(tree, token) === 'acl:relcl';
}

const MODALS: Readonly<Record<string, Certainty>> = { could: 'PS+', may: 'PS+', might: 'PS+' };

const BELIEVED = /^(?:believed|expected|presumed|reported|said|suspected|thought|understood)$/;
const VERIFIED = /^(?:confirmed|corroborated|established|proven|substantiated|verified)$/;
const ALLEGED = /^(?:alleged|rumou?red)$/;
const SEEMING = /^(?:appear|look|seem|sound)$/;
/** What one could see or do is a fact about the one who could. */
const ABLE = /^(?:afford|always|barely|feel|hardly|hear|no|only|read|remember|scarcely|see|smell|speak|understand)$/;
const NOTHING = /^(?:neither|no|nobody|none|nothing)$/;
const CHANCE = /^(?:chance|danger|likelihood|possibility|prospect|risk)$/;
const COPULA = /^(?:be|remain|prove|look|appear|seem|become)$/;

/** How far behind its verb a predicate is looked for, adverbs not counted. */
const REACH = 6;

function clauseCertainty(tree: Tree, verb: number, { first, end }: TokenRange): Certainty {
  const { lemma } = tree.language;
  const word = wordOf(tree, verb);
  if (word === 'may' && verb === first && tagOf(tree, verb) === 'MD') return 'Uu';
  if (Object.hasOwn(MODALS, word) && (word !== 'could' || isOpen(tree, verb, first))) return MODALS[word];
  const adverb = hedgeAround(tree, verb, first, end);
  const stated = statedCertainty(tree, verb, { first, end });
  const hedge = adverb ?? (SEEMING.test(lemma[verb]) && (stated === 'CT-' || seems(tree, verb)) ? 'PR+' : undefined);
  if (!hedge) return stated;
  return stated !== 'CT-' ? hedge : hedge === 'PR+' ? 'PR-' : 'PS-';
}

/** How firm a clause is by the predicate behind its verb. */
function statedCertainty(tree: Tree, verb: number, { first, end }: TokenRange): Certainty {
  const { lemma } = tree.language;
  let negated = wordOf(tree, verb) === 'cannot';
  let isCopular = COPULA.test(lemma[verb]);
  let reach = verb + REACH;
  for (let token = verb + 1; token < Math.min(end, reach); token++) {
    if (/^RB/.test(tagOf(tree, token))) reach++;
    const word = wordOf(tree, token);
    if (/^[,;:.]$/.test(word) && !/^(?:VB|RB)/.test(tagOf(tree, token - 1))) break;
    if (/^(?:not|n't|never|no|cannot)$/.test(word)) negated = true;
    if (/^be(?:en)?$/.test(word)) isCopular = true;
    if (!isCopular) continue;
    const predicate = predicateCertainty(tree, token, first, negated);
    if (predicate) return predicate;
    if (wordOf(tree, verb - 1) === 'there' && CHANCE.test(word)) return negated ? 'CT+' : 'PS+';
    if (wordOf(tree, token + 1) === 'to' && ALLEGED.test(word)) return 'PS+';
    if (negated && VERIFIED.test(word)) return 'Uu';
    if (negated && word === 'ruled' && wordOf(tree, token + 1) === 'out') return 'PS+';
    if (BELIEVED.test(word) && (wordOf(tree, token + 1) === 'to' || wordOf(tree, verb - 1) === 'it'))
      return negated ? 'PR-' : 'PR+';
    if (word === 'suspected' && wordOf(tree, token + 1) === 'of') return 'PR+';
  }
  return 'CT+';
}

/** Whether "could" tells of what may be, and not of what one was able or unable to do. */
function isOpen(tree: Tree, verb: number, first: number): boolean {
  if (isNegated(tree, verb) || ABLE.test(wordOf(tree, verb + 1))) return false;
  return !NOTHING.test(wordOf(tree, verb - 1)) && !(verb - 2 >= first && NOTHING.test(wordOf(tree, verb - 2)));
}

/** "appears to", "looks like", "sounds as if"; what one looks to, one only turns to. */
function seems(tree: Tree, verb: number): boolean {
  const isSense = /^(?:look|sound)$/.test(tree.language.lemma[verb]);
  return (isSense ? /^(?:like|as)$/ : /^(?:to|that|like|as)$/).test(wordOf(tree, verb + 1));
}

/** Of a content that is but a thing: "a message purportedly of its leader". */
function thingCertainty(tree: Tree, { first, end }: TokenRange): Certainty {
  for (let token = first; token < end; token++) {
    if (Object.hasOwn(HEDGE_ADVERBS, wordOf(tree, token)) && tagOf(tree, token).startsWith('RB'))
      return HEDGE_ADVERBS[wordOf(tree, token)];
  }
  return 'CT+';
}

function isNegated(tree: Tree, verb: number): boolean {
  return /^(?:not|n't|never)$/.test(wordOf(tree, verb + 1));
}

/** A hedging adverb beside the verb: "is probably", "reportedly fled". */
function hedgeAround(tree: Tree, verb: number, first: number, end: number): Certainty | undefined {
  const lead = wordOf(tree, first) === 'that' ? first + 1 : first;
  if (/^(?:maybe|perhaps|possibly|presumably|probably)$/.test(wordOf(tree, lead)))
    return HEDGE_ADVERBS[wordOf(tree, lead)];
  for (let token = Math.max(first, verb - 2); token < Math.min(end, verb + 4); token++) {
    const word = wordOf(tree, token);
    const isLikelyTo = word === 'likely' && wordOf(tree, token + 1) === 'to';
    const isAdverb =
      tagOf(tree, token).startsWith('RB') ||
      (word === 'likely' && (isVerb(tree, token + 1) || wordOf(tree, token - 1) === 'most'));
    if (Object.hasOwn(HEDGE_ADVERBS, word) && isAdverb && !isLikelyTo && !isNegated(tree, token - 2))
      return HEDGE_ADVERBS[word];
    if (token > verb && /^[,;]$/.test(word)) return undefined;
  }
  return undefined;
}

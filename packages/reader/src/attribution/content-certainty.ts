import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { HEDGE_ADVERBS } from './narration.ts';
import { tagOf, wordOf } from './phrases.ts';
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
  if (isQuestion(tree, content) || wordOf(tree, range.first) === 'whether') return 'Uu';
  const verb = mainVerb(tree, range);
  if (verb.imperative) return scene.depth[verb.token] > 0 ? 'Uu' : 'CT+';
  if (deniesTruth(tree, range)) return 'CT-';
  return verb.token < 0 ? thingCertainty(tree, range) : clauseCertainty(tree, verb.token, range);
}

function firstSentence(tree: Tree, { first, end }: TokenRange): TokenRange {
  const { sentences } = tree.language;
  let at = first;
  while (at < end && /^\W+$/.test(wordOf(tree, at))) at++;
  return { first: at, end: at < end ? Math.min(end, sentences.end[sentences.of[at]]) : at };
}

function isQuestion(tree: Tree, content: readonly TokenRange[]): boolean {
  const { first, end } = content[0];
  for (let token = end - 1; token >= Math.max(first, end - 3); token--) if (wordOf(tree, token) === '?') return true;
  return false;
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
  let subordinate = SUBORDINATOR.test(wordOf(tree, at));
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

const PREDICATES: Readonly<Record<string, Certainty>> = {
  baseless: 'CT-',
  bogus: 'CT-',
  fabricated: 'CT-',
  fake: 'CT-',
  false: 'CT-',
  hoax: 'CT-',
  impossible: 'CT-',
  likely: 'PR+',
  possible: 'PS+',
  probable: 'PR+',
  rumored: 'PS+',
  rumoured: 'PS+',
  unclear: 'Uu',
  unfounded: 'CT-',
  unknown: 'Uu',
  unlikely: 'PR-',
  untrue: 'CT-',
};

const BELIEVED = /^(?:believed|expected|presumed|reported|said|suspected|thought|understood)$/;
const SEEMING = /^(?:appear|seem)$/;
const COPULA = /^(?:be|remain|prove|look|appear|seem|become)$/;

/** How far behind its verb a predicate is looked for. */
const REACH = 6;

function clauseCertainty(tree: Tree, verb: number, { first, end }: TokenRange): Certainty {
  const { lemma } = tree.language;
  const modal = MODALS[wordOf(tree, verb)];
  if (modal && !isNegated(tree, verb)) return modal;
  const adverb = hedgeAround(tree, verb, first, end);
  if (adverb) return adverb;
  if (SEEMING.test(lemma[verb]) && /^(?:to|that|like|as)$/.test(wordOf(tree, verb + 1))) return 'PR+';
  let negated = false;
  let isCopular = COPULA.test(lemma[verb]);
  for (let token = verb + 1; token < Math.min(end, verb + REACH); token++) {
    const word = wordOf(tree, token);
    if (/^[,;:.]$/.test(word) && !/^(?:VB|RB)/.test(tagOf(tree, token - 1))) break;
    if (/^(?:not|n't|never|no)$/.test(word)) negated = true;
    if (/^be(?:en)?$/.test(word)) isCopular = true;
    if (!isCopular) continue;
    if (Object.hasOwn(PREDICATES, word) && !/^NN/.test(tagOf(tree, token + 1)))
      return negated ? opposite(PREDICATES[word]) : PREDICATES[word];
    if (negated && /^(?:true|clear|certain|sure)$/.test(word)) return word === 'true' ? 'CT-' : 'Uu';
    if (BELIEVED.test(word) && wordOf(tree, token + 1) === 'to') return negated ? 'PR-' : 'PR+';
  }
  return 'CT+';
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
  for (let token = Math.max(first, verb - 2); token < Math.min(end, verb + 4); token++) {
    const word = wordOf(tree, token);
    const isLikelyTo = word === 'likely' && wordOf(tree, token + 1) === 'to';
    if (Object.hasOwn(HEDGE_ADVERBS, word) && tagOf(tree, token).startsWith('RB') && !isLikelyTo)
      return HEDGE_ADVERBS[word];
    if (token > verb && /^[,;]$/.test(word)) return undefined;
  }
  return undefined;
}

function opposite(certainty: Certainty): Certainty {
  switch (certainty) {
    case 'Uu':
    case 'CT-':
    case 'PR-':
      return 'CT+';
    case 'PR+':
      return 'PR-';
    default:
      return 'PS-';
  }
}

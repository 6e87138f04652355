import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { isDocumentWord, tagOf, wordOf } from './phrases.ts';
import type { Tree } from './tree.ts';

type Certainty = Assertion['certainty'];

/**
 * How true a predicate calls what it is said of ("is false", "is likely", "is not the case"); undefined where the word
 * at the token is no such predicate.
 */
export function predicateCertainty(tree: Tree, token: number, first: number, negated: boolean): Certainty | undefined {
  const word = wordOf(tree, token);
  if (/^NN/.test(tagOf(tree, token + 1))) return undefined;
  if (negated && FACTUAL.test(word)) return 'CT-';
  if (negated && /^(?:clear|certain|sure)$/.test(word)) return 'Uu';
  if (negated && word === 'known') return /^(?:as|by|for)$/.test(wordOf(tree, token + 1)) ? undefined : 'Uu';
  if (/^(?:early|soon)$/.test(word) && wordOf(tree, token - 1) === 'too' && asksKnowledge(tree, token + 1)) return 'Uu';
  if (/^(?:im)?possible$/.test(word) && wordOf(tree, token + 1) === 'to') {
    const isUnknowable = negated !== (word === 'impossible') && asksKnowledge(tree, token + 1);
    return isUnknowable ? 'Uu' : undefined;
  }
  if (/^(?:incorrect|wrong)$/.test(word)) return !negated && isSaidOfReport(tree, first, token) ? 'CT-' : undefined;
  if (word === 'made' && wordOf(tree, token + 1) === 'up' && wordOf(tree, token + 2) !== 'of')
    return negated ? 'CT+' : 'CT-';
  if (!Object.hasOwn(PREDICATES, word) || (/^lies?$/.test(word) && !/^NN/.test(tagOf(tree, token)))) return undefined;
  return negated ? opposite(PREDICATES[word]) : PREDICATES[word];
}

/** "the report a hoax", "it as pure fiction": whether what a thing is called denies it. */
export function isCalledFalse(tree: Tree, { first, end }: TokenRange): boolean {
  let isClause = false;
  for (let token = first; token < end; token++) {
    const word = wordOf(tree, token);
    if (word === 'as' && token > first && predicateCertainty(tree, token + 1, first, false) === 'CT-')
      return token + 1 < end;
    if (/^(?:that|which|who|not)$/.test(word)) isClause = true;
    if (!isClause && token > first && predicateCertainty(tree, token, first, false) === 'CT-') return true;
  }
  return false;
}

const FACTUAL = /^(?:accurate|authentic|case|correct|factual|genuine|real|true)$/;

const PREDICATES: Readonly<Record<string, Certainty>> = {
  baseless: 'CT-',
  bogus: 'CT-',
  conceivable: 'PS+',
  doubtful: 'PR-',
  dubious: 'PR-',
  erroneous: 'CT-',
  fabricated: 'CT-',
  fabrication: 'CT-',
  fake: 'CT-',
  faked: 'CT-',
  false: 'CT-',
  fiction: 'CT-',
  fictitious: 'CT-',
  forged: 'CT-',
  forgery: 'CT-',
  groundless: 'CT-',
  hoax: 'CT-',
  impossible: 'CT-',
  improbable: 'PR-',
  inaccurate: 'CT-',
  lie: 'CT-',
  lies: 'CT-',
  likely: 'PR+',
  myth: 'CT-',
  nonsense: 'CT-',
  plausible: 'PS+',
  possible: 'PS+',
  probable: 'PR+',
  rubbish: 'CT-',
  rumored: 'PS+',
  rumoured: 'PS+',
  uncertain: 'Uu',
  unclear: 'Uu',
  unconfirmed: 'Uu',
  unfounded: 'CT-',
  unknown: 'Uu',
  unlikely: 'PR-',
  unproven: 'Uu',
  untrue: 'CT-',
  unverified: 'Uu',
};

/** "to say", "to know": what it is too early or impossible to do where nobody commits to anything. */
function asksKnowledge(tree: Tree, token: number): boolean {
  return (
    wordOf(tree, token) === 'to' &&
    /^(?:ascertain|confirm|conclude|determine|establish|judge|know|predict|say|speculate|tell|verify)$/.test(
      wordOf(tree, token + 1),
    )
  );
}

/** A report that is wrong is denied; a person or a deed that is wrong is only blamed. */
function isSaidOfReport(tree: Tree, first: number, end: number): boolean {
  for (let token = first; token < end; token++) {
    if (
      isDocumentWord(tree, token) ||
      /^(?:allegation|information|reporting|story|stories)s?$/.test(wordOf(tree, token))
    )
      return true;
  }
  return false;
}

function opposite(certainty: Certainty): Certainty {
  switch (certainty) {
    case 'PR+':
      return 'PR-';
    case 'PS+':
      return 'CT-';
    default:
      return 'CT+';
  }
}

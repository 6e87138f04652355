import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { clauseAround } from './clauses.ts';
import { finiteVerb } from './contents.ts';
import { cueVerb } from './cue-verbs.ts';
import { HEDGE_ADVERBS } from './hedge-adverbs.ts';
import { modal } from './modals.ts';
import {
  cueAround,
  hasNegation,
  isPassive,
  isVerb,
  lemmaOf,
  nounPhrase,
  sentenceAround,
  subjectOf,
  tagOf,
  trimmed,
  wordOf,
} from './phrases.ts';
import { refuted } from './refutation.ts';
import type { Report, Scene } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

type Certainty = Assertion['certainty'];

/** Finds the hedges in the reporter's own words, whose source is nobody. Those inside attributed words are found too. */
export function findNarration(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let token = 0; token < tree.language.tokens.count; token++) {
    if (scene.depth[token] > 0) continue;
    const found =
      adverb(tree, token) ??
      questioned(tree, token) ??
      seeming(tree, token) ??
      passive(tree, token) ??
      saidToBe(tree, token) ??
      doubt(tree, token) ??
      refuted(tree, token) ??
      modal(tree, token);
    if (found) reports.push(found);
  }
  return reports;
}

const HEDGE_SCORE = 0.85;

function hedge(
  head: number,
  cue: TokenRange,
  content: TokenRange[],
  certainty: Certainty,
  score = HEDGE_SCORE,
): Report | null {
  const full = content.filter(({ first, end }) => end > first);
  if (full.length === 0) return null;
  return {
    head,
    cue: [cue],
    source: [],
    content: full,
    through: [],
    act: 'statement',
    kind: 'narration',
    certainty,
    score,
  };
}

/** "a message purportedly of its leader", "the men reportedly fled". */
function adverb(tree: Tree, token: number): Report | null {
  if (!tagOf(tree, token).startsWith('RB')) return null;
  const certainty = HEDGE_ADVERBS[wordOf(tree, token)];
  if (!certainty || /^(?:perhaps|maybe)$/.test(wordOf(tree, token))) return null;
  if (modifiesNoun(tree, token))
    return hedge(token, { first: token, end: token + 1 }, [nounWithModifier(tree, token)], certainty);
  let over = tree.language.head[token];
  if (over < 0) over = token;
  const isClause = isVerb(tree, over) || dependant(tree, over, 'cop') >= 0 || dependant(tree, over, 'nsubj') >= 0;
  const cue = { first: token, end: token + 1 };
  if (!isClause || /^(?:acl|amod)$/.test(relationOf(tree, over))) {
    return hedge(token, cue, [clauseAround(tree, over)], certainty);
  }
  const clause = clauseAround(tree, over);
  const leads = token === clause.first;
  return hedge(token, cue, [leads ? trimmed(tree, { first: token + 1, end: clause.end }) : clause], certainty);
}

/** Whether a hedge stands between a noun and its modifier: "a message purportedly of its leader". */
function modifiesNoun(tree: Tree, token: number): boolean {
  return /^NN/.test(tagOf(tree, token - 1)) && /^(?:IN|TO|VBG|VBN)$/.test(tagOf(tree, token + 1));
}

/** The noun phrase before a hedge, to the end of the modifier behind it. */
function nounWithModifier(tree: Tree, token: number): TokenRange {
  const { first } = sentenceAround(tree, token);
  return trimmed(tree, { first: Math.max(tree.first[token - 1], first), end: endOfModifier(tree, token + 2) });
}

/** The end of the first noun phrase from a token on. */
function endOfModifier(tree: Tree, from: number): number {
  const sentence = sentenceAround(tree, from - 1);
  let end = from;
  while (end < sentence.end && !/^(?:NN|NNS|NNP|NNPS|PRP|CD)$/.test(tagOf(tree, end - 1))) end++;
  while (end < sentence.end && /^NN/.test(tagOf(tree, end))) end++;
  return end;
}

/** "It appeared to be his first", "the plan seems dead", "a photograph purporting to show X". */
function seeming(tree: Tree, token: number): Report | null {
  const lemma = tree.language.lemma[token];
  if (!isVerb(tree, token) || !/^(?:appear|seem|purport)$/.test(lemma)) return null;
  const complement =
    /^(?:to|that|like|as|VB[NG]|JJ[RS]?)$/.test(wordOf(tree, token + 1)) || /^(?:VBN|JJ)/.test(tagOf(tree, token + 1))
      ? dependant(tree, token, 'xcomp', 'ccomp')
      : -1;
  const to = wordOf(tree, token + 1) === 'to';
  if (complement < 0 && !to) return null;
  if (lemma === 'purport' && (!to || wordOf(tree, token + 3) === 'that')) return null;
  const own = cueAround(tree, token);
  const cue = { first: own.first, end: to ? token + 2 : token + 1 };
  const certainty = lemma === 'purport' ? 'PS+' : hasNegation(tree, token) ? 'PR-' : 'PR+';
  return hedge(token, cue, hedgedClause(tree, token, cue), certainty);
}

/** The words that a raising verb hedges: its subject and its clause, or the clause alone behind "it" or "there". */
function hedgedClause(tree: Tree, verb: number, cue: TokenRange): TokenRange[] {
  const subject = dependant(tree, verb, 'nsubj', 'nsubj:pass', 'expl');
  if (wordOf(tree, subject) === 'it' && wordOf(tree, cue.end) === 'that') {
    return [trimmed(tree, { first: cue.end, end: tree.end[verb] })];
  }
  const clause = dependant(tree, verb, 'ccomp');
  if (wordOf(tree, subject) === 'it' && clause > verb)
    return [trimmed(tree, { first: tree.first[clause], end: tree.end[clause] })];
  const relation = relationOf(tree, verb);
  if (subject < 0 && (relation === 'acl' || relation === 'acl:relcl')) {
    const noun = tree.language.head[verb];
    return [trimmed(tree, { first: tree.first[noun], end: Math.max(tree.end[verb], cue.end) })];
  }
  if (subject < 0 && relation === 'conj') {
    const shared = dependant(tree, tree.language.head[verb], 'nsubj', 'nsubj:pass');
    const rest = trimmed(tree, { first: cue.first, end: tree.end[verb] });
    return shared >= 0 ? [nounPhrase(tree, shared), rest] : [rest];
  }
  return [clauseAround(tree, verb)];
}

/** Reporting verbs whose agentless passive is the reporter's own hedge. */
export const PASSIVES: Readonly<Record<string, Certainty>> = {
  allege: 'PS+',
  assume: 'PR+',
  believe: 'PR+',
  claim: 'PS+',
  deem: 'PR+',
  expect: 'PR+',
  fear: 'PS+',
  identify: 'PR+',
  presume: 'PR+',
  report: 'PR+',
  rumor: 'PS+',
  rumour: 'PS+',
  say: 'PR+',
  speculate: 'PS+',
  suggest: 'PS+',
  suppose: 'PS+',
  suspect: 'PR+',
  think: 'PR+',
  understand: 'PR+',
};

/** "is believed to be", "it has been claimed that", "could not be confirmed". */
function passive(tree: Tree, token: number): Report | null {
  if (!/^VB[ND]$/.test(tagOf(tree, token))) return null;
  const lemma = lemmaOf(tree, token);
  const verifies = VERIFIES.test(lemma);
  if (!verifies && !PASSIVES[lemma]) return null;
  if (dependant(tree, token, 'aux:pass') < 0 && relationOf(tree, token) !== 'acl') return null;
  if (!isPassive(tree, token) || dependant(tree, token, 'obl:agent') >= 0) return null;
  const negated = hasNegation(tree, token) || (verifies && isNoneOf(tree, token));
  if (verifies && !negated) return null;
  const own = cueAround(tree, token);
  const leads = /^(?:to|as)$/.test(wordOf(tree, token + 1));
  const certainty = verifies ? 'Uu' : negated ? 'PR-' : PASSIVES[lemma];
  if (verifies) return hedge(token, own, verified(tree, token, own), certainty, 0.9);
  if (dependant(tree, token, 'xcomp', 'ccomp', 'advcl') < 0 && !leads) return null;
  const subject = dependant(tree, token, 'nsubj', 'nsubj:pass', 'expl');
  if (subject < 0 && relationOf(tree, token) === 'acl' && !leads) return null;
  const cue = { first: own.first, end: leads ? token + 2 : token + 1 };
  return hedge(token, cue, hedgedClause(tree, token, { ...cue, end: leads ? token + 2 : token + 1 }), certainty);
}

/**
 * "a man said to be Orel": somebody is said to be something, and says nothing. Nobody says "to be" of himself but with an
 * auxiliary before it ("is said to be"), which the passive has.
 */
function saidToBe(tree: Tree, token: number): Report | null {
  if (wordOf(tree, token) !== 'said' || wordOf(tree, token + 1) !== 'to') return null;
  if (!/^(?:be|have)$/.test(wordOf(tree, token + 2)) || dependant(tree, token, 'aux', 'aux:pass') >= 0) return null;
  let noun = token - 1;
  if (/^[,–—-]$/.test(wordOf(tree, noun))) noun--;
  if (!/^NN/.test(tagOf(tree, noun))) return null;
  let first = noun;
  while (/^(?:DT|JJ|NN|CD|PRP\$)/.test(tagOf(tree, first - 1)) && first > sentenceAround(tree, token).first) first--;
  return hedge(token, { first: token, end: token + 2 }, [{ first, end: endOfModifier(tree, token + 3) }], 'PR+');
}

const VERIFIES = /^(?:confirm|verify|authenticate|corroborate|substantiate)$/;

/** "Neither account could be confirmed", "none of it". */
function isNoneOf(tree: Tree, verb: number): boolean {
  const subject = dependant(tree, verb, 'nsubj:pass', 'nsubj');
  return subject >= 0 && /^(?:neither|no|nobody|none|nothing)$/.test(wordOf(tree, tree.first[subject]));
}

function verified(tree: Tree, verb: number, cue: TokenRange): TokenRange[] {
  const subject = dependant(tree, verb, 'nsubj:pass', 'nsubj', 'csubj');
  if (wordOf(tree, subject) === 'it') return [trimmed(tree, { first: cue.end, end: tree.end[verb] })];
  if (subject >= 0) return [trimmed(tree, { first: tree.first[subject], end: Math.min(tree.end[subject], cue.first) })];
  return [];
}

const UNCERTAIN: Readonly<Record<string, Certainty>> = {
  likely: 'PR+',
  possible: 'PS+',
  uncertain: 'Uu',
  unclear: 'Uu',
  unconfirmed: 'Uu',
  unknown: 'Uu',
  unlikely: 'PR-',
};

/** "it is unclear whether", "is likely to", "there is no evidence that". */
function doubt(tree: Tree, token: number): Report | null {
  const word = wordOf(tree, token);
  if (/^NN/.test(tagOf(tree, token)) && /^(?:confirmation|evidence|proof|indication)$/.test(word))
    return noEvidence(tree, token);
  if (tagOf(tree, token) !== 'JJ') return null;
  const negated = hasNegation(tree, token);
  if (/^(?:impossible|unable)$/.test(word) || (negated && /^(?:able|possible)$/.test(word)))
    return notToBeVerified(tree, token);
  const certainty = negated && word === 'clear' ? 'Uu' : UNCERTAIN[word];
  if (!certainty) return null;
  const linked =
    dependant(tree, token, 'cop') >= 0 ||
    /^(?:remain|become)$/.test(tree.language.lemma[tree.language.head[token]] ?? '');
  if (!linked) return null;
  const verb = dependant(tree, token, 'cop') >= 0 ? token : tree.language.head[token];
  const sentence = sentenceAround(tree, token);
  const subject = dependant(tree, verb, 'nsubj', 'nsubj:pass', 'expl');
  const isIt = /^(?:it|there)$/.test(wordOf(tree, subject));
  if (isIt || subject < 0) {
    const first = subject >= 0 ? subject : verb;
    const next = token + 1;
    if (!/^(?:whether|if|that|what|who|why|how|when|where|which|,)$/.test(wordOf(tree, next)) && certainty === 'Uu')
      return null;
    const end = Math.max(tree.end[token], tree.end[verb]);
    return hedge(
      token,
      { first, end: next },
      [trimmed(tree, { first: next, end: Math.min(end, sentence.end) })],
      certainty,
      0.85,
    );
  }
  if (certainty === 'Uu') {
    const cue = {
      first: cueAround(tree, dependant(tree, token, 'cop') >= 0 ? dependant(tree, token, 'cop') : verb).first,
      end: token + 1,
    };
    return hedge(
      token,
      cue,
      [trimmed(tree, { first: tree.first[subject], end: Math.min(tree.end[subject], cue.first) })],
      certainty,
    );
  }
  if (wordOf(tree, token + 1) !== 'to') return null;
  const copula = dependant(tree, token, 'cop');
  return hedge(
    token,
    { first: copula >= 0 ? copula : token, end: token + 2 },
    [clauseAround(tree, token)],
    certainty,
    0.6,
  );
}

/** "It was not possible to verify the reports independently", "The Herald was unable to verify them". */
function notToBeVerified(tree: Tree, token: number): Report | null {
  if (wordOf(tree, token + 1) !== 'to') return null;
  let verb = token + 2;
  while (tagOf(tree, verb) === 'RB') verb++;
  if (!VERIFIES.test(tree.language.lemma[verb] ?? '')) return null;
  const copula = dependant(tree, token, 'cop');
  const subject = dependant(tree, token, 'expl', 'nsubj');
  // "It said it was unable to verify them": whom "it" stands for is the one who could not.
  const isSomebody = /^PRP/.test(tagOf(tree, subject)) && /^(?:un)?able$/.test(wordOf(tree, token));
  let first = wordOf(tree, subject) === 'it' && !isSomebody ? subject : copula >= 0 ? copula : token;
  while (first > 0 && tree.language.head[first - 1] === token && /^(?:aux|advmod)$/.test(relationOf(tree, first - 1)))
    first--;
  let end = Math.min(tree.end[verb], sentenceAround(tree, token).end);
  while (end > verb + 2 && /^(?:RB|\.)/.test(tagOf(tree, end - 1))) end--;
  const report = hedge(token, { first, end: verb + 1 }, [trimmed(tree, { first: verb + 1, end })], 'Uu');
  if (report === null || !isSomebody) return report;
  const { kind, ...said } = report;
  return { ...said, source: [nounPhrase(tree, subject)], stance: 'acknowledges' };
}

function noEvidence(tree: Tree, noun: number): Report | null {
  if (!/^no$/.test(wordOf(tree, noun - 1)) && !/^no$/.test(wordOf(tree, noun - 2))) return null;
  const verb = tree.language.head[noun];
  // "Observers found no evidence that": it is they who have none.
  if (
    verb >= 0 &&
    verb < noun &&
    subjectOf(tree, verb) >= 0 &&
    dependant(tree, verb, 'expl') < 0 &&
    relationOf(tree, noun) === 'obj'
  )
    return null;
  const there = verb >= 0 ? dependant(tree, verb, 'expl') : dependant(tree, noun, 'expl');
  const start = there >= 0 ? there : noun - 1;
  const sentence = sentenceAround(tree, noun);
  const clause = dependant(tree, noun, 'acl', 'ccomp');
  const end = beforeSpeaker(tree, noun, clause > noun ? Math.min(tree.end[clause], sentence.end) : sentence.end);
  const rest = trimmed(tree, { first: noun + 1, end });
  if (wordOf(tree, noun + 1) === 'that' || wordOf(tree, noun + 1) === 'of') {
    return hedge(noun, { first: start, end: noun + 1 }, [{ first: noun + 1, end: rest.end }], 'Uu');
  }
  if (/^(?:DT|PRP|NNP)/.test(tagOf(tree, noun + 1)) && finiteVerb(tree, noun + 1, rest.end) >= 0) {
    return hedge(noun, { first: start, end: noun + 1 }, [rest], 'Uu');
  }
  const before = there >= 0 ? clauseWithThat(tree, sentence.first, start) : null;
  return before && hedge(noun, { first: start, end: noun + 1 }, [before], 'Uu');
}

/** Where "…, the fire service said" begins, else the end. */
function beforeSpeaker(tree: Tree, from: number, end: number): number {
  for (let token = from + 1; token < Math.min(end, from + LONGEST_CLAUSE); token++) {
    if (wordOf(tree, token) !== ',') continue;
    for (let verb = token + 2; verb < Math.min(end, token + LONGEST_SPEAKER); verb++) {
      if (wordOf(tree, verb) === ',') break;
      if (isVerb(tree, verb) && cueVerb(tree.language.lemma[verb])?.act === 'statement') return token;
    }
  }
  return end;
}

const LONGEST_SPEAKER = 8;
/** Text made to be slow goes on for ever. */
const LONGEST_CLAUSE = 80;

/** The "that" clause before a token of the same sentence, to which the token refers back. */
function clauseWithThat(tree: Tree, first: number, end: number): TokenRange | null {
  for (let token = end - 1; token > first; token--) {
    if (wordOf(tree, token) !== 'that' || relationOf(tree, token) !== 'mark') continue;
    return trimmed(tree, { first: token, end: Math.min(end, commaBefore(tree, token, end)) });
  }
  return null;
}

function commaBefore(tree: Tree, first: number, end: number): number {
  for (let token = end - 1; token > first; token--) if (wordOf(tree, token) === ',') return token;
  return end;
}

/** "calls the account into question", "casts doubt on the account". */
function questioned(tree: Tree, token: number): Report | null {
  const lemma = tree.language.lemma[token];
  if (!isVerb(tree, token) || !/^(?:call|cast|throw|raise)$/.test(lemma)) return null;
  const sentence = sentenceAround(tree, token);
  const end = Math.min(token + 5, sentence.end);
  for (let at = token + 1; at < end; at++) {
    const intoQuestion = lemma === 'call' && wordOf(tree, at) === 'question' && wordOf(tree, at - 1) === 'into';
    const doubt = lemma !== 'call' && /^doubts?$/.test(wordOf(tree, at));
    if (!intoQuestion && !doubt) continue;
    const on = /^(?:on|about|over|upon)$/.test(wordOf(tree, at + 1)) ? at + 2 : at + 1;
    const rest = trimmed(tree, { first: on, end: Math.max(tree.end[token], on) });
    return hedge(token, { first: cueAround(tree, token).first, end: at + 1 }, [rest], 'PS-');
  }
  return null;
}

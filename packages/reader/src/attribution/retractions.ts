import { cueAround, hasNegation, isVerb, nounPhrase, sentenceAround, subjectOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

const SCORE = 0.8;

/** "Withdrew its statement that", "has retracted a report that": who said it before says it no longer. */
export function findRetractions(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let verb = 0; verb < tree.language.tokens.count; verb++) {
    const report = takesBack(tree, verb) ? retraction(tree, verb) : null;
    if (report) reports.push(report);
  }
  return reports;
}

/** "Withdrew his statement that", "apologised for falsely reporting that": whether who said it says it no longer. */
export function isTakenBack(tree: Tree, { head, cue }: Report): boolean {
  if (head < 0 || hasNegation(tree, head)) return false;
  return (
    isApologisedFor(tree, head, cue[0]?.first ?? head) ||
    cue.some(({ first, end }) => holdsRetraction(tree, first, end))
  );
}

function isApologisedFor(tree: Tree, head: number, first: number): boolean {
  const { of } = tree.language.sentences;
  for (let token = Math.max(0, first - REACH_OF_APOLOGY); token < head; token++) {
    const isApology = /^apologi[sz]/.test(wordOf(tree, token)) && wordOf(tree, token + 1) === 'for';
    if (isApology && of[token] === of[head] && isVerb(tree, head)) return true;
  }
  return false;
}

function holdsRetraction(tree: Tree, first: number, end: number): boolean {
  for (let token = first; token < end; token++) if (takesBack(tree, token) && !hasNegation(tree, token)) return true;
  return false;
}

const REACH_OF_APOLOGY = 4;

function takesBack(tree: Tree, token: number): boolean {
  return isVerb(tree, token) && TAKES_BACK.test(tree.language.lemma[token]);
}

const TAKES_BACK = /^(?:disown|recant|rescind|retract|withdraw)$/;
const SAID =
  /^(?:accusation|account|allegation|article|assertion|claim|confession|remark|report|statement|story|testimony)$/;
/** Words between the verb and the noun: "its front-page report". */
const REACH = 4;

function retraction(tree: Tree, verb: number): Report | null {
  const subject = subjectOf(tree, verb);
  let noun = verb + 1;
  while (noun <= verb + REACH && !SAID.test(tree.language.lemma[noun] ?? '')) noun++;
  if (subject < 0 || noun > verb + REACH || wordOf(tree, noun + 1) !== 'that') return null;
  const sentence = sentenceAround(tree, verb);
  const clause = tree.language.head[noun + 1];
  const end = clause > noun + 1 ? Math.min(tree.end[clause], sentence.end) : sentence.end;
  return {
    head: verb,
    cue: [{ first: cueAround(tree, verb).first, end: noun + 1 }],
    source: [nounPhrase(tree, subject)],
    content: [trimmed(tree, { first: noun + 1, end })],
    through: [],
    act: 'statement',
    score: SCORE,
  };
}

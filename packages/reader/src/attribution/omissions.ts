import type { TokenRange } from './attribution.ts';
import {
  cueAround,
  hasNegation,
  isPassive,
  isVerb,
  nounPhrase,
  sentenceAround,
  subjectOf,
  tagOf,
  trimmed,
  wordOf,
} from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** Verbs of saying: not to do it leaves something unsaid. */
const SAYING: ReadonlySet<string> = new Set([
  'accuse',
  'acknowledge',
  'address',
  'announce',
  'answer',
  'claim',
  'comment',
  'describe',
  'disclose',
  'discuss',
  'elaborate',
  'explain',
  'identify',
  'mention',
  'name',
  'provide',
  'publicize',
  'refer',
  'release',
  'reply',
  'respond',
  'reveal',
  'say',
  'speak',
  'specify',
  'state',
  'talk',
  'tell',
  'weigh',
]);

/** Verbs of saying that need nothing after them. */
const ANSWERING: ReadonlySet<string> = new Set(['answer', 'comment', 'elaborate', 'reply', 'respond']);

const DECLINING = /^(?:decline|refuse)$/;
const NOBODY = /^(?:nobody|none|neither)$/;

const SCORE = 0.85;

/** What somebody is reported not to have said: "declined to comment", "did not refer to Y", "without naming them". */
export function findOmissions(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let verb = 0; verb < tree.language.tokens.count; verb++) {
    if (!isVerb(tree, verb) || scene.depth[verb] > 0) continue;
    const report = declined(tree, verb) ?? unreached(tree, verb) ?? leftOpen(tree, verb) ?? unsaid(tree, verb);
    if (report) reports.push(report);
  }
  return reports;
}

function declined(tree: Tree, verb: number): Report | null {
  if (!DECLINING.test(tree.language.lemma[verb]) || wordOf(tree, verb + 1) !== 'to') return null;
  const said = dependant(tree, verb, 'xcomp', 'ccomp');
  const isSaying =
    said > verb && (SAYING.has(tree.language.lemma[said]) || /^(?:be|confirm|give)$/.test(tree.language.lemma[said]));
  if (!isSaying) return null;
  return omission(
    tree,
    verb,
    trimmed(tree, { first: verb + 1, end: endBefore(tree, verb + 1, tree.end[said]) }),
    subjectOf(tree, verb),
  );
}

/** "could not be reached for comment". */
function unreached(tree: Tree, verb: number): Report | null {
  if (wordOf(tree, verb) !== 'reached' || wordOf(tree, verb + 1) !== 'for' || wordOf(tree, verb + 2) !== 'comment')
    return null;
  if (!hasNegation(tree, verb)) return null;
  return omission(tree, verb, { first: verb + 1, end: verb + 3 }, subjectOf(tree, verb));
}

/** "neither confirmed nor denied", "would neither confirm nor deny". */
function leftOpen(tree: Tree, verb: number): Report | null {
  if (tree.language.lemma[verb] !== 'deny' || wordOf(tree, verb - 1) !== 'nor') return null;
  if (tree.language.lemma[verb - 2] !== 'confirm' || wordOf(tree, verb - 3) !== 'neither') return null;
  const neither = verb - 3;
  const noun = nounBefore(tree, neither - 1);
  const report = omission(tree, verb, leftUnsaid(tree, verb), noun >= 0 ? -1 : subjectOf(tree, verb));
  const source = noun >= 0 ? [{ first: tree.first[noun], end: noun + 1 }] : report?.source;
  return report && source ? { ...report, cue: [{ first: neither, end: verb + 1 }], source } : null;
}

/** The noun or pronoun behind which only auxiliaries stand before a token; -1 for none. */
function nounBefore(tree: Tree, last: number): number {
  const { first } = sentenceAround(tree, last + 1);
  let token = last;
  while (token > first && /^(?:MD|VB[DZP]?)$/.test(tagOf(tree, token))) token--;
  return token >= first && /^(?:NN|PRP)/.test(tagOf(tree, token)) ? token : -1;
}

function endBefore(tree: Tree, first: number, end: number): number {
  let stop = first;
  while (stop < end && wordOf(tree, stop) !== ',') stop++;
  return stop;
}

function unsaid(tree: Tree, verb: number): Report | null {
  if (!SAYING.has(tree.language.lemma[verb])) return null;
  if (!isSilence(tree, verb)) return null;
  const subject = subjectOf(tree, verb);
  if (isPassive(tree, verb)) {
    // Who was not told is no content; what they were not told is.
    if (tree.language.lemma[verb] === 'tell') return omission(tree, verb, leftUnsaid(tree, verb), -1);
    if (subject < 0 || subject > verb || dependant(tree, verb, 'obl:agent') >= 0) return null;
    return omission(
      tree,
      verb,
      trimmed(tree, { first: tree.first[subject], end: Math.min(tree.end[subject], cueAround(tree, verb).first) }),
      -1,
    );
  }
  const left = leftUnsaid(tree, verb);
  // "Did not immediately comment": the word itself is what was left undone, as in "declined to comment".
  const whole =
    left.end > left.first || !ANSWERING.has(tree.language.lemma[verb]) ? left : { first: verb, end: verb + 1 };
  return omission(tree, verb, whole, subject);
}

/** Whether what the verb says is said not to have been said. */
function isSilence(tree: Tree, verb: number): boolean {
  const before = wordOf(tree, verb - 1);
  const notYet = before === 'to' && wordOf(tree, verb - 2) === 'yet';
  return notYet || before === 'without' || hasNegation(tree, verb) || isNobody(tree, subjectOf(tree, verb));
}

function isNobody(tree: Tree, subject: number): boolean {
  if (subject < 0) return false;
  return NOBODY.test(wordOf(tree, subject)) || (wordOf(tree, subject) === 'one' && wordOf(tree, subject - 1) === 'no');
}

function leftUnsaid(tree: Tree, verb: number): TokenRange {
  const sentence = sentenceAround(tree, verb);
  let { end } = cueAround(tree, verb);
  while (relationOf(tree, end) === 'advmod' && tree.language.head[end] === verb && /ly$/.test(wordOf(tree, end))) end++;
  if (/^(?:in)$/.test(wordOf(tree, end)) && tree.language.lemma[verb] === 'weigh') end++;
  let stop = end;
  while (stop < Math.min(tree.end[verb], sentence.end) && wordOf(tree, stop) !== ',') stop++;
  return trimmed(tree, { first: end, end: stop });
}

function omission(tree: Tree, verb: number, content: TokenRange, subject: number): Report | null {
  if (content.end <= content.first) return null;
  const source = subject >= 0 ? nounPhrase(tree, subject) : null;
  const outside = source && (source.end <= content.first || source.first >= content.end) ? [source] : [];
  const cue = cueAround(tree, verb);
  const reached = content.first > cue.end && content.first - cue.end < 3 ? content.first : cue.end;
  const end = content.first === verb ? verb : reached;
  return {
    head: verb,
    cue: [{ first: cue.first, end }],
    source: outside,
    content: [content],
    through: [],
    act: 'statement',
    kind: 'omission',
    certainty: 'Uu',
    stance: 'acknowledges',
    score: SCORE,
  };
}

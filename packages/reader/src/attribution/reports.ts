import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { mainVerb } from './content-certainty.ts';
import { contentAfter, contentOf } from './contents.ts';
import { type CueSense, cueVerb } from './cue-verbs.ts';
import {
  agentOf,
  cueAround,
  isDocumentWord,
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
import type { Quotation } from './quotations.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** A cue with its source and content, on the way to an assertion. */
export interface Report {
  /** The token that carries the cue; -1 where a quotation has none. */
  head: number;
  cue: TokenRange[];
  source: TokenRange[];
  content: TokenRange[];
  /** Sources through whom this one reached the reader, outermost first, beside those of the assertion around it. */
  through: TokenRange[];
  /** The outlet to which the words were said; it stands in `through` too. */
  told?: TokenRange;
  act: Assertion['act'];
  /** Who the source is, where its words only stand for others: "who". */
  named?: TokenRange;
  /** Set where the cue alone decides them. */
  kind?: Assertion['kind'];
  certainty?: Assertion['certainty'];
  stance?: Assertion['stance'];
  /** How likely the assertion is right. */
  score: number;
  /** What the trained engine gives the relation as one that is not nested; absent where it did not find it. */
  probability?: number;
}

/** What the finders of reports look into. */
export interface Scene {
  tree: Tree;
  /** For each token how many quotations enclose it, those of names and titles not counted. */
  depth: Uint8Array;
  /** First tokens of the outer quotations, in order. */
  starts: readonly number[];
  /** Outer quotations by their first token and by the token after their last. */
  opening: ReadonlyMap<number, Quotation>;
  closing: ReadonlyMap<number, Quotation>;
  /** The outer quotation in which a token stands. */
  around: (token: number) => Quotation | undefined;
}

/**
 * The confidence of the finders by rule is a little below their share of right finds on the desk articles for tuning,
 * for they will know other articles less well.
 */
const SYNTAX_SCORE = 0.8;

/** Reports of what somebody is quoted as saying: the one quoted through the one who quotes. */
export function findQuotedReports(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let verb = 0; verb < tree.language.tokens.count; verb++) {
    const report = isVerb(tree, verb) ? quotedAsSaying(scene, verb) : null;
    if (report) reports.push(report);
  }
  return reports;
}

/** Reports around the verbs of the cue lexicon, by the syntax: nested ones too. */
export function findVerbReports(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let verb = 0; verb < tree.language.tokens.count; verb++) {
    if (!isVerb(tree, verb)) continue;
    const sense = cueVerb(lemmaOf(tree, verb));
    if (!sense || announcesSaying(tree, verb) || isDeclined(tree, verb)) continue;
    const report = isPassive(tree, verb) ? passive(scene, verb, sense) : active(scene, verb, sense);
    if (report && !isPledgeToHearer(scene, report) && !isHearers(scene, report)) reports.push(report);
  }
  return reports;
}

function active(scene: Scene, verb: number, sense: CueSense): Report | null {
  const { tree } = scene;
  if (isBareParticiple(tree, verb)) return null;
  if (isAim(tree, verb)) return null;
  const pretended = purporting(tree, verb);
  const cue = pretended ?? cueAround(tree, verb);
  const source = sourceOf(scene, verb, cue);
  if (source && isDemanded(tree, cue, source)) return null;
  const content = source && withinQuotation(scene, verb, contentOf(scene, verb, sense, cue, source));
  if (content && scene.depth[verb] > 0 && isBareThing(scene, sense, content)) return null;
  if (!source || !content || (pretended && wordOf(tree, cue.end) !== 'that')) return null;
  return {
    head: verb,
    cue: [cue],
    source: [source],
    content,
    through: [],
    act: asksFor(tree, verb, content) ? 'order' : sense.act,
    score: SYNTAX_SCORE,
    ...(pretended ? { stance: 'distances' } : {}),
  };
}

/** "she should show them": what somebody ought to say, they have not said; "I must say" says it. */
function isDemanded(tree: Tree, cue: TokenRange, source: TokenRange): boolean {
  return /^(?:should|must|ought)$/.test(wordOf(tree, cue.first)) && !/^(?:i|we)$/.test(wordOf(tree, source.first));
}

/** A participle with neither auxiliary nor subject; one with its subject before it is a past tense misread. */
function isBareParticiple(tree: Tree, verb: number): boolean {
  if (tagOf(tree, verb) !== 'VBN' || dependant(tree, verb, 'aux') >= 0 || /^(?:VB|MD)/.test(tagOf(tree, verb - 1)))
    return false;
  return !/^(?:conj|parataxis|root)$/.test(relationOf(tree, verb)) || relationOf(tree, verb - 1) !== 'nsubj';
}

/** "refused to comment" reports no comment. */
function isDeclined(tree: Tree, verb: number): boolean {
  return wordOf(tree, verb - 1) === 'to' && /^(?:decline|refuse)$/.test(tree.language.lemma[verb - 2] ?? '');
}

/** Inside a quotation only to confirm or to deny a thing is a report: to declare an alliance is an act. */
function isBareThing({ tree }: Scene, sense: CueSense, [content]: readonly TokenRange[]): boolean {
  const judges = sense.stance === 'endorses' || sense.certainty === 'CT-';
  return !judges && wordOf(tree, content.first) !== 'to' && mainVerb(tree, content).token < 0;
}

/** What is reported inside a quotation ends with it. */
export function withinQuotation(scene: Scene, verb: number, content: TokenRange[] | null): TokenRange[] | null {
  const quotation = content && scene.depth[verb] > 0 ? scene.around(verb) : undefined;
  if (!content || !quotation) return content;
  const first = quotation.opening < 0 ? quotation.first : quotation.first + 1;
  const end = quotation.closing < 0 ? quotation.end : quotation.end - 1;
  const inside = content
    .map((range) => trimmed(scene.tree, { first: Math.max(range.first, first), end: Math.min(range.end, end) }))
    .filter((range) => range.end > range.first);
  return inside.length > 0 ? inside : null;
}

/** "told them to leave", "asked her to stay". */
export function asksFor(tree: Tree, verb: number, [content]: readonly TokenRange[]): boolean {
  return (
    /^(?:ask|tell|warn)$/.test(tree.language.lemma[verb]) &&
    wordOf(tree, content.first) === 'to' &&
    tagOf(tree, content.first) === 'TO'
  );
}

/** "is working to verify it": what one means to do, one has not said; "went on to say" one has. */
function isAim(tree: Tree, verb: number): boolean {
  if (wordOf(tree, verb - 1) !== 'to' || purporting(tree, verb)) return false;
  const over = tree.language.head[verb];
  return over < 0 || !/^(?:begin|continue|go|start|want)$/.test(tree.language.lemma[over]);
}

/** "purported to show": the pretence is part of the cue. */
function purporting(tree: Tree, verb: number): TokenRange | null {
  const isPurporting = wordOf(tree, verb - 1) === 'to' && /^purport/.test(wordOf(tree, verb - 2));
  return isPurporting ? { first: verb - 2, end: verb + 1 } : null;
}

const LONGEST_LOOSE_SOURCE = 10;

/** The subject's words; where the parse has none, the words between a quotation and the cue. */
export function sourceOf(scene: Scene, verb: number, cue: TokenRange): TokenRange | null {
  const { tree } = scene;
  // What a clause before the cue begins with can be taken for a second subject.
  const near = cue.first - 1;
  const isNearer = relationOf(tree, near) === 'nsubj' && tree.language.head[near] === verb;
  let subject = isNearer && !isRelative(tree, near) ? near : subjectOf(tree, verb);
  if (subject >= 0 && scene.depth[subject] !== scene.depth[verb]) {
    const inverted = nounsAfter(scene, cue.end);
    if (inverted) return inverted;
    subject = -1;
  }
  const sentence = sentenceAround(tree, verb);
  for (let token = cue.first - 1; token > Math.max(sentence.first, cue.first - LONGEST_LOOSE_SOURCE); token--) {
    const quotation = scene.closing.get(token);
    if (quotation?.speech && subject < token) return trimmed(tree, { first: token, end: cue.first });
    if (isVerb(tree, token) || scene.depth[token] > 0) break;
  }
  if (subject < 0) return nounsBefore(scene, cue.first);
  const range = nounPhrase(tree, subject);
  if (range.first < verb && range.end > verb) return trimmed(tree, { first: range.first, end: cue.first });
  return range;
}

function isRelative(tree: Tree, token: number): boolean {
  return /^(?:IN|W)/.test(tagOf(tree, token));
}

/** The noun phrase right behind a cue whose quotation comes first: "…," says one of the men, Orla Venn. */
function nounsAfter(scene: Scene, first: number): TokenRange | null {
  const { tree } = scene;
  const sentence = sentenceAround(tree, first - 1);
  let end = first;
  while (end < sentence.end && scene.depth[end] === 0 && /^(?:NN|DT|JJ|PRP|CD|POS|PDT)/.test(tagOf(tree, end))) {
    end++;
    if (wordOf(tree, end) === 'of' || (wordOf(tree, end) === ',' && tagOf(tree, end + 1) === 'NNP')) end++;
  }
  return end > first ? trimmed(tree, { first, end }) : null;
}

/** The noun phrase right before a cue whose subject the parse missed. */
function nounsBefore(scene: Scene, end: number): TokenRange | null {
  const { tree } = scene;
  const sentence = sentenceAround(tree, end);
  const stop = wordOf(tree, end - 1) === ',' ? end - 1 : end;
  if (stop <= sentence.first || !/^(?:NN|PRP$)/.test(tagOf(tree, stop - 1))) return null;
  let first = stop;
  while (
    first > sentence.first &&
    scene.depth[first - 1] === scene.depth[end] &&
    /^(?:NN|DT|JJ|PRP|CD|POS|PDT)/.test(tagOf(tree, first - 1))
  ) {
    first--;
    const link = wordOf(tree, first - 1);
    if (/^(?:of|and)$/.test(link) && /^NN/.test(tagOf(tree, first - 2))) first--;
  }
  return /^(?:IN|TO)$/.test(tagOf(tree, first - 1)) && first > sentence.first ? null : { first, end: stop };
}

function passive(scene: Scene, verb: number, sense: CueSense): Report | null {
  const { tree } = scene;
  const agent = agentOf(tree, verb);
  if (agent < 0 || !(sense.takes.has('o') || sense.takes.has('r'))) return null;
  const by = nounPhrase(tree, agent);
  const source = wordOf(tree, by.first) === 'by' ? { first: by.first + 1, end: by.end } : by;
  const subject = dependant(tree, verb, 'nsubj:pass');
  const noun = subject >= 0 ? subject : relationOf(tree, verb) === 'acl' ? tree.language.head[verb] : -1;
  if (noun < 0) return null;
  const cue = cueAround(tree, verb);
  const own = nounPhrase(tree, noun);
  const content = trimmed(tree, { first: own.first, end: Math.min(own.end, cue.first) });
  if (content.end <= content.first) return null;
  return {
    head: verb,
    cue: [cue],
    source: [source],
    content: [content],
    through: [],
    act: sense.act,
    score: SYNTAX_SCORE,
  };
}

/** "He threatened them, saying X": the verb of saying carries the content. */
function announcesSaying(tree: Tree, verb: number): boolean {
  if (/^(?:add|say|tell)$/.test(tree.language.lemma[verb])) return false;
  const { end } = sentenceAround(tree, verb);
  for (let token = verb + 1; token < Math.min(verb + 5, end); token++) {
    if (/^(?:saying|telling|writing)$/.test(wordOf(tree, token))) return !isDocumentWord(tree, token - 1);
  }
  return false;
}

/** "You know" is how one speaks to a hearer: what he knows, nobody tells. */
function isHearers({ tree, depth }: Scene, { head, source: [source] }: Report): boolean {
  return depth[head] > 0 && source.end - source.first === 1 && wordOf(tree, source.first) === 'you';
}

/** "We promise you that", "I tell you" inside a quotation is how one speaks, and no report of its own. */
function isPledgeToHearer(scene: Scene, report: Report): boolean {
  const { tree, depth } = scene;
  const source = report.source[0];
  if (depth[report.head] === 0 || !source || !/^(?:i|we)$/.test(wordOf(tree, source.first))) return false;
  return (
    report.act === 'intention' ||
    /^(?:you|it)$/.test(wordOf(tree, report.cue[0].end)) ||
    /^(?:say|tell|add)$/.test(tree.language.lemma[report.head])
  );
}

const LONGEST_QUOTED = 14;

/** What the quoted one is said to do, in words of saying. */
const SAYING = /^(?:claiming|reading|saying|stating|telling|writing)$/;

/** "US media quoted Mr Vell as saying X", "the daily cited the ministry saying X": the one quoted through the one who quotes. */
function quotedAsSaying(scene: Scene, verb: number): Report | null {
  const { tree } = scene;
  if (!/^(?:quote|cite)$/.test(tree.language.lemma[verb])) return null;
  const sentence = sentenceAround(tree, verb);
  let saying = verb + 1;
  while (saying < Math.min(sentence.end, verb + LONGEST_QUOTED) && !SAYING.test(wordOf(tree, saying))) saying++;
  if (!SAYING.test(wordOf(tree, saying))) return null;
  const sense = cueVerb('say')!;
  const own = cueAround(tree, verb);
  const as = { first: wordOf(tree, saying - 1) === 'as' ? saying - 1 : saying, end: saying + 1 };
  const between = trimmed(tree, { first: verb + 1, end: as.first });
  const subject = sourceOf(scene, verb, own);
  const isQuotedBy = isPassive(tree, verb) && /^(?:by|in|on)$/.test(wordOf(tree, between.first));
  const isOwnPassive = between.end <= between.first || isQuotedBy;
  const source = isOwnPassive ? subject : between;
  if (!source) return null;
  const content = contentAfter(scene, saying, sense, as) ?? contentOf(scene, verb, sense, own, subject ?? own);
  if (!content) return null;
  const by = isOwnPassive ? agentOf(tree, saying) : -1;
  const agent = content.some(({ first, end }) => by >= first && by < end) ? -1 : by;
  const passiveQuoting = isQuotedBy
    ? { first: between.first + 1, end: between.end }
    : agent >= 0
      ? nounPhrase(tree, agent)
      : null;
  const quoting = isOwnPassive ? passiveQuoting : subject;
  const cue = isOwnPassive && !isQuotedBy ? [{ first: own.first, end: as.end }] : [own, as];
  return {
    head: verb,
    cue,
    source: [source],
    content,
    through: quoting ? [quoting] : [],
    act: 'statement',
    score: SYNTAX_SCORE,
  };
}

import type { TokenRange } from './attribution.ts';
import { mainVerb } from './content-certainty.ts';
import { cutOff, newClause } from './contents.ts';
import { cueVerb } from './cue-verbs.ts';
import { HEDGE_ADVERBS } from './hedge-adverbs.ts';
import type { Learned } from './learned.ts';
import { PASSIVES } from './narration.ts';
import {
  agentOf,
  hasNegation,
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
import { type Report, type Scene, withinQuotation } from './reports.ts';
import { relationOf, type Tree } from './tree.ts';
import { HEADINGS } from './turns.ts';

/**
 * What the rules find and the engine does not is left out where the engine holds the cue to be less probable than this:
 * verbs that only look like cues, adverbs that hedge nothing. Chosen on the desk articles for tuning and on PolNeAR: more
 * would lose hedges and reports that the guide wants, less would cost precision on PolNeAR.
 */
const LEAST_PROBABLE_VERB = 0.2;
const LEAST_PROBABLE_HEDGE = 0.02;

/**
 * Joins what the trained engine found with what the syntax and the hedge lexicon show. Where both read the same cue the
 * engine's extents stand, and the rule says what they are worth. Inside contents, of which the engine learned nothing,
 * the rules need no support from it.
 */
export function mergeReports(scene: Scene, learned: Learned, bySyntax: readonly Report[]): Report[] {
  const otherAt = new Map(bySyntax.toReversed().map((report) => [report.head, report]));
  const inContent = contentTokens(scene, learned.reports);
  const merged = learned.reports.flatMap((report) => {
    if (report.content.length === 0 || isCaption(scene, report)) return [];
    const fronted = frontedPassive(scene, report);
    if (fronted) return [fronted];
    const other = otherAt.get(report.head);
    const completed = withAntecedent(
      scene,
      withNearSubject(scene, { ...report, content: completeContent(scene, report) }),
    );
    if (other?.kind === 'narration' || other?.kind === 'omission') return [judgedByRule(scene, completed, other)];
    if (other && isAstray(scene, completed)) return [other];
    if (other && !isVerb(scene.tree, other.head)) return [asNoun(completed, other)];
    if (other && leansOnNeighbour(scene, completed)) completed.source = other.source;
    if (other && isSetting(scene, completed) && states(scene, other)) return [{ ...completed, content: other.content }];
    if (states(scene, completed)) return [reportsWords(scene, completed) ? completed : asAttitude(completed)];
    if (takesObject(scene, report)) return [completed];
    return isRelease(scene, report) ? [] : [asAttitude(completed)];
  });
  const supported = bySyntax.filter((report) => {
    const probability = learned.cueProbability[report.head];
    if (inContent[report.head] === 1) return true;
    if (report.kind === 'narration') return probability >= LEAST_PROBABLE_HEDGE || isPlainHedge(scene, report);
    return report.kind === 'omission' || !isVerb(scene.tree, report.head) || probability >= LEAST_PROBABLE_VERB;
  });
  const judged = merged.map((report) => ({
    ...asNarration(scene, report),
    probability: report.score,
    score: confidenceOf(report),
  }));
  return [...judged, ...supported];
}

/** What nobody is named for is the reporter's own: "is expected to", "has been accused of". */
function asNarration({ tree }: Scene, report: Report): Report {
  if (report.kind || report.source.length > 0 || report.head < 0) return report;
  const word = wordOf(tree, report.head);
  const adverb = Object.hasOwn(HEDGE_ADVERBS, word) ? HEDGE_ADVERBS[word] : undefined;
  const isHedge = adverb !== undefined || (isVerb(tree, report.head) && isPassive(tree, report.head));
  if (!isHedge) return report;
  const isUnknown = lemmaOf(tree, report.head) === 'know' && hasNegation(tree, report.head);
  const certainty = isUnknown ? 'Uu' : (adverb ?? PASSIVES[lemmaOf(tree, report.head)] ?? 'PR+');
  return { ...report, kind: 'narration', certainty };
}

/** What of the confidence in the engine's finds does not hang on its score. */
const FLOOR = 0.7;
const CEILING = 0.99;

/**
 * The engine's score is the probability that each word of a relation is as an annotator would have it; that the relation
 * is there at all is likelier (fitted on the desk articles for tuning). A bare act has nothing beside the score.
 */
function confidenceOf({ act, score }: Report): number {
  return act === 'attitude' ? score : FLOOR + (CEILING - FLOOR) * score;
}

/** Whether another was taken for the source than who stands behind "according to". */
function isAstray({ tree }: Scene, { head, cue, source }: Report): boolean {
  return wordOf(tree, head) === 'according' && source.length > 0 && source[0].first !== cue.at(-1)!.end;
}

/** Who makes a claim, and what the claim is worth, is in the lexicon of nouns. */
function asNoun(report: Report, rule: Report): Report {
  return {
    ...rule,
    cue: report.cue,
    content: report.content,
    source: report.source.length > 0 ? report.source : rule.source,
  };
}

/** A bare word before a colon that names nobody heads a caption: "Untimely: the singer has died". */
function isCaption({ tree }: Scene, { head, source }: Report): boolean {
  if (head < 0 || wordOf(tree, head) !== ':' || source.length !== 1) return false;
  const [{ first, end }] = source;
  if (end - first > 1) return false;
  return HEADINGS.has(wordOf(tree, first)) || (tree.language.name[first] === 0 && !isDocumentWord(tree, first));
}

/**
 * "Asked whether it leaked, she said": who is asked, told or accused says nothing by it; "when asked by the Herald why he
 * left, he said": the Herald asks. Null for any other report, one without a source where nobody is named who does it.
 */
function frontedPassive({ tree }: Scene, report: Report): Report | null {
  const { head, source } = report;
  if (head < 0 || !/^(?:accused|asked|pressed|questioned|told|urged|warned)$/.test(wordOf(tree, head))) return null;
  const { first } = sentenceAround(tree, head);
  const isFirst = head === first || (head === first + 1 && wordOf(tree, first) === 'when');
  if (!isFirst || source.length === 0 || source[0].first < head || wordOf(tree, source[0].first - 1) === 'by')
    return null;
  const agent = wordOf(tree, head + 1) === 'by' ? agentOf(tree, head) : -1;
  return { ...report, source: agent >= 0 ? [nounPhrase(tree, agent)] : [] };
}

/**
 * The subject right before the verb, where the engine took another for the source: "told customers that" is told by
 * somebody else, in "posts say that, after they asked, Vell told them" it is Vell who told, and in "he was named, with a
 * friend telling the paper" the friend.
 */
function withNearSubject({ tree }: Scene, report: Report): Report {
  const { head, cue, source } = report;
  if (head < 0 || source.length !== 1 || cue.length !== 1 || !isVerb(tree, head)) return report;
  const [{ first, end }] = source;
  const isAddressee = first === cue[0].end && /^(?:inform|remind|tell)$/.test(tree.language.lemma[head]);
  const subject = isAddressee ? subjectOf(tree, head) : cue[0].first - 1;
  if (subject < 0 || (subject >= first && subject < end) || !/^(?:NN|PRP$)/.test(tagOf(tree, subject))) return report;
  const near = nounPhrase(tree, subject);
  if (near.end > cue[0].first) return report;
  return isAddressee || isSubjectOf(tree, near, subject, head) ? { ...report, source: [near] } : report;
}

function isSubjectOf(tree: Tree, { first }: TokenRange, noun: number, verb: number): boolean {
  if (tagOf(tree, verb) !== 'VBG') return relationOf(tree, noun) === 'nsubj' && tree.language.head[noun] === verb;
  return wordOf(tree, first - 1) === 'with' || /^(?:hear|see|watch)$/.test(tree.language.lemma[first - 1] ?? '');
}

/** Whether a participle was given the noun right before it as its source, where the subject of the clause may be meant. */
function leansOnNeighbour({ tree }: Scene, { head, cue, source }: Report): boolean {
  if (tagOf(tree, head) !== 'VBG' || source.length === 0) return false;
  const gap = cue[0].first - source[0].end;
  return gap >= 0 && gap <= 1;
}

/** Doubt and hearsay are hedges wherever they stand; "probably" and "appears to" may be opinion or sight. */
function isPlainHedge({ tree }: Scene, { head, certainty }: Report): boolean {
  const word = wordOf(tree, head);
  const isLikely = word === 'likely' && /^(?:will|would)$/.test(wordOf(tree, head - 1)) && isVerb(tree, head + 1);
  return !certainty?.startsWith('PR') || /^(?:probably|reportedly)$/.test(word) || isLikely;
}

/**
 * The rule's judgement in the engine's extents, unless the engine took who is said to be something or part of the rule's cue
 * for the source, or another part of the sentence for the content.
 */
function judgedByRule({ tree }: Scene, report: Report, rule: Report): Report {
  const isSaidOf = report.source.length > 0 && lemmaOf(tree, rule.head) === 'say';
  const isMisread = isSaidOf || overlap(rule.cue, report.source) || !overlap(rule.content, report.content);
  if (isMisread) return rule;
  return { ...rule, cue: report.cue, content: report.content };
}

function overlap(some: readonly TokenRange[], others: readonly TokenRange[]): boolean {
  return some.some(({ first, end }) => others.some((other) => other.first < end && first < other.end));
}

/** A bare act: the desk passes over it where it finds no use for it. */
function asAttitude(report: Report): Report {
  return { ...report, act: 'attitude' };
}

/** "Released an audio message": who brings out a document has not yet said a thing; the statement itself is found elsewhere. */
function isRelease({ tree }: Scene, { head, content: [range] }: Report): boolean {
  return /^(?:issue|post|publish|release)$/.test(tree.language.lemma[head]) && isDocumentWord(tree, range.end - 1);
}

/** Whether a cue can carry its content: "posted" only words in quotation marks. */
function reportsWords({ tree, depth }: Scene, { head, content }: Report): boolean {
  const takes = isVerb(tree, head) ? cueVerb(lemmaOf(tree, head))?.takes : undefined;
  if (!takes || takes.size > 1 || !takes.has('q')) return true;
  return content.some(({ first, end }) => depth[first] > 0 || depth[end - 1] > 0);
}

function contentTokens(scene: Scene, reports: readonly Report[]): Uint8Array {
  const inside = new Uint8Array(scene.tree.language.tokens.count);
  for (const { content } of reports) for (const { first, end } of content) inside.fill(1, first, end);
  return inside;
}

/** Whether a content is a proposition or the words themselves, and not a bare thing ("briefed the council"). */
function states({ tree, depth }: Scene, { content }: Report): boolean {
  const [range] = content;
  if (!range || (range.end - range.first < 2 && content.length < 2)) return false;
  if (depth[range.first] > 0 || depth[range.end - 1] > 0) return true;
  return wordOf(tree, range.first) === 'to' || mainVerb(tree, range).token >= 0;
}

/** Whether the cue reports by its object alone: "denied the claims", "according to", nouns. */
function takesObject({ tree }: Scene, { head }: Report): boolean {
  if (!isVerb(tree, head)) return true;
  const takes = cueVerb(lemmaOf(tree, head))?.takes;
  return takes !== undefined && [...takes].some((what) => !/^[cgqtw]$/.test(what));
}

function completeContent(scene: Scene, report: Report): TokenRange[] {
  const whole = report.content.map((range) => complete(scene, withSubject(scene, report, range)));
  return report.head < 0 ? whole : (withinQuotation(scene, report.head, whole) ?? whole);
}

/** Who "who" is, and what said it in "denied a report saying X": the words for the chain where the source has others. */
function withAntecedent({ tree }: Scene, report: Report): Report {
  const { head } = report;
  const [source] = report.source;
  const isRelative =
    source && source.end - source.first === 1 && /^(?:who|which|that)$/.test(wordOf(tree, source.first));
  const isDocuments = tagOf(tree, head) === 'VBG' && isDocumentWord(tree, head - 1);
  if (!isRelative && !isDocuments) return report;
  const speaker = subjectOf(tree, head);
  return speaker >= 0 && speaker !== source?.first ? { ...report, named: nounPhrase(tree, speaker) } : report;
}

/** Whether a content is but where and when its source spoke: "In a statement on Monday, the mayor said X". */
function isSetting({ tree }: Scene, { head, content: [range] }: Report): boolean {
  return range.end <= head && tagOf(tree, range.first) === 'IN' && mainVerb(tree, range).token < 0;
}

/** A content before its cue that begins with its verb has lost its subject: it begins with its sentence. */
function withSubject({ tree }: Scene, { head }: Report, range: TokenRange): TokenRange {
  if (range.first > head || !/^(?:VBD|VBZ|VBP|MD)$/.test(tagOf(tree, range.first))) return range;
  const sentence = sentenceAround(tree, range.first);
  return sentence.end > range.end ? { first: sentence.first, end: range.end } : range;
}

/** Ends a content with what its last noun says: "a report saying X", "developments, including Y". */
function complete(scene: Scene, range: TokenRange): TokenRange {
  const { tree } = scene;
  const sentence = sentenceAround(tree, range.first);
  const end = range.end <= sentence.end ? cutOff(scene, range.first, range.end) : range.end;
  if (end >= sentence.end || end < range.end) return { first: range.first, end };
  const says =
    isDocumentWord(tree, end - 1) && /^(?:saying|claiming|alleging|stating|suggesting|that)$/.test(wordOf(tree, end));
  if (says) return trimmed(tree, { first: range.first, end: sentence.end });
  if (wordOf(tree, end) !== ',' || wordOf(tree, end + 1) !== 'including') return range;
  return trimmed(tree, { first: range.first, end: Math.max(end, endOfList(tree, end + 1)) });
}

function endOfList(tree: Tree, including: number): number {
  const over = tree.language.head[including];
  if (over < including) return including;
  return newClause(tree, including, tree.end[over]);
}

import type { TokenRange } from './attribution.ts';
import { finiteVerb } from './contents.ts';
import { cueAround, hasNegation, isVerb, sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import { dependant, type Tree } from './tree.ts';

/** That a turn of events shows a thing to be false is said more surely than that it is false. */
const TURNED_SCORE = 0.8;
const FALSE_SCORE = 0.6;

/** "turned out to be false", "proved a hoax", "was false": the reporter's own refutation of what stands before it. */
export function refuted(tree: Tree, token: number): Report | null {
  const refutation = refutationAt(tree, token);
  const content = refutation && refutedThing(tree, refutation);
  if (!refutation || !content || content.end <= content.first) return null;
  return {
    head: token,
    cue: [{ first: refutation.first, end: token + 1 }],
    source: [],
    content: [content],
    through: [],
    act: 'statement',
    kind: 'narration',
    certainty: 'CT-',
    score: refutation.turned ? TURNED_SCORE : FALSE_SCORE,
  };
}

/** Ends what a noun reports before the verb that refutes it: "the rumour that the dam had burst | turned out to be false". */
export function withoutRefutation({ tree, depth }: Scene, report: Report): Report {
  const { head, content } = report;
  const range = content[content.length - 1];
  if (head < 0 || range.first < head) return report;
  for (let token = range.first + 1; token < range.end; token++) {
    if (depth[token] > 0 || !FALSE_WORD.test(wordOf(tree, token))) continue;
    const refutation = refutationAt(tree, token);
    if (!refutation || refutation.first <= range.first) continue;
    const end = /^NN/.test(tagOf(tree, head))
      ? refutation.first
      : antecedentClause(tree, range.first, refutation.first);
    const kept = trimmed(tree, { first: range.first, end });
    const states = wordOf(tree, kept.first) !== 'that' || finiteVerb(tree, kept.first, kept.end) >= 0;
    if (end < range.end && kept.end > kept.first && states)
      return { ...report, content: [...content.slice(0, -1), kept] };
  }
  return report;
}

const FALSE_WORD = /^(?:false|untrue|fake|hoax|hoaxes|bogus|unfounded|baseless|fabricated|wrong|inaccurate|incorrect)$/;

interface Refutation {
  /** First token of the cue. */
  first: number;
  /** "turned out to be" and "proved", beside the bare "was". */
  turned: boolean;
}

/** The verb by which a word like "false" is said of a subject, wherever the parser bound it. */
function refutationAt(tree: Tree, token: number): Refutation | null {
  if (!FALSE_WORD.test(wordOf(tree, token))) return null;
  let verb = token - 1;
  while (/^(?:a|an|to|out|completely|entirely|totally|utterly)$/.test(wordOf(tree, verb)) || isInfinitive(tree, verb))
    verb--;
  if (!isVerb(tree, verb) || hasNegation(tree, verb) || hasNegation(tree, token)) return null;
  const lemma = tree.language.lemma[verb];
  const turned = lemma === 'prove' || (lemma === 'turn' && wordOf(tree, verb + 1) === 'out');
  if (!turned && (lemma !== 'be' || /^(?:be|been|being)$/.test(wordOf(tree, verb)))) return null;
  return { first: turned ? cueAround(tree, verb).first : verb, turned };
}

function isInfinitive(tree: Tree, token: number): boolean {
  return wordOf(tree, token) === 'be' && wordOf(tree, token - 1) === 'to';
}

/** What a refutation is said of: the subject before it, from the noun of the report on; what "these" stand for. */
function refutedThing(tree: Tree, { first, turned }: Refutation): TokenRange | null {
  const sentence = around(tree, first);
  const before = wordOf(tree, first - 1);
  if (/^(?:it|they|these|this|those|which)$/.test(before)) {
    return clauseWithThat(tree, sentence.first, first - 1) ?? { first: first - 1, end: first };
  }
  for (let noun = first - 1; noun > sentence.first - 1; noun--) {
    if (!REPORT_NOUN.test(wordOf(tree, noun)) || !/^(?:about|by|from|of|that)$/.test(wordOf(tree, noun + 1))) continue;
    let start = noun;
    while (start > sentence.first && /^(?:DT|JJ|VBG|PRP\$|CD)/.test(tagOf(tree, start - 1))) start--;
    return trimmed(tree, { first: start, end: first });
  }
  for (let head = first; head < sentence.end; head++) {
    const subject = dependant(tree, head, 'nsubj', 'nsubj:pass');
    if (subject < 0 || subject >= first || tree.end[subject] < first - 1) continue;
    return turned || tree.end[subject] <= first ? trimmed(tree, { first: tree.first[subject], end: first }) : null;
  }
  return null;
}

/** Tokens on each side of a refutation that are looked at: longer sentences only occur in texts made to be slow. */
const REACH = 60;

function around(tree: Tree, token: number): TokenRange {
  const { first, end } = sentenceAround(tree, token);
  return { first: Math.max(first, token - REACH), end: Math.min(end, token + REACH) };
}

const REPORT_NOUN =
  /^(?:accusations?|allegations?|announcements?|claims?|news|reports?|rumou?rs?|speculation|stor(?:y|ies)|suggestions?)$/;

/** Where the clause that "these" take up ends: before the "but" that leads to its refutation. */
function antecedentClause(tree: Tree, from: number, refutation: number): number {
  if (!/^(?:it|they|these|this|those|which)$/.test(wordOf(tree, refutation - 1))) return Number.MAX_SAFE_INTEGER;
  const link = refutation - 2;
  return link > from && /^(?:although|and|but|though|,)$/.test(wordOf(tree, link)) ? link : Number.MAX_SAFE_INTEGER;
}

/** The last "that" clause before a token of the same sentence. */
function clauseWithThat(tree: Tree, first: number, end: number): TokenRange | null {
  for (let token = end - 1; token > first; token--) {
    if (wordOf(tree, token) !== 'that' || finiteVerb(tree, token, end) < 0) continue;
    let last = end;
    while (last > token && /^(?:although|and|but|though|,)$/.test(wordOf(tree, last - 1))) last--;
    return { first: token, end: last };
  }
  return null;
}

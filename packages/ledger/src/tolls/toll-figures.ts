import { buildTree, relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import { TAGS } from '@hearsay/reader/language/tags';
import type { Span } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { numeralValue, rangeOf } from '../claims/numbers.ts';

/** What can be counted in a toll, and the lemmas that say so. */
const COUNTED: Readonly<Record<TollLabel, ReadonlySet<string>>> = {
  killed: new Set(
    'body casualty corpse dead death decease die drown execute fatality kill lose murder perish slaughter slay toll victim'.split(
      ' ',
    ),
  ),
  injured: new Set('hurt injure injury wound wounded'.split(' ')),
  missing: new Set('disappear missing unaccounted vanish'.split(' ')),
  detained: new Set('abduct arrest capture detain hostage imprison kidnap'.split(' ')),
  displaced: new Set('displace displaced evacuate flee homeless refugee'.split(' ')),
};

export const TOLL_LABELS = ['killed', 'injured', 'missing', 'detained', 'displaced'] as const;
export type TollLabel = (typeof TOLL_LABELS)[number];

/** Nouns that are no people, though a numeral counts them beside a verb of harm. */
const NOT_PEOPLE = new Set(
  'car cent century day dollar euro hour house kilometer kilometre lb metre meter mile minute month p.m. percent pound second shot time ton tonne vehicle week year'.split(
    ' ',
  ),
);

/** A figure of people: how many, counted as what, and where it stands. */
export interface TollFigure {
  label: TollLabel;
  low: number;
  /** Null where only a lower end is given. */
  high: number | null;
  /** The figure with what is counted. */
  span: Span;
  /** The innermost assertion around it, by its place in the reading; -1 where the reporter says it. */
  ordinal: number;
}

/** Figures of people killed, injured, missing, detained or displaced, in the order of the text. Pure. */
export function tollFigures({ reading, language }: AnalysedArticle): TollFigure[] {
  const tree = buildTree(language);
  const { tokens, sentences } = language;
  const figures: TollFigure[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (TAGS[language.tag[token]] !== 'CD') continue;
    const value = numeralValue(tree.word[token]);
    if (value === undefined || !Number.isInteger(value) || value < 1 || isYear(value, tree, token)) continue;
    if (isNoToll(reading.times, tree, token)) continue;
    const label = labelOf(tree, token);
    if (label === undefined) continue;
    const start = tokens.start[token];
    const before = tokens.text.slice(tokens.start[sentences.first[sentences.of[token]]], start).trimEnd().toLowerCase();
    const { low, high } = rangeOf(value, before.slice(-24));
    if (low === null) continue;
    const counted = countedNoun(tree, token);
    const end = tokens.end[Math.max(token, Math.min(counted, token + 4))];
    figures.push({
      label,
      low: Math.round(low),
      high: high === null ? null : Math.round(high),
      span: { start, end },
      ordinal: innermost(reading.assertions, start, end),
    });
  }
  return figures;
}

/** "2031" before no noun is a year. */
function isYear(value: number, tree: Tree, token: number): boolean {
  return value >= 1900 && value <= 2100 && countedNoun(tree, token) === token;
}

const AGE_WORDS = new Set(['age', 'aged', 'at', 'no.', 'number']);

/** A date, an age, a difference. */
function isNoToll(times: readonly Span[], { language: { tokens }, word }: Tree, token: number): boolean {
  if (token > 0 && AGE_WORDS.has(word[token - 1])) return true;
  // "Seven more than the ministry said" is a difference.
  if (word[token + 1] === 'more' && word[token + 2] === 'than') return true;
  return times.some(({ start, end }) => start <= tokens.start[token] && tokens.end[token] <= end);
}

/** The noun that a numeral counts, or the numeral itself where it stands for people ("23 were killed"). */
function countedNoun(tree: Tree, token: number): number {
  const over = tree.language.head[token];
  return over >= 0 && relationOf(tree, token) === 'nummod' ? over : token;
}

function labelOf(tree: Tree, token: number): TollLabel | undefined {
  const { language } = tree;
  const noun = countedNoun(tree, token);
  if (NOT_PEOPLE.has(language.lemma[noun])) return undefined;
  const next = token + 1 < language.tokens.count ? sense(language.lemma[token + 1]) : undefined;
  // "31 wounded" is often parsed as a clause.
  if (noun === token && next !== undefined) return next;
  const own = noun === token ? undefined : sense(language.lemma[noun]);
  if (own !== undefined) return own;
  for (let child = tree.child[noun]; child >= 0; child = tree.sibling[child]) {
    const relation = relationOf(tree, child);
    const said = relation === 'acl' || relation === 'amod' ? sense(language.lemma[child]) : undefined;
    if (said !== undefined) return said;
  }
  return predicateLabel(tree, noun);
}

/** What the verb or adjective over the noun says of it: "were killed", "killed 21", "left 31 wounded", "a toll of 23". */
function predicateLabel(tree: Tree, noun: number): TollLabel | undefined {
  const { head, lemma } = tree.language;
  let token = noun;
  for (let step = 0; step < 2; step++) {
    const relation = relationOf(tree, token);
    const over = head[token];
    if (over < 0) return undefined;
    if (relation === 'conj' || relation === 'appos' || relation === 'compound') {
      token = over;
      continue;
    }
    if (relation === 'nsubj' && ['kill', 'murder', 'slay', 'wound', 'injure', 'arrest', 'detain'].includes(lemma[over]))
      return undefined;
    const isPatient = [
      'nsubj:pass',
      'nsubj',
      'obj',
      'nmod',
      'obl',
      'xcomp',
      'dep',
      'obl:unmarked',
      'nmod:unmarked',
    ].includes(relation);
    if (!isPatient) return undefined;
    const said = sense(lemma[over]);
    if (said !== undefined) return relation === 'obl' && said !== 'killed' ? undefined : said;
    for (let child = tree.child[over]; child >= 0; child = tree.sibling[child]) {
      const beside = relationOf(tree, child);
      const isResult = child !== token && (beside === 'xcomp' || beside === 'nsubj' || beside === 'nsubj:pass');
      if (isResult && (beside === 'xcomp' || isToll(lemma[child]))) {
        const label = sense(lemma[child]);
        if (label !== undefined) return label;
      }
    }
    return undefined;
  }
  return undefined;
}

function isToll(lemma: string): boolean {
  return lemma === 'toll' || lemma === 'number';
}

function sense(lemma: string): TollLabel | undefined {
  return TOLL_LABELS.find((label) => COUNTED[label].has(lemma));
}

function innermost(assertions: readonly { content: readonly Span[] }[], start: number, end: number): number {
  let found = -1;
  let length = Number.POSITIVE_INFINITY;
  for (const [ordinal, { content }] of assertions.entries()) {
    for (const span of content) {
      if (span.start > start || span.end < end || span.end - span.start >= length) continue;
      found = ordinal;
      length = span.end - span.start;
    }
  }
  return found;
}

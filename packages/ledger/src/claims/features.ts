import { tagOf } from '@hearsay/reader/attribution/phrases';
import { buildTree, type Tree } from '@hearsay/reader/attribution/tree';
import type { Assertion, Reading, Span } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { goesWith } from './antecedents.ts';
import { withoutAsides } from './asides.ts';
import { isBareNoun } from './bare-nouns.ts';
import { claimWords, topicWords } from './claim-words.ts';
import { isEarlierOccasion } from './earlier-occasion.ts';
import { findEvents } from './events.ts';
import { type Fingerprint, fingerprintOf, wordHash } from './fingerprint.ts';
import { keysOfActors, nameKeys } from './names.ts';
import { numeralValue, rangeOf } from './numbers.ts';
import { callsFalse, isNegated, opposite, polarityOf, polarityOver, refutedClause } from './polarity.ts';
import type { Polarity, Proposition } from './proposition.ts';
import { quotedParts } from './quotations.ts';
import { type Referents, referents } from './referents.ts';
import { senseOf } from './senses.ts';
import { standings } from './standing.ts';
import { isUnrealised } from './unrealised.ts';
import { speakerOf, type Wording, wordingOf } from './wording.ts';

export interface ClaimFeatures {
  /** Hashes of the words that the article is about, the most telling first. */
  topic: number[];
  /** One for each of the reading's assertions, in their order. */
  assertions: AssertionFeatures[];
}

export interface AssertionFeatures {
  fingerprint: Fingerprint;
  /**
   * The assertion of the same article that it goes with: what a reported report says, or what "it" stands for. `main`
   * where it goes with what the article mostly tells: "the reports", "that it is a hoax".
   */
  goesWith?: number | 'main';
  wording: Wording;
}

/** Everything that the parts of a proposition are read from. */
export interface Scene {
  reading: Reading;
  tree: Tree;
  /** For each token the key of its name, pronoun or role ("the leader"), '' for none. */
  names: readonly string[];
  /** The key of each actor's name, by id. */
  actorKeys: ReadonlyMap<string, string>;
  referents: Referents;
  /** In how many sentences of the article each word stands: words that stand everywhere tell little. */
  spread: ReadonlyMap<string, number>;
}

/** What a content says that says nothing: no other is found by it. */
const NOTHING: Pick<Proposition, 'words' | 'weights' | 'events'> = { words: [], weights: [], events: [] };

/** The propositions of an article's assertions. Pure. */
export function claimFeatures(article: AnalysedArticle): ClaimFeatures {
  const { reading, language } = article;
  const tree = buildTree(language);
  const tokenAt = (offset: number) => firstTokenFrom(language.tokens.start, offset);
  const actorKeys = keysOfActors(article, tokenAt);
  const names = nameKeys(article, actorKeys, tokenAt);
  const scene: Scene = {
    reading,
    tree,
    names,
    actorKeys,
    referents: referents(reading, tree, names, actorKeys, tokenAt),
    spread: spreadOf(tree, names),
  };
  const contents = reading.assertions.map(({ content }) => contentTokens(content, language.tokens, tokenAt));
  const propositions = reading.assertions.map((assertion, ordinal) =>
    propositionOf(scene, assertion, withoutAsides(scene, ordinal, contents)),
  );
  const topic = topicWords(scene).map(wordHash);
  const standing = standings(scene, propositions);
  const targets = propositions.map((_, ordinal) => goesWith(scene, ordinal, contents, propositions));
  const polarities = nestedPolarities(scene, contents, targets, propositions);
  return {
    topic,
    assertions: propositions.map((own, ordinal) => {
      const other = targets[ordinal];
      const proposition = {
        ...own,
        ...(isBareNoun(tree, contents[ordinal], own, names) ? NOTHING : {}),
        polarity: polarities[ordinal],
      };
      return {
        fingerprint: fingerprintOf(proposition, standing[ordinal]),
        ...(other === undefined ? {} : { goesWith: other }),
        wording: wordingOf(scene, reading.assertions[ordinal], contents[ordinal], proposition),
      };
    }),
  };
}

/**
 * How each assertion stands to its claim, where it reports another's report: as that one does, if it vouches for it, and against
 * it where it calls it false. Reports that are only told of to be denied are no evidence for it: "reports that he died are false".
 */
function nestedPolarities(
  { reading: { assertions, actors }, tree }: Scene,
  contents: readonly (readonly number[])[],
  targets: readonly (number | 'main' | undefined)[],
  propositions: readonly Proposition[],
): Polarity[] {
  const isHearsay = (ordinal: number): boolean => {
    const { cue, source, speaker } = assertions[ordinal];
    const isNobodys = source.length > 0 && source[0].start === cue[0]?.start && source[0].end === cue[0].end;
    return isNobodys || actors.some(({ id, type }) => id === speaker && type === 'document');
  };
  const refuted = new Set<number>();
  const known: (Polarity | undefined)[] = [];
  const polarityAt = (ordinal: number): Polarity => {
    const target = targets[ordinal];
    const isReport = typeof target === 'number' && assertions[target].within === assertions[ordinal].id;
    if (known[ordinal] !== undefined) return known[ordinal];
    if (!isReport) known[ordinal] = propositions[ordinal].polarity;
    else {
      const inner = polarityAt(target);
      const over = polarityOver(assertions[ordinal], inner);
      const isFalse = callsFalse(tree, contents[ordinal], contents[target]);
      known[ordinal] = isFalse && over === inner ? opposite(inner) : over;
      if (known[ordinal] === 'against' && inner === 'for' && isHearsay(target)) refuted.add(target);
    }
    return known[ordinal];
  };
  const polarities = assertions.map((_, ordinal) => polarityAt(ordinal));
  // "Rumours of a crack turned out to be false": in the reporter's words nothing holds the one in the other.
  const told = assertions
    .flatMap(({ cue: [cue] }, ordinal) =>
      cue !== undefined && polarities[ordinal] === 'for' ? [{ ordinal, cue }] : [],
    )
    .filter(({ ordinal }) => isHearsay(ordinal))
    .sort((a, b) => a.cue.start - b.cue.start);
  let from = 0;
  for (const [ordinal, { content, certainty }] of assertions.entries()) {
    // Assertions stand in the order in which their contents begin.
    while (from < told.length && told[from].cue.start < content[0].start) from++;
    if (!certainty.endsWith('-') || polarities[ordinal] !== 'against') continue;
    for (let at = from; at < told.length && told[at].cue.end <= content[0].end; at++) refuted.add(told[at].ordinal);
  }
  return polarities.map((polarity, ordinal) => (refuted.has(ordinal) ? 'observing' : polarity));
}

/** What an assertion says. Pure. */
function propositionOf(scene: Scene, assertion: Assertion, content: readonly number[]): Proposition {
  const refuted = refutedClause(scene.tree, content);
  const said = refuted ?? content;
  const keys = argumentKeys(scene, assertion, said);
  const events = findEvents(scene.tree, said, keys);
  const isReversed = events.some(({ isReversed, isMain }) => isReversed && isMain);
  const negated = (refuted !== undefined) !== (isNegated(scene.tree, said) !== isReversed);
  return {
    ...claimWords(scene, said, keys),
    events,
    numbers: numbersIn(scene.tree, said, keys),
    quotations: quotedParts(scene.reading.text, assertion),
    polarity: polarityOf(scene.tree, assertion, content, negated),
    isNegated: negated,
    isWish: isWish(scene, assertion),
    isUnrealised: isUnrealised(scene.tree, assertion, said),
    isEarlier: isEarlierOccasion(scene.tree, content),
  };
}

const WISHES = /\b(?:fear|hope|pray|wish)/i;

function isWish({ reading }: Scene, { cue }: Assertion): boolean {
  return cue.some(({ start, end }) => WISHES.test(reading.text.slice(start, end)));
}

/** The name keys as this assertion means them: its pronouns and roles resolved. By token. */
function argumentKeys(scene: Scene, assertion: Assertion, content: readonly number[]): Map<number, string> {
  const speaker = speakerOf(scene, assertion);
  const keys = new Map<number, string>();
  for (const token of content) {
    const key = scene.names[token] || scene.referents.keyOf(token, assertion, speaker);
    if (key !== '') keys.set(token, key);
  }
  return keys;
}

function numbersIn(tree: Tree, content: readonly number[], keys: ReadonlyMap<number, string>): Proposition['numbers'] {
  const { tokens, lemma, head } = tree.language;
  const found: Proposition['numbers'] = [];
  const isToll = content.some((token) => lemma[token] === 'toll');
  for (const token of content) {
    if (keys.has(token)) continue;
    const value = numeralValue(tree.word[token]);
    if (value === undefined || (value >= 1900 && value <= 2100)) continue;
    const counted = head[token];
    const before = tokens.text
      .slice(Math.max(0, tokens.start[token] - 24), tokens.start[token])
      .trimEnd()
      .toLowerCase();
    // "The toll rose to 11": 11 people died.
    const isOfPeople = counted >= 0 && (isToll ? !tagOf(tree, counted).startsWith('NN') : DEAD.test(lemma[counted]));
    const of = isOfPeople ? 'people' : counted < 0 ? '' : senseOf(lemma[counted]);
    found.push({ of, range: rangeOf(value, before) });
  }
  return found;
}

const DEAD = /^(?:dead|fatality|victim)$/;

function spreadOf({ language: { sentences, lemma } }: Tree, names: readonly string[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const seen = new Set<string>();
    for (let token = sentences.first[sentence]; token < sentences.end[sentence]; token++)
      seen.add(names[token] || lemma[token]);
    for (const word of seen) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  return spread;
}

/** The tokens that lie in the spans, in order. */
function contentTokens(
  spans: readonly Span[],
  { count, start, end }: Tree['language']['tokens'],
  tokenAt: (offset: number) => number,
): number[] {
  const inside: number[] = [];
  for (const span of spans) {
    for (let token = tokenAt(span.start); token < count && end[token] <= span.end; token++) {
      if (start[token] >= span.start) inside.push(token);
    }
  }
  return inside;
}

/** The first token that starts at or after an offset. */
function firstTokenFrom(start: Int32Array, offset: number): number {
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { tagOf } from '@hearsay/reader/attribution/phrases';
import { dependant, relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Assertion, Span } from '@hearsay/reader/reading';
import type { Scene } from './features.ts';
import type { Proposition } from './proposition.ts';
import { EVENT_SENSES } from './senses.ts';

/**
 * The assertion of the same article that one goes with: the report that its content reports, or what its "it", "the
 * reports", "the deaths" stand for.
 */
export function goesWith(
  scene: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): number | 'main' | undefined {
  const inner = reportedReport(scene, ordinal, contents);
  if (inner !== undefined) return inner;
  if (scene.reading.assertions[ordinal].kind === 'omission') return undefined;
  return antecedentOf(scene, ordinal, contents, propositions);
}

/** Share of a content's tokens from which on the report inside it is what the content is about. */
const FILLS = 0.45;
/** The same where the content's own head is the report's cue: "she had no idea she was pregnant". */
const FILLS_UNDER_CUE = 0.25;

function reportedReport(
  { reading, tree }: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
): number | undefined {
  const { assertions } = reading;
  const content = contents[ordinal];
  const [said] = assertions[ordinal].content;
  for (const [index, inner] of assertions.entries()) {
    const share = contents[index].length / content.length;
    // Who dismisses reports that it was hit does not report it, so that the report does not stand in his.
    const isDismissed = inner.cue[0]?.start === said?.start && inner.within === assertions[ordinal].within;
    if ((inner.within !== assertions[ordinal].id && !isDismissed) || share === 0 || share >= 1) continue;
    if (share >= (isHeadedBy(tree, content, inner.cue) ? FILLS_UNDER_CUE : FILLS)) return index;
  }
  return undefined;
}

/** Whether a token of a content that depends on none in it stands in the cue. */
function isHeadedBy({ language: { tokens, head } }: Tree, content: readonly number[], cue: readonly Span[]): boolean {
  const inside = new Set(content);
  return content.some(
    (token) =>
      (head[token] < 0 || !inside.has(head[token])) &&
      cue.some(({ start, end }) => tokens.start[token] >= start && tokens.end[token] <= end),
  );
}

const REPORT_NOUNS =
  /^(?:accusation|account|allegation|assertion|claim|development|information|it|news|report|rumor|rumour|speculation|statement|story|suggestion|that|them|these|this|those)$/;

/** Words that take a report back or vouch for it, with those that only carry them. */
const TAKES_BACK =
  /^(?:absolutely|accurate|allegation|authentic|baseless|be|bogus|can|categorically|completely|confirm|could|credibility|credible|debunk|deny|dismiss|do|dubious|fabrication|fake|false|genuine|hoax|hope|i|inaccurate|incorrect|investigate|joke|legitimate|merely|mere|myth|n't|nonsense|not|plausible|propaganda|prank|real|refute|reject|ridiculous|rubbish|satire|simply|totally|true|truth|unequivocally|unfounded|unsourced|untrue|unverified|utterly|validity|veracity|verify|we|whatsoever|will|would)$/;

/** "The website's claims", "any of the claims brought forth by Vell": a report as such, not what it is about. */
function isOfReport(tree: Tree, content: readonly number[]): boolean {
  const { head, lemma } = tree.language;
  if (content.length > LONGEST_NOUN || !content.some((token) => TAKEN_BACK.test(lemma[token]))) return false;
  const inside = new Set(content);
  const top = content.filter((token) => head[token] < 0 || !inside.has(head[token]));
  const noun = top.find((token) => /^(?:NN|DT)/.test(tagOf(tree, token)));
  if (noun === undefined || top.some((token) => /^VB/.test(tagOf(tree, token)))) return false;
  const report = /^DT/.test(tagOf(tree, noun)) ? dependant(tree, noun, 'nmod') : noun;
  if (report < 0 || !TAKEN_BACK.test(lemma[report])) return false;
  for (let child = tree.child[report]; child >= 0; child = tree.sibling[child]) {
    if (/^(?:acl:relcl|nmod|obl|ccomp|appos|conj|compound|amod|dep)$/.test(relationOf(tree, child))) return false;
    if (relationOf(tree, child) === 'acl' && tagOf(tree, child) !== 'VBN') return false;
  }
  return true;
}

const LONGEST_NOUN = 10;

/** Of these, those that say by themselves that a report is spoken of. */
const JUDGES: ReadonlySet<string> = new Set(
  'baseless bogus debunk fabrication fake false hoax legitimate nonsense propaganda satire true unfounded untrue veracity'.split(
    ' ',
  ),
);

/** What can be taken back: reports as such. */
const TAKEN_BACK = /^(?:accusation|allegation|assertion|claim|report|rumor|rumour|speculation|story|suggestion)$/;
const LONGEST_TAKING_BACK = 30;
const LONGEST_JUDGEMENT = 14;
/** What one who was asked about a report does or does not do. */
const ANSWERS = /^(?:confirm|corroborate|deny|dismiss|refute|reject|verify)$/;
const NEAR_PRONOUN = /^(?:it|that|this)$/;

/**
 * What a content stands for that only points back: the nearest assertion just before it for "it" and a lone "deaths",
 * else what the article mostly tells: "the reports", "that it is a hoax".
 */
function antecedentOf(
  scene: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): number | 'main' | undefined {
  const { reading, tree } = scene;
  const content = contents[ordinal];
  const { lemma, sentences } = tree.language;
  const { events } = propositions[ordinal];
  const said = content.filter((token) => isSaid(tagOf(tree, token), lemma[token]));
  if (said.length === 0) return undefined;
  const pointing = said.filter((token) => REPORT_NOUNS.test(lemma[token]) || /^PRP/.test(tagOf(tree, token)));
  const pointsBack = content.length <= 4 && pointing.length === said.length;
  const takesBack =
    !pointsBack &&
    content.length <= LONGEST_TAKING_BACK &&
    pointing.some((token) => TAKEN_BACK.test(lemma[token]) && /^NNS?$/.test(tagOf(tree, token))) &&
    said.some((token) => TAKES_BACK.test(lemma[token])) &&
    !events.some(({ sense }) => EVENT_SENSES.has(sense));
  const saysNoMore =
    content.length <= LONGEST_JUDGEMENT &&
    said.every((token) => TAKES_BACK.test(lemma[token]) || REPORT_NOUNS.test(lemma[token]));
  const judges = saysNoMore && said.some((token) => JUDGES.has(lemma[token]) || TAKEN_BACK.test(lemma[token]));
  const answers =
    saysNoMore &&
    pointing.some((token) => NEAR_PRONOUN.test(lemma[token]) || TAKEN_BACK.test(lemma[token])) &&
    said.some((token) => ANSWERS.test(lemma[token]));
  const bareEvent =
    !pointsBack && said.length === 1 && content.length <= 3 && events.length === 1 && events[0].affected.length === 0;
  if (
    takesBack ||
    judges ||
    answers ||
    isOfReport(tree, content) ||
    (pointsBack && !pointing.some((token) => NEAR_PRONOUN.test(lemma[token])))
  )
    return earlierOccasion(scene, ordinal, contents, propositions) ?? 'main';
  if (!pointsBack && !bareEvent) return undefined;
  const from = startOf(reading.assertions[ordinal]);
  const here = sentences.of[content[0]];
  let nearest: number | undefined;
  for (const [index, assertion] of reading.assertions.entries()) {
    if (index === ordinal || contents[index].length <= 2 || endOf(assertion) > from) continue;
    if (bareEvent && !propositions[index].events.some(({ sense, isMain }) => isMain && sense === events[0].sense))
      continue;
    if (nearest === undefined || endOf(assertion) >= endOf(reading.assertions[nearest])) nearest = index;
  }
  if (nearest === undefined || bareEvent) return nearest;
  return here - sentences.of[contents[nearest][contents[nearest].length - 1]] <= 1 ? nearest : 'main';
}

/** "It has reported her death twice before, and both reports were false": reports of an earlier occasion just before. */
function earlierOccasion(
  { reading: { assertions }, tree: { language } }: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): number | undefined {
  const { sentences } = language;
  const here = sentences.of[contents[ordinal][0]];
  const index = propositions.findLastIndex(
    ({ isEarlier }, other) =>
      isEarlier &&
      other !== ordinal &&
      endOf(assertions[other]) <= startOf(assertions[ordinal]) &&
      here - sentences.of[contents[other][0]] <= 1,
  );
  return index < 0 ? undefined : index;
}

function isSaid(tag: string, lemma: string): boolean {
  return (
    JUDGES.has(lemma) ||
    !/^(?:DT|IN|TO|CC|,|\.|:|``|''|PRP\$|POS|JJ|-LRB-|-RRB-)$/.test(tag) ||
    /^(?:it|that|these|this|those)$/.test(lemma)
  );
}

function startOf({ content }: Assertion): number {
  return content[0]?.start ?? 0;
}

function endOf({ content }: Assertion): number {
  return content[content.length - 1]?.end ?? 0;
}

import { tagOf } from '@hearsay/reader/attribution/phrases';
import type { Tree } from '@hearsay/reader/attribution/tree';
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
): number | undefined {
  const inner = reportedReport(scene, ordinal, contents);
  if (inner !== undefined) return inner;
  if (scene.reading.assertions[ordinal].kind === 'omission') return undefined;
  return antecedentOf(scene, ordinal, contents, propositions);
}

/** Share of a content that a report inside it fills where the content is that report. */
const FILLS = 0.75;

function reportedReport({ reading, tree }: Scene, ordinal: number, contents: readonly (readonly number[])[]): number | undefined {
  const { assertions } = reading;
  const outer = assertions[ordinal];
  const content = contents[ordinal];
  const inside = new Set(content);
  const heads = content.filter((token) => tree.language.head[token] < 0 || !inside.has(tree.language.head[token]));
  const { start, end } = tree.language.tokens;
  for (const [index, inner] of assertions.entries()) {
    if (index === ordinal || inner.within !== outer.id || contents[index].length === 0) continue;
    if (contents[index].length >= content.length) continue;
    const covered = contents[index].length + [...inner.cue, ...inner.source].reduce((sum, span) => sum + tokensIn(tree, span), 0);
    const headIsCue = heads.some((token) => inner.cue.some((span) => start[token] >= span.start && end[token] <= span.end));
    if (covered / content.length >= FILLS || (headIsCue && contents[index].length / content.length >= 0.4)) return index;
  }
  return undefined;
}

function tokensIn({ language: { tokens } }: Tree, span: Span): number {
  const { start, end } = tokens;
  let count = 0;
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle] < span.start) low = middle + 1;
    else high = middle;
  }
  for (let token = low; token < start.length && end[token] <= span.end; token++) count++;
  return count;
}

const REPORT_NOUNS =
  /^(?:accusation|account|allegation|assertion|claim|development|information|it|news|report|rumor|rumour|speculation|statement|story|suggestion|that|them|these|this|those)$/;

/** Words that take a report back, with those that only carry them. */
const TAKES_BACK =
  /^(?:absolutely|allegation|be|baseless|bogus|categorically|completely|confirm|deny|dismiss|false|hoax|inaccurate|incorrect|reject|refute|ridiculous|rubbish|totally|true|truth|unequivocally|unfounded|unsourced|untrue|unverified|utterly|validity|whatsoever)$/;

/** What a content stands for that only points back: the nearest assertion before it that says something, else the first. */
function antecedentOf(
  { reading, tree }: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): number | undefined {
  const content = contents[ordinal];
  const { lemma, sentences } = tree.language;
  const { events } = propositions[ordinal];
  const said = content.filter((token) => isSaid(tagOf(tree, token), lemma[token]));
  if (said.length === 0) return undefined;
  const pointing = said.filter((token) => REPORT_NOUNS.test(lemma[token]) || /^PRP/.test(tagOf(tree, token)));
  const pointsBack = content.length <= 4 && pointing.length === said.length;
  const takesBack =
    !pointsBack &&
    pointing.some((token) => /^NNS?$/.test(tagOf(tree, token))) &&
    said.some((token) => TAKES_BACK.test(lemma[token])) &&
    !events.some(({ sense }) => EVENT_SENSES.has(sense));
  const bareEvent =
    !pointsBack && said.length === 1 && content.length <= 3 && events.length === 1 && events[0].affected.length === 0;
  if (!pointsBack && !takesBack && !bareEvent) return undefined;
  const from = startOf(reading.assertions[ordinal]);
  const here = sentences.of[content[0]];
  let nearest: number | undefined;
  let first: number | undefined;
  for (const [index, assertion] of reading.assertions.entries()) {
    if (index === ordinal || contents[index].length <= 2 || endOf(assertion) > from) continue;
    if (bareEvent && !propositions[index].events.some(({ sense }) => sense === events[0].sense)) continue;
    first ??= index;
    if (nearest === undefined || endOf(assertion) >= endOf(reading.assertions[nearest])) nearest = index;
  }
  if (nearest === undefined || bareEvent) return nearest;
  return !takesBack && here - sentences.of[contents[nearest][contents[nearest].length - 1]] <= 1 ? nearest : first;
}

function isSaid(tag: string, lemma: string): boolean {
  return !/^(?:DT|IN|TO|CC|,|\.|:|``|''|PRP\$|POS|JJ|-LRB-|-RRB-)$/.test(tag) || /^(?:it|that|these|this|those)$/.test(lemma);
}

function startOf({ content }: Assertion): number {
  return content[0]?.start ?? 0;
}

function endOf({ content }: Assertion): number {
  return content[content.length - 1]?.end ?? 0;
}

import { tagOf } from '@hearsay/reader/attribution/phrases';
import { relationOf } from '@hearsay/reader/attribution/tree';
import type { Assertion, Span } from '@hearsay/reader/reading';
import type { Scene } from './features.ts';
import type { Proposition } from './proposition.ts';

/**
 * The assertion of the same article that one goes with: the report that its content reports, or what its "it", "the
 * reports", "the deaths" stand for.
 */
export function goesWith(
  scene: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): { ordinal: number; against: boolean } | undefined {
  const inner = reportedReport(scene, ordinal, contents);
  if (inner !== undefined) return { ordinal: inner, against: false };
  const antecedent = antecedentOf(scene, ordinal, contents, propositions);
  return antecedent === undefined ? undefined : { ordinal: antecedent, against: false };
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
    const covered = contents[index].length + [...inner.cue, ...inner.source].reduce((sum, span) => sum + tokensIn(scene_tokens(start, end), span), 0);
    const headIsCue = heads.some((token) => inner.cue.some((span) => start[token] >= span.start && end[token] <= span.end));
    if (covered / content.length >= FILLS || (headIsCue && contents[index].length / content.length >= 0.4)) return index;
  }
  return undefined;
}

function scene_tokens(start: Int32Array, end: Int32Array) {
  return { start, end };
}

function tokensIn({ start, end }: { start: Int32Array; end: Int32Array }, span: Span): number {
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

const REPORT_NOUNS = /^(?:accusation|account|allegation|assertion|claim|development|information|it|matter|news|report|rumor|rumour|speculation|statement|story|suggestion|that|them|these|this|those)$/;

/** What a content of a few words that only points back stands for: the nearest assertion before it that says something. */
function antecedentOf(
  { reading, tree }: Scene,
  ordinal: number,
  contents: readonly (readonly number[])[],
  propositions: readonly Proposition[],
): number | undefined {
  const content = contents[ordinal];
  if (content.length === 0 || content.length > 4) return undefined;
  const { lemma } = tree.language;
  const said = content.filter((token) => !/^(?:DT|IN|,|\.|``|''|PRP\$|POS|JJ)$/.test(tagOf(tree, token)) || /^(?:it|that|these|this|those)$/.test(lemma[token]));
  if (said.length === 0) return undefined;
  const last = said[said.length - 1];
  const from = startOf(reading.assertions[ordinal]);
  const pointsBack = said.every((token) => REPORT_NOUNS.test(lemma[token]) || /^PRP/.test(tagOf(tree, token)));
  const event = propositions[ordinal].events[0];
  const bareEvent = !pointsBack && said.length === 1 && event !== undefined && relationOf(tree, last) !== 'nmod:poss' && event.affected.length === 0;
  if (!pointsBack && !bareEvent) return undefined;
  let best: number | undefined;
  for (const [index, assertion] of reading.assertions.entries()) {
    if (index === ordinal || contents[index].length <= 2 || endOf(assertion) > from) continue;
    if (bareEvent && !propositions[index].events.some(({ sense }) => sense === event.sense)) continue;
    if (best === undefined || endOf(assertion) >= endOf(reading.assertions[best])) best = index;
  }
  return best;
}

function startOf({ content }: Assertion): number {
  return content[0]?.start ?? 0;
}

function endOf({ content }: Assertion): number {
  return content[content.length - 1]?.end ?? 0;
}

import type { Span } from '../reading.ts';

/** An assertion as annotated, with the sources' names as text. */
export interface DeskAssertion {
  kind: string;
  content: readonly Span[];
  source: readonly Span[];
  cue: readonly Span[];
  chain: readonly string[];
  speaker: string | null;
  certainty: string;
  stance: string | null;
}

/** An assertion as read, in the same offsets; each source stands with all the names of its actor. */
export interface DeskPrediction extends Omit<DeskAssertion, 'chain' | 'speaker'> {
  act: string;
  chain: readonly (readonly string[])[];
  speaker: readonly string[] | null;
  confidence: number;
}

export interface DeskItem {
  id: string;
  gold: readonly DeskAssertion[];
  predicted: readonly DeskPrediction[];
}

/**
 * The desk measures over all assertions of all articles: how many were found (precision, recall, F1), how often each
 * field is right among those found, and how far confidence can be believed.
 */
export function scoreDesk(items: readonly DeskItem[]): Record<string, number> {
  const pairs: DeskPair[] = [];
  const bins = CONFIDENCE_BINS.map((from) => ({ from, predicted: 0, right: 0, confidence: 0 }));
  let gold = 0;
  let predicted = 0;
  for (const item of items) {
    const matched = matchAssertions(item.gold, item.predicted);
    const found = new Set(matched.map(({ predicted: index }) => index));
    pairs.push(
      ...matched.map((match) => ({ gold: item.gold[match.gold], predicted: item.predicted[match.predicted] })),
    );
    gold += item.gold.length;
    for (const [index, prediction] of item.predicted.entries()) {
      if (!found.has(index) && COSTS_NOTHING.has(prediction.act)) continue;
      predicted++;
      const bin = bins.findLast(({ from }) => prediction.confidence >= from)!;
      bin.predicted++;
      bin.confidence += prediction.confidence;
      if (found.has(index)) bin.right++;
    }
  }
  const share = (test: (pair: DeskPair) => boolean) => ratio(pairs.filter(test).length, pairs.length);
  const metrics: Record<string, number> = {
    'found.precision': ratio(pairs.length, predicted),
    'found.recall': ratio(pairs.length, gold),
    'found.f1': ratio(2 * pairs.length, predicted + gold),
    certainty: share(({ gold, predicted }) => gold.certainty === predicted.certainty),
    stance: share(({ gold, predicted }) => gold.stance === predicted.stance),
    kind: share(({ gold, predicted }) => gold.kind === predicted.kind),
    speaker: share(({ gold, predicted }) => sameSource(gold.speaker, predicted.speaker)),
    chain: share(({ gold, predicted }) => sameChain(gold.chain, predicted.chain)),
    'content.exact': share(({ gold, predicted }) => sameSpans(gold.content, predicted.content)),
    'cue.exact': share(({ gold, predicted }) => sameSpans(gold.cue, predicted.cue)),
    'source.exact': share(({ gold, predicted }) => sameSpans(gold.source, predicted.source)),
  };
  for (const bin of bins) {
    if (bin.predicted === 0) continue;
    const name = `confidence.from-${bin.from.toFixed(2)}`;
    metrics[`${name}.share`] = ratio(bin.predicted, predicted);
    metrics[`${name}.said`] = bin.confidence / bin.predicted;
    metrics[`${name}.right`] = bin.right / bin.predicted;
  }
  return metrics;
}

const CONFIDENCE_BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95];

/** A prediction of such an act that matches nothing is no fault: the desk articles do not mark them. */
const COSTS_NOTHING: ReadonlySet<string> = new Set(['attitude', 'intention']);

interface DeskPair {
  gold: DeskAssertion;
  predicted: DeskPrediction;
}

const MATCHING_DICE = 0.5;
const MATCHING_DICE_WITH_CUE = 0.3;

/**
 * Matches gold and predicted assertions one to one, best first by the Dice coefficient of the characters of their
 * contents, an overlap of their cues breaking ties.
 */
export function matchAssertions(
  gold: readonly DeskAssertion[],
  predicted: readonly DeskPrediction[],
): { gold: number; predicted: number }[] {
  const candidates: { gold: number; predicted: number; dice: number; cue: number }[] = [];
  for (const [goldIndex, wanted] of gold.entries()) {
    for (const [index, found] of predicted.entries()) {
      const dice = contentDice(wanted.content, found.content);
      const cue = overlap(wanted.cue, found.cue) > 0 ? 1 : 0;
      if (dice < (cue ? MATCHING_DICE_WITH_CUE : MATCHING_DICE)) continue;
      candidates.push({ gold: goldIndex, predicted: index, dice, cue });
    }
  }
  candidates.sort((a, b) => b.dice - a.dice || b.cue - a.cue);
  const takenGold = new Set<number>();
  const takenPredicted = new Set<number>();
  return candidates.flatMap((pair) => {
    if (takenGold.has(pair.gold) || takenPredicted.has(pair.predicted)) return [];
    takenGold.add(pair.gold);
    takenPredicted.add(pair.predicted);
    return [{ gold: pair.gold, predicted: pair.predicted }];
  });
}

/** 2 |A ∩ B| / (|A| + |B|) over characters. */
export function contentDice(a: readonly Span[], b: readonly Span[]): number {
  return ratio(2 * overlap(a, b), size(a) + size(b));
}

function overlap(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const one of a) {
    for (const other of b) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return shared;
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  const keys = (spans: readonly Span[]) =>
    spans
      .map(({ start, end }) => `${start}-${end}`)
      .sort()
      .join();
  return keys(a) === keys(b);
}

function sameChain(gold: readonly string[], predicted: readonly (readonly string[])[]): boolean {
  return gold.length === predicted.length && gold.every((name, link) => sameSource(name, predicted[link]));
}

/** Whether an actor's names hold the gold name: equal, or one within the other, in lower case and without an article. */
function sameSource(gold: string | null, names: readonly string[] | null): boolean {
  if (gold === null || names === null) return gold === names;
  const wanted = plain(gold);
  return names
    .map(plain)
    .some((name) => name === wanted || (name !== '' && (name.includes(wanted) || wanted.includes(name))));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^(?:the|an?) /, '');
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

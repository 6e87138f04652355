import { LEAST_CUE_SCORE, outermost } from '../../src/attribution/arguments.ts';
import { CONTENT, OUTSIDE, SOURCE } from '../../src/attribution/arguments-chain.ts';
import { type TokenFacts, tokenFacts } from '../../src/attribution/arguments-facts.ts';
import { EDGE_FEATURES, STATE_FEATURES, windowFeatures } from '../../src/attribution/arguments-features.ts';
import { EDGE_BITS, STATE_BITS } from '../../src/attribution/arguments-model.ts';
import { rowOf, type Workspace } from '../../src/attribution/arguments-scoring.ts';
import { layWindow, type Window } from '../../src/attribution/arguments-window.ts';
import type { Cue, TokenRange } from '../../src/attribution/attribution.ts';
import { cueText } from '../../src/attribution/cue-text.ts';
import type { Quotation } from '../../src/attribution/quotations.ts';
import type { Language } from '../../src/language/language.ts';
import type { ChainExample } from './chain-training.ts';
import { goldHead } from './gold-heads.ts';
import type { GoldAttribution } from './polnear.ts';

/** An article to learn arguments from. */
export interface ArgumentArticle {
  readonly id: string;
  readonly language: Language;
  readonly quotations: readonly Quotation[];
  readonly gold: readonly GoldAttribution<TokenRange>[];
  /** Cues found by models that have not seen the article. */
  readonly cues: readonly Cue[];
}

/** An article made ready: its facts, and the cues to learn from with the gold attribution of each. */
export interface ArgumentSample {
  id: string;
  facts: TokenFacts;
  /** The gold cues. */
  gold: { cue: Cue; attribution: GoldAttribution<TokenRange> }[];
  /** The found cues, with the gold attribution that each belongs to. */
  found: { cue: Cue; attribution: GoldAttribution<TokenRange> | undefined }[];
}

export function sampleOf({ id, language, quotations, gold, cues }: ArgumentArticle): ArgumentSample {
  const text = cueText(language, quotations);
  const probable = cues.filter(({ score }) => score >= LEAST_CUE_SCORE);
  const ofToken = new Map<number, GoldAttribution<TokenRange>>();
  for (const attribution of gold) {
    for (const { first, end } of attribution.cue) for (let t = first; t < end; t++) ofToken.set(t, attribution);
  }
  return {
    id,
    facts: tokenFacts(language, outermost(quotations), probable),
    gold: gold
      .filter(({ cue }) => cue.length > 0)
      .map((attribution) => {
        const extent = { first: attribution.cue[0].first, end: attribution.cue[attribution.cue.length - 1].end };
        const cue: Cue = { ...extent, head: goldHead(text, extent), act: 'statement', score: 1 };
        return { cue, attribution };
      }),
    found: probable.map((cue) => ({ cue, attribution: ofToken.get(cue.head) })),
  };
}

/** The window of a gold cue as an example for the chain. */
export function chainExample(
  { facts }: ArgumentSample,
  { cue, attribution }: ArgumentSample['gold'][number],
  { window, features }: Workspace,
): ChainExample {
  layWindow(facts, cue, window);
  windowFeatures(facts, cue, window, features);
  const { length, cueFirst, cueEnd } = window;
  const state = new Int32Array(length * STATE_FEATURES);
  const edge = new Int32Array(length * EDGE_FEATURES);
  for (let at = 0; at < state.length; at++) state[at] = rowOf(features.state[at], STATE_BITS);
  for (let at = 0; at < edge.length; at++) edge[at] = rowOf(features.edge[at], EDGE_BITS);
  return { length, state, edge, labels: goldLabels(window, attribution), cueFirst, cueEnd };
}

/** A unit has the role that covers more than half of its tokens. */
function goldLabels(window: Window, { source, content }: GoldAttribution<TokenRange>): Uint8Array {
  const labels = new Uint8Array(window.length);
  for (let unit = 0; unit < window.length; unit++) {
    if (unit >= window.cueFirst && unit < window.cueEnd) continue;
    const extent = { first: window.first[unit], end: window.end[unit] };
    const half = (extent.end - extent.first) / 2;
    labels[unit] = shared(extent, source) > half ? SOURCE : shared(extent, content) > half ? CONTENT : OUTSIDE;
  }
  return labels;
}

/** How many tokens a range shares with some others. */
function shared({ first, end }: TokenRange, others: readonly TokenRange[]): number {
  return others.reduce((sum, other) => sum + Math.max(0, Math.min(end, other.end) - Math.max(first, other.first)), 0);
}

/** Whether two roles cover the same tokens, however they are cut into segments. */
export function sameTokens(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  return tokensKey(a) === tokensKey(b);
}

function tokensKey(ranges: readonly TokenRange[]): string {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  const merged: TokenRange[] = [];
  for (const { first, end } of sorted) {
    const last = merged.at(-1);
    if (last && first <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ first, end });
  }
  return merged.map(({ first, end }) => `${first}-${end}`).join();
}

/** Dice coefficient over tokens. */
export function tokenDice(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  const size = (ranges: readonly TokenRange[]) => ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const total = size(a) + size(b);
  return total === 0 ? 1 : (2 * a.reduce((sum, range) => sum + shared(range, b), 0)) / total;
}

import type { Span } from '@hearsay/reader/reading';
import type { CompactText } from './compact-text.ts';
import { RELATED, SAME, type Weights } from './copy-weights.ts';
import { NAME } from './marked-words.ts';
import { measureOverlap, measureReuse, type ReuseMeasures } from './reuse-measures.ts';
import { sharedPassages } from './shared-passages.ts';
import { indexTiles, type Tile, type TileIndex, tile } from './tiling.ts';

/** What two texts have of one another. */
export interface CopyDecision {
  /**
   * `same`: most of the shorter is the other's text or a light rewrite of it; `part`: at least two sentences of narrative
   * are reused; null: nothing but facts, names or quoted words is shared.
   */
  label: 'same' | 'part' | null;
  /** Share of the shorter text's words, quotations included, that stand in the other, three or more in a row: 0 to 1. */
  overlap: number;
  /** The sentences shared, in the order of `a`; empty where the label is null. */
  passages: Passage[];
}

export interface Passage {
  a: Span;
  b: Span;
}

/** Of two texts with less in common none was ever related: their sentences need not be compared. */
const LEAST_OVERLAP = 0.05;
/** Two texts that differ by less are the same, whatever they consist of: a speech is all quotation. */
const WHOLE = 0.9;
/**
 * Two texts that share so much of the shorter's narrative in runs are the same, and their sentences need not be aligned: of
 * 155 pairs of reports that do, the regression says so of all.
 */
const REPRINTED = 0.7;
/** Words of narrative that a text counts as having at least. */
const LEAST_NARRATIVE = 30;

/** Compares two texts. Pure, and the same whichever of them comes first; linear in their length for ordinary texts. */
export function decideCopy(a: TileIndex, b: CompactText): CopyDecision {
  if (a.text.count === 0 || b.count === 0) return { label: null, overlap: 0, passages: [] };
  if (isEqual(a.text, b)) return { label: 'same', overlap: 1, passages: [wholeText(a.text, b)] };
  const tiles = tile(a, b);
  const overlap = measureOverlap(a.text, b, tiles);
  if (overlap < LEAST_OVERLAP) return { label: null, overlap, passages: [] };
  const label =
    isWhole(a.text, b, overlap) || isReprinted(a.text, b, tiles) ? 'same' : labelOf(measureReuse(a.text, b, tiles));
  return { label, overlap, passages: label === null ? [] : sharedPassages(a.text, b, tiles) };
}

function isWhole(a: CompactText, b: CompactText, overlap: number): boolean {
  return overlap >= WHOLE && Math.min(a.count, b.count) >= WHOLE * Math.max(a.count, b.count);
}

function isReprinted(a: CompactText, b: CompactText, tiles: readonly Tile[]): boolean {
  let shared = 0;
  for (const { a: atA, b: atB, length } of tiles)
    for (let at = 0; at < length; at++) if (a.kind[atA + at] <= NAME && b.kind[atB + at] <= NAME) shared++;
  return shared >= REPRINTED * Math.max(LEAST_NARRATIVE, Math.min(narrativeWords(a), narrativeWords(b)));
}

function narrativeWords({ kind }: CompactText): number {
  let words = 0;
  for (const each of kind) if (each <= NAME) words++;
  return words;
}

function labelOf(measures: ReuseMeasures): CopyDecision['label'] {
  if (logOdds(RELATED, measures) < 0) return null;
  return logOdds(SAME, measures) >= 0 ? 'same' : 'part';
}

/** The same for two texts that are compared once. */
export function compareTexts(a: CompactText, b: CompactText): CopyDecision {
  return decideCopy(indexTiles(a), b);
}

function isEqual(a: CompactText, b: CompactText): boolean {
  return a.count === b.count && Buffer.compare(a.word, b.word) === 0;
}

function wholeText(a: CompactText, b: CompactText): Passage {
  return {
    a: { start: a.sentences[0].start, end: a.sentences[a.sentences.length - 1].end },
    b: { start: b.sentences[0].start, end: b.sentences[b.sentences.length - 1].end },
  };
}

/** The logarithm of the odds by a logistic regression. */
export function logOdds({ bias, of }: Weights, measures: ReuseMeasures): number {
  let odds = bias;
  for (const [measure, weight] of Object.entries(of)) odds += weight * measures[measure as keyof ReuseMeasures];
  return odds;
}

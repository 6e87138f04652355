import { CARDINALS } from '@hearsay/reader/time/numerals';

/** "at least 23" is 23 to null, "more than 20" is 20 to null without 20 itself, "30" is 30 to 30. */
export interface NumberRange {
  low: number | null;
  high: number | null;
  /** The end that is not part of it. */
  open?: 'low' | 'high';
}

/** The value of a numeral's word: "23", "1,500", "4.5", "three"; undefined for others. */
export function numeralValue(word: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''));
  return CARDINALS.get(word.toLowerCase());
}

/** The range that a number means after the words before it: "at least", "more than", "up to". */
export function rangeOf(value: number, before: string): NumberRange {
  if (/\b(?:at least|no fewer than|no less than|minimum of)$/.test(before)) return { low: value, high: null };
  if (/\b(?:more than|over|above|upwards of|exceeding)$/.test(before)) return { low: value, high: null, open: 'low' };
  if (/\b(?:up to|at most|as many as|no more than|maximum of)$/.test(before)) return { low: null, high: value };
  if (/\b(?:fewer than|less than|under|below)$/.test(before)) return { low: null, high: value, open: 'high' };
  if (/\b(?:about|around|some|nearly|almost|roughly|approximately|close to)$/.test(before)) {
    return { low: value * (1 - ABOUT), high: value * (1 + ABOUT) };
  }
  return { low: value, high: value };
}

/** How far "about" reaches. */
const ABOUT = 0.1;

/** Whether there is a number that lies in both ranges, and one is not so much higher than the other that it says something else. */
export function compatibleRanges(a: NumberRange, b: NumberRange): boolean {
  return below(a, b) && below(b, a) && !isFarAbove(a, b) && !isFarAbove(b, a);
}

/** "At least 30" is more than three times "at least 3": who says the one has not said the other. */
function isFarAbove(a: NumberRange, b: NumberRange): boolean {
  return a.high === null && b.high === null && (a.low ?? 0) > FAR_ABOVE * (b.low ?? 0);
}

/** Set by hand: a first count and what it grows to in a day differ by less, mostly. */
const FAR_ABOVE = 3;

/** Whether the first does not begin above the end of the second. */
function below(a: NumberRange, b: NumberRange): boolean {
  if (a.low === null || b.high === null) return true;
  return a.low < b.high || (a.low === b.high && a.open !== 'low' && b.open !== 'high');
}

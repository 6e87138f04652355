import type { TimelineEntry } from '../questions/answers.ts';

/** Silence of at least so many days is shown. */
const SHOWN_DAYS = 14;
const DAY = 86_400_000;

/** Entries in the order of time with the silences between them. Pure. */
export function withGaps(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const sorted = [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return sorted.flatMap((entry, index) => {
    const before = sorted[index - 1];
    const days = before === undefined ? 0 : Math.floor((Date.parse(entry.at) - Date.parse(before.at)) / DAY);
    if (days < SHOWN_DAYS) return [entry];
    const gap = { at: before.at, kind: 'gap' as const, text: `${days} days without a statement`, days };
    return [{ ...gap, articleId: null, claimId: null, entityId: entry.entityId }, entry];
  });
}

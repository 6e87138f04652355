import type { RevisionComparison } from '@hearsay/ledger/questions/answers';

type Part = RevisionComparison['parts'][number];

/** A paragraph as it stood in both revisions, side by side. */
export interface ComparisonRow {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly changed: boolean;
}

/** The rows of two texts: they begin anew at a paragraph's end. */
export function comparisonRows(parts: readonly Part[]): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  let before: Part[] = [];
  let after: Part[] = [];
  const close = () => {
    if (before.length + after.length === 0) return;
    const changed = [...before, ...after].some(({ kind }) => kind !== 'same');
    rows.push({ before, after, changed });
    before = [];
    after = [];
  };
  for (const { kind, text } of parts) {
    for (const [place, words] of text.split(/\n{2,}/).entries()) {
      // A paragraph's end on one side closes the row where the other side has nothing in it.
      if (place > 0 && (kind === 'same' || (kind === 'cut' ? after : before).length === 0)) close();
      if (words === '') continue;
      if (kind !== 'added') before.push({ kind, text: words });
      if (kind !== 'cut') after.push({ kind, text: words });
    }
  }
  close();
  return rows;
}

/** Changed rows as they are; what stands between them folded into how many paragraphs it is. */
export function foldUnchanged(rows: readonly ComparisonRow[]): (ComparisonRow | readonly ComparisonRow[])[] {
  const folded: (ComparisonRow | ComparisonRow[])[] = [];
  for (const row of rows) {
    const last = folded.at(-1);
    if (row.changed) folded.push(row);
    else if (Array.isArray(last)) last.push(row);
    else folded.push([row]);
  }
  return folded;
}

import type { RevisionComparison } from '@hearsay/ledger/questions/answers';

type Part = RevisionComparison['parts'][number];

/** A paragraph as it stood in both revisions, side by side. */
export interface ComparisonRow {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly changed: boolean;
}

/** Rows of two texts that begin anew where both have a paragraph's end in common. */
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
  for (const part of parts) {
    if (part.kind === 'cut') before.push(part);
    else if (part.kind === 'added') after.push(part);
    else {
      for (const [place, text] of part.text.split(/\n{2,}/).entries()) {
        if (place > 0) close();
        if (text === '') continue;
        before.push({ kind: 'same', text });
        after.push({ kind: 'same', text });
      }
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

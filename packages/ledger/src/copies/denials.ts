import type { Writing } from '../store/writing.ts';
import type { CopyDenialTable } from './tables.ts';

/** What editors said of these articles: that they are no copies. */
export async function deniedAmong(ids: readonly number[], writing: Writing): Promise<CopyDenialTable[]> {
  const listed = writing.listed(ids);
  return writing.db
    .selectFrom('copy_denial')
    .selectAll()
    .where(({ eb, or }) => or([eb('article_id', 'in', listed), eb('of_id', 'in', listed)]))
    .execute();
}

/** Whether an editor said of two articles that neither repeats the other. */
export function isDenied(denials: readonly CopyDenialTable[], a: number, b: number): boolean {
  return denials.some(({ article_id, of_id }) => {
    if (of_id === 0) return article_id === a || article_id === b;
    return (article_id === a && of_id === b) || (article_id === b && of_id === a);
  });
}

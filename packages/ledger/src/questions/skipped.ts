import type { Store } from '../store/store.ts';
import type { Page, SkippedEntry } from './answers.ts';
import { decodeCursor, idPlace, LAST_ID, PAGE_ITEMS, pageOf } from './pages.ts';

/**
 * What did not come in, or only in part, and why; the latest first.
 * @throws {UnknownCursorError}
 */
export async function skippedAnswer(store: Store, cursor?: string): Promise<Page<SkippedEntry>> {
  const [before] = decodeCursor(cursor, idPlace) ?? [LAST_ID];
  const rows = await store.db
    .selectFrom('skipped')
    .selectAll()
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(PAGE_ITEMS + 1)
    .execute();
  const { total } = await store.db
    .selectFrom('skipped')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return pageOf(
    rows,
    Number(total),
    ({ id }) => [id],
    (shown) => shown,
  );
}

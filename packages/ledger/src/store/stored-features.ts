import { unpackJson } from './packed-json.ts';
import type { Writing } from './writing.ts';

/** What a judgement kept of its features of revisions, by revision; those that have been forgotten are left out. */
export async function storedFeatures<Features>(
  writing: Writing,
  judgement: string,
  revisionIds: readonly number[],
): Promise<Map<number, Features>> {
  const found = new Map<number, Features>();
  if (revisionIds.length === 0) return found;
  const rows = await writing.db
    .selectFrom('revision')
    .select(['id', 'features'])
    .where('id', 'in', writing.listed(revisionIds))
    .execute();
  for (const { id, features } of rows) {
    if (features === null) continue;
    const all = unpackJson(features) as Record<string, Features | undefined>;
    const own = all[judgement];
    if (own !== undefined) found.set(id, own);
  }
  return found;
}

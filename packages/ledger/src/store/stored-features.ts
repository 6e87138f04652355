import type { Reading } from '@hearsay/reader/reading';
import { unpackJson } from './packed-json.ts';
import { storedReading } from './stored-reading.ts';
import type { Writing } from './writing.ts';

/** What a judgement kept of its features of one revision, and the reading that the rest of them can be made of again. */
export interface StoredFeatures<Kept> {
  kept: Kept;
  reading(): Reading;
}

/** What a judgement kept of its features of revisions, by revision; those that have been forgotten are left out. */
export async function storedFeatures<Kept>(
  writing: Writing,
  judgement: string,
  revisionIds: readonly number[],
): Promise<Map<number, StoredFeatures<Kept>>> {
  const found = new Map<number, StoredFeatures<Kept>>();
  if (revisionIds.length === 0) return found;
  const rows = await writing.db
    .selectFrom('revision')
    .select(['id', 'features', 'reading'])
    .where('id', 'in', writing.listed(revisionIds))
    .execute();
  for (const { id, features, reading } of rows) {
    if (features === null || reading === null) continue;
    const all = unpackJson(features) as Record<string, Kept | undefined>;
    const kept = all[judgement];
    if (kept !== undefined) found.set(id, { kept, reading: () => storedReading(reading) });
  }
  return found;
}

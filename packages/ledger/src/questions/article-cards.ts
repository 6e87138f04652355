import type { Reading } from '@hearsay/reader/reading';
import type { Store } from '../store/store.ts';
import type { ArticleCard } from './answers.ts';
import { readingsOf } from './readings.ts';

/** Of a text without a headline, so much of its first sentence stands in for it. */
const LONGEST_OPENING = 90;

/** What is known of readings already, by revision: none is read twice for one answer. */
export type KnownReadings = ReadonlyMap<number, Reading>;

/**
 * Articles by id, in short. Those that were taken down are left out. Of one without a headline its first sentence stands in
 * for it, out of `known` readings or the ledger; with `'by key'`, the key that it came with, without reading it.
 */
export async function articleCards(
  store: Store,
  ids: readonly number[],
  known: KnownReadings | 'by key' = new Map(),
): Promise<Map<number, ArticleCard>> {
  if (ids.length === 0) return new Map();
  const listed = store.listed([...new Set(ids)]);
  const rows = await store.db
    .selectFrom('article')
    .selectAll()
    .where('id', 'in', listed)
    .where('forgotten_at', 'is', null)
    .execute();
  const copies = await store.db
    .selectFrom('article')
    .select(({ fn }) => ['origin_id', fn.countAll<number>().as('count')])
    .where('origin_id', 'in', listed)
    .groupBy('origin_id')
    .execute();
  const revisions = await store.db
    .selectFrom('revision')
    .select(({ fn }) => ['article_id', fn.countAll<number>().as('count')])
    .where('article_id', 'in', listed)
    .groupBy('article_id')
    .execute();
  const copiesOf = new Map(copies.map(({ origin_id, count }) => [origin_id, Number(count)]));
  const revisionsOf = new Map(revisions.map(({ article_id, count }) => [article_id, Number(count)]));
  const untitled = rows.filter(({ title }) => title === null).map(({ revision_id }) => revision_id);
  const openings = known === 'by key' ? new Map<number, string>() : await openingsOf(store, untitled, known);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.title ?? openings.get(row.revision_id) ?? nameOf(row),
        outlet: row.outlet,
        url: row.url,
        published: row.published === null ? null : row.time,
        addedAt: row.added_at,
        storyId: row.story_id,
        originId: row.origin_id ?? row.id,
        originReason: row.origin_reason,
        copies: Math.max(0, (copiesOf.get(row.id) ?? 0) - 1),
        revisions: revisionsOf.get(row.id) ?? 1,
      },
    ]),
  );
}

/** A text that came without an id or address is known by the hash of its bytes, which tells nobody anything. */
function nameOf({ id, key }: { id: number; key: string }): string {
  return /^[0-9a-f]{64}$/.test(key) ? `Article ${id}` : key;
}

/** What stands in for the headlines of texts that have none, by revision. */
async function openingsOf(
  store: Store,
  revisionIds: readonly number[],
  known: KnownReadings,
): Promise<Map<number, string>> {
  const readings = await readingsOf(
    store,
    revisionIds.filter((id) => !known.has(id)),
  );
  return new Map([...readings, ...known].map(([id, reading]) => [id, openingOf(reading)]));
}

/** What stands in for the headline of a text that has none. */
export function openingOf({ text, sentences }: Reading): string {
  const first = text.slice(sentences[0]?.start ?? 0, sentences[0]?.end ?? LONGEST_OPENING).replace(/\s+/g, ' ');
  return first.length <= LONGEST_OPENING ? first : `${first.slice(0, LONGEST_OPENING).trimEnd()}…`;
}

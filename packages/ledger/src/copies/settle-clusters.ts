import type { Writing } from '../store/writing.ts';
import { clusters, type Link } from './clusters.ts';
import { deniedAmong } from './denials.ts';
import { type ClusterMember, chooseOrigin } from './origin.ts';

/** All articles that share an origin with one of these, and these. */
export async function clusterOf(ids: readonly number[], writing: Writing): Promise<number[]> {
  const { db } = writing;
  const origins = db.selectFrom('article').select('origin_id').where('id', 'in', writing.listed(ids));
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('origin_id', 'in', origins.where('origin_id', 'is not', null).$castTo<{ origin_id: number }>())
    .execute();
  return [...new Set([...ids, ...rows.map(({ id }) => id)])].sort((a, b) => a - b);
}

/**
 * Adds new articles to the clusters of those that they are the same as, each one's own origin where it is the same as
 * none. Clusters as they stand are joined and never parted: links that were there before need not be read again.
 */
export async function joinClusters(added: readonly number[], links: readonly Link[], writing: Writing): Promise<void> {
  const linked = new Set(links.flat());
  const alone = added.filter((id) => !linked.has(id));
  await writing.update(
    'article',
    'id',
    alone.map((id) => ({ id, origin_id: id, origin_reason: null })),
  );
  if (links.length === 0) return;
  const ids = await clusterOf([...linked], writing);
  if ((await deniedAmong(ids, writing)).length > 0) return settleClusters(ids, writing);
  const origins = await originsOf(ids, writing);
  const standing = ids.flatMap((id): Link[] => {
    const origin = origins.get(id);
    return origin == null || origin === id ? [] : [[id, origin]];
  });
  await settle(clusters(ids, [...standing, ...links], []), origins, writing);
}

/** Makes the clusters of these articles anew from the links between them; for where a link was taken away or came back. */
export async function settleClusters(ids: readonly number[], writing: Writing): Promise<void> {
  if (ids.length === 0) return;
  const links = await writing.db
    .selectFrom('copy')
    .select(['a_id', 'b_id'])
    .where('a_id', 'in', writing.listed(ids))
    .where('b_id', 'in', writing.listed(ids))
    .where('label', '=', 'same')
    .where('dismissed', '=', 0)
    .orderBy('overlap', 'desc')
    .orderBy('a_id')
    .orderBy('b_id')
    .execute();
  const denials = await deniedAmong(ids, writing);
  const apart = denials
    .filter(({ of_id }) => ids.includes(of_id))
    .map(({ article_id, of_id }): Link => [article_id, of_id]);
  const own = links.map(({ a_id, b_id }): Link => [a_id, b_id]);
  await settle(clusters(ids, own, apart), await originsOf(ids, writing), writing);
}

/** Gives each cluster its origin, and writes what that changes. */
async function settle(
  settled: readonly (readonly number[])[],
  before: ReadonlyMap<number, number | null>,
  writing: Writing,
): Promise<void> {
  const members = await membersOf(settled.flat(), writing);
  const rows = settled.flatMap((cluster) => {
    const known = cluster.flatMap((id) => members.get(id) ?? []);
    if (known.length === 0) return [];
    const { id: origin, reason } = known.length === 1 ? { id: known[0].id, reason: null } : chooseOrigin(known);
    return known.map(({ id, reason: old }) => ({ id, origin_id: origin, origin_reason: reason, old }));
  });
  const changed = rows.filter(({ id, origin_id, origin_reason, old }) => {
    return before.get(id) !== origin_id || old !== origin_reason;
  });
  await writing.update(
    'article',
    'id',
    changed.map(({ id, origin_id, origin_reason }) => ({ id, origin_id, origin_reason })),
  );
}

async function originsOf(ids: readonly number[], writing: Writing): Promise<Map<number, number | null>> {
  const rows = await writing.db
    .selectFrom('article')
    .select(['id', 'origin_id'])
    .where('id', 'in', writing.listed(ids))
    .execute();
  return new Map(rows.map(({ id, origin_id }) => [id, origin_id]));
}

async function membersOf(
  ids: readonly number[],
  writing: Writing,
): Promise<Map<number, ClusterMember & { reason: string | null }>> {
  const rows = await writing.db
    .selectFrom('article')
    .innerJoin('copy_text', 'copy_text.article_id', 'article.id')
    .select(['article.id', 'outlet', 'published', 'time', 'words', 'wire', 'credits', 'origin_reason as reason'])
    .where('article.id', 'in', writing.listed(ids))
    .execute();
  return new Map(
    rows.map(({ id, outlet, published, time, words, wire, credits, reason }) => [
      id,
      { id, outlet, published: published && time, words, wire, credits: JSON.parse(credits) as string[], reason },
    ]),
  );
}

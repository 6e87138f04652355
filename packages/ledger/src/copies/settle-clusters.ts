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

/** Articles of one cluster among which the origin of a new one is chosen, beside the origin that it has: those first in. */
const WEIGHED = 32;

/**
 * Adds new articles to the clusters of those that they are the same as, each one's own origin where it is the same as
 * none. Clusters as they stand are joined and never parted, and of each only the origin and the first few are weighed
 * against what is new: what an article costs does not grow with its cluster, but where it becomes the origin of all of it.
 */
export async function joinClusters(added: readonly number[], links: readonly Link[], writing: Writing): Promise<void> {
  const linked = [...new Set(links.flat())];
  const isLinked = new Set(linked);
  await writing.update(
    'article',
    'id',
    added.filter((id) => !isLinked.has(id)).map((id) => ({ id, origin_id: id, origin_reason: null })),
  );
  if (links.length === 0) return;
  const origins = await originsOf(linked, writing);
  const standing = [...new Set([...origins.values()].filter((id) => id !== null))];
  if (await hasDenials([...linked, ...standing], standing, writing)) {
    return settleClusters(await clusterOf(linked, writing), writing);
  }
  const node = (id: number) => origins.get(id) ?? id;
  const nodes = [...new Set([...standing, ...linked.map(node)])];
  const joined = clusters(
    nodes,
    links.map(([a, b]): Link => [node(a), node(b)]),
    [],
  );
  const isStanding = new Set(standing);
  const joins = joined
    .map((cluster) => ({
      before: cluster.filter((id) => isStanding.has(id)),
      fresh: cluster.filter((id) => !isStanding.has(id)),
    }))
    .filter(({ before, fresh }) => fresh.length > 0 || before.length > 1);
  await joinAll(joins, writing);
}

/** Clusters to be one, by their origins, and articles that have none yet. */
interface Join {
  before: readonly number[];
  fresh: readonly number[];
}

async function joinAll(joins: readonly Join[], writing: Writing): Promise<void> {
  const weighed: number[][] = [];
  for (const { before, fresh } of joins) {
    const ids = new Set([...before, ...fresh]);
    for (const origin of before) for (const id of await firstOf(origin, writing)) ids.add(id);
    weighed.push([...ids]);
  }
  const members = await membersOf(weighed.flat(), writing);
  const rows: { id: number; origin_id: number; origin_reason: string | null }[] = [];
  for (const [at, { before, fresh }] of joins.entries()) {
    const { id: origin, reason } = chooseOrigin(weighed[at].flatMap((id) => members.get(id) ?? []));
    const chosen = { origin_id: origin, origin_reason: reason };
    const keeps = before.length === 1 && before[0] === origin && members.get(origin)?.reason === reason;
    if (!keeps && before.length > 0) {
      await writing.db.updateTable('article').set(chosen).where('origin_id', 'in', writing.listed(before)).execute();
    }
    for (const id of fresh) rows.push({ id, ...chosen });
  }
  await writing.update('article', 'id', rows);
}

/** The first few articles of an origin. */
async function firstOf(origin: number, writing: Writing): Promise<number[]> {
  const rows = await writing.query<{ id: number }>('select id from article where origin_id = ? order by id limit ?', [
    origin,
    WEIGHED,
  ]);
  return rows.map(({ id }) => id);
}

/** Whether an editor said something of these articles, or of any in the clusters of these origins. */
async function hasDenials(ids: readonly number[], origins: readonly number[], writing: Writing): Promise<boolean> {
  // By way of what editors said, which is little: a cluster can have hundreds of members.
  const denials = await writing.db.selectFrom('copy_denial').select(['article_id', 'of_id']).execute();
  const denied = new Set(denials.flatMap(({ article_id, of_id }) => [article_id, of_id]));
  if (denied.size === 0) return false;
  if (ids.some((id) => denied.has(id))) return true;
  const own = await originsOf([...denied], writing);
  return origins.some((origin) => [...own.values()].includes(origin));
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

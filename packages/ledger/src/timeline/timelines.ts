import { claimTitle } from '../claims/claim-title.ts';
import type { StatementEntry, StatusName, TimelineEntry } from '../questions/answers.ts';
import { decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import { withGaps } from './gaps.ts';

/** Most entries of a timeline, the latest ones. */
const MOST_ENTRIES = 200;

/** When an entity spoke, as its statements and as the articles that quote it, with the silences between. */
export async function entityTimeline(
  store: Store,
  entityId: number,
  statements: readonly StatementEntry[],
): Promise<TimelineEntry[]> {
  const quoted = await store.db
    .selectFrom('assertion')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .select(['article.id as articleId', 'article.time as at', 'article.title', 'article.outlet'])
    .where('assertion.speaker_id', '=', entityId)
    .where('assertion.replaced_by', 'is', null)
    .orderBy('assertion.article_id', 'desc')
    .orderBy('assertion.id', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  const articles = new Map(quoted.map((row) => [row.articleId, row]));
  return withGaps([
    ...[...articles.values()].map(({ articleId, at, title, outlet }) =>
      entry({ at, kind: 'assertion', text: named(title, outlet), articleId, entityId }),
    ),
    ...statements.map(({ at, articleId, words }) => entry({ at, kind: 'statement', text: words, articleId, entityId })),
  ]);
}

/** What happened in a story: its articles that copy no other, their revisions, what became of its claims, verdicts. */
export async function storyTimeline(store: Store, storyId: number): Promise<TimelineEntry[]> {
  const articles = await store.db
    .selectFrom('article')
    .select(['id', 'time', 'title', 'outlet'])
    .where('story_id', '=', storyId)
    .where(({ eb, or, ref }) => or([eb('origin_id', 'is', null), eb('origin_id', '=', ref('article.id'))]))
    .orderBy('time', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  const revisions = await store.db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['article.id', 'revision.added_at', 'revision.title', 'article.outlet'])
    .where('article.story_id', '=', storyId)
    .where('revision.number', '>', 1)
    .orderBy('revision.id', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  const changes = await store.db
    .selectFrom('claim_status')
    .innerJoin('claim', 'claim.id', 'claim_status.claim_id')
    .select(['claim.id', 'claim.text', 'claim_status.at', 'claim_status.status', 'claim_status.article_id'])
    .where('claim.story_id', '=', storyId)
    .orderBy('claim_status.id', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  return inOrder([
    ...articles.map(({ id, time, title, outlet }) =>
      entry({ at: time, kind: 'article', text: named(title, outlet), articleId: id }),
    ),
    ...revisions.map(({ id, added_at, title, outlet }) =>
      entry({ at: added_at, kind: 'revision', text: named(title, outlet), articleId: id }),
    ),
    ...changes.map(({ id, text, at, status, article_id }) =>
      entry({
        at,
        kind: 'status',
        text: `${inWords(decoded('status', status))}: ${claimTitle(text)}`,
        articleId: article_id,
        claimId: id,
      }),
    ),
  ]);
}

/** "single-origin" as "Single origin". */
function inWords(status: StatusName): string {
  return `${status[0].toUpperCase()}${status.slice(1).replace('-', ' ')}`;
}

function entry(fields: Pick<TimelineEntry, 'at' | 'kind' | 'text'> & Partial<TimelineEntry>): TimelineEntry {
  return { articleId: null, claimId: null, entityId: null, days: null, ...fields };
}

function named(title: string | null, outlet: string | null): string {
  return [title ?? 'Untitled', outlet].filter((part) => part !== null).join(' — ');
}

function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-MOST_ENTRIES);
}

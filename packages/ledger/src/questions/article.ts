import type { Reading } from '@hearsay/reader/reading';
import { z } from 'zod';
import { unpackPassages } from '../copies/packed-passages.ts';
import { DECISIONS, type Decision } from '../edits/decision.ts';
import { decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { ArticleAnswer, SharedPassage } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { claimCards } from './claim-cards.ts';
import { readingsOf } from './readings.ts';

/** Articles whose passages are shown beside one: those that share most with it. */
const MOST_PASSAGES = 30;

/** A report with everything that the ledger knows of it; undefined where there is none of that id, or it was taken down. */
export async function articleAnswer(store: Store, id: number): Promise<ArticleAnswer | undefined> {
  const card = (await articleCards(store, [id])).get(id);
  if (card === undefined) return undefined;
  const { revision_id: revision } = await store.db
    .selectFrom('article')
    .select('revision_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const reading = (await readingsOf(store, [revision])).get(revision);
  if (reading === undefined) return undefined;
  const corrections = await correctionsIn(store, revision, reading);
  return {
    article: card,
    reading,
    assertions: await assertions(store, revision, reading, corrections.standing),
    deleted: corrections.deleted,
    entityIds: await entityIds(store, revision, reading),
    passages: await sharedPassages(store, id),
    revisions: await revisions(store, id),
  };
}

type Correction = ArticleAnswer['deleted'][number];
type Standing = Map<number, Omit<Correction, 'words'>>;

async function assertions(
  store: Store,
  revision: number,
  reading: Reading,
  corrections: Standing,
): Promise<ArticleAnswer['assertions']> {
  const rows = await store.db
    .selectFrom('assertion')
    .select(['id', 'ordinal', 'claim_id', 'polarity', 'speaker_id'])
    .where('revision_id', '=', revision)
    .execute();
  const rowOf = new Map(rows.map((row) => [row.ordinal, row]));
  const claims = await claimCards(
    store,
    rows.flatMap(({ claim_id }) => claim_id ?? []),
  );
  return reading.assertions.map((_, ordinal) => {
    const row = rowOf.get(ordinal);
    const claim = claims.get(row?.claim_id ?? 0);
    return {
      assertionId: row?.id ?? null,
      claimId: row?.claim_id ?? null,
      claimText: claim?.text ?? null,
      claimTitle: claim?.title ?? null,
      claimArticles: claim?.articles ?? null,
      claimStatus: claim?.status ?? null,
      polarity: typeof row?.polarity === 'number' ? decoded('polarity', row.polarity) : null,
      speakerId: row?.speaker_id ?? null,
      correction: corrections.get(ordinal) ?? null,
    };
  });
}

type CorrectionDecision = Extract<Decision, { kind: 'assertion-correction' }>;

/**
 * Where the corrections in force stand in a reading that they were applied to: by place in its assertions, and those that
 * took one away. A correction finds its assertion by the place that the corrections before it left it at.
 */
async function correctionsIn(
  store: Store,
  revision: number,
  reading: Reading,
): Promise<{ standing: Standing; deleted: Correction[] }> {
  const undone = store.db.selectFrom('decision').select('undoes').where('undoes', 'is not', null);
  const rows = await store.db
    .selectFrom('decision')
    .selectAll()
    .where('kind', '=', 'assertion-correction')
    .where('undoes', 'is', null)
    .where('payload', 'like', `%"revision":${revision},%`)
    .where('id', 'not in', undone.$castTo<{ undoes: number }>())
    .orderBy('id')
    .execute();
  const edited = new Map<string, Omit<Correction, 'words'>>();
  const deleted: Correction[] = [];
  for (const { id, at, author, payload: json } of rows) {
    const payload: CorrectionDecision['payload'] = DECISIONS['assertion-correction'].parse(JSON.parse(json));
    const here = placeKey(payload.at);
    const correction = { decisionId: id, at, author, action: payload.action, ordinal: null };
    edited.delete(here);
    if (payload.action === 'delete') {
      deleted.push({ ...correction, words: reading.text.slice(payload.at.start, payload.at.end) });
    } else edited.set(placeKey(movedTo(payload) ?? payload.at), correction);
  }
  const standing: Standing = new Map();
  for (const [ordinal, { content }] of reading.assertions.entries()) {
    const found = content[0] && edited.get(placeKey(content[0]));
    if (found) standing.set(ordinal, { ...found, ordinal: found.action === 'add' ? null : ordinal });
  }
  return { standing, deleted };
}

const span = z.object({ start: z.int(), end: z.int() });

function movedTo(payload: CorrectionDecision['payload']): { start: number; end: number } | undefined {
  return 'set' in payload && 'span' in payload.set ? span.safeParse(payload.set.span).data : undefined;
}

function placeKey({ start, end }: { start: number; end: number }): string {
  return `${start} ${end}`;
}

async function entityIds(store: Store, revision: number, reading: Reading): Promise<(number | null)[]> {
  const rows = await store.db
    .selectFrom('actor')
    .select(['ordinal', 'entity_id'])
    .where('revision_id', '=', revision)
    .execute();
  const entityOf = new Map(rows.map(({ ordinal, entity_id }) => [ordinal, entity_id]));
  return reading.actors.map((_, ordinal) => entityOf.get(ordinal) ?? null);
}

async function sharedPassages(store: Store, id: number): Promise<SharedPassage[]> {
  const rows = [];
  for (const side of ['a_id', 'b_id'] as const) {
    const ofSide = await store.db
      .selectFrom('copy')
      .selectAll()
      .where(side, '=', id)
      .where('dismissed', '=', 0)
      .orderBy('overlap', 'desc')
      .limit(MOST_PASSAGES)
      .execute();
    rows.push(...ofSide);
  }
  const related = rows.sort((a, b) => b.overlap - a.overlap).slice(0, MOST_PASSAGES);
  const others = await articleCards(
    store,
    related.map(({ a_id, b_id }) => (a_id === id ? b_id : a_id)),
  );
  return related.flatMap(({ a_id, b_id, label, overlap, passages }) => {
    const other = others.get(a_id === id ? b_id : a_id);
    if (other === undefined) return [];
    const shared = unpackPassages(passages);
    const a = shared.map((passage) => passage.a);
    const b = shared.map((passage) => passage.b);
    const [here, there] = a_id === id ? [a, b] : [b, a];
    return [{ articleId: other.id, title: other.title, outlet: other.outlet, label, overlap, here, there }];
  });
}

async function revisions(store: Store, id: number): Promise<ArticleAnswer['revisions']> {
  const rows = await store.db
    .selectFrom('revision')
    .select(['id', 'number', 'added_at', 'title', 'reader_version'])
    .where('article_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(({ id, number, added_at, title, reader_version }) => ({
    id,
    number,
    addedAt: added_at,
    title: title ?? '',
    readerVersion: reader_version,
  }));
}

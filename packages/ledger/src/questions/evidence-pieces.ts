import type { Assertion, Reading } from '@hearsay/reader/reading';
import { decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { Evidence } from './answers.ts';
import { type KnownReadings, openingOf } from './article-cards.ts';
import { readingsOf } from './readings.ts';

/** A sentence around a content that is shown; one that a page made of a list without stops would be longer. */
const LONGEST_SENTENCE = 800;

/** Assertions by id with the exact words that they rest on, in the order asked for. Reads only the readings that they are of. */
export async function evidencePieces(
  store: Store,
  assertionIds: readonly number[],
  known: KnownReadings = new Map(),
): Promise<Evidence[]> {
  if (assertionIds.length === 0) return [];
  const rows = await store.db
    .selectFrom('assertion')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .select([
      'assertion.id',
      'assertion.article_id',
      'assertion.revision_id',
      'assertion.ordinal',
      'assertion.speaker_id',
      'assertion.claim_id',
      'assertion.polarity',
      'article.published',
      'article.time',
      'article.outlet',
      'article.title',
      'article.origin_id',
    ])
    .where('assertion.id', 'in', store.listed(assertionIds))
    .where('article.forgotten_at', 'is', null)
    .execute();
  const revisions = rows.map(({ revision_id }) => revision_id);
  const readings = new Map([
    ...known,
    ...(await readingsOf(
      store,
      revisions.filter((id) => !known.has(id)),
    )),
  ]);
  const names = await actorEntities(store, revisions);
  const speakers = await entityNames(
    store,
    rows.flatMap(({ speaker_id }) => speaker_id ?? []),
  );
  const pieces = new Map<number, Evidence>();
  for (const row of rows) {
    const reading = readings.get(row.revision_id);
    const assertion = reading?.assertions[row.ordinal];
    if (reading === undefined || assertion === undefined) continue;
    const { content, cue, kind, act, certainty, stance, confidence } = assertion;
    const ordinals = new Map(reading.actors.map(({ id }, ordinal) => [id, ordinal]));
    pieces.set(row.id, {
      assertionId: row.id,
      articleId: row.article_id,
      revisionId: row.revision_id,
      ordinal: row.ordinal,
      content,
      words: wordsOf(reading, content),
      sentence: sentenceAround(reading, assertion),
      cue: wordsOf(reading, cue),
      kind,
      act,
      certainty,
      stance,
      polarity: row.polarity === null ? 'for' : decoded('polarity', row.polarity),
      confidence,
      speaker: row.speaker_id === null ? null : (speakers.get(row.speaker_id) ?? null),
      source: reading.actors.find(({ id }) => id === assertion.speaker)?.name ?? null,
      chain: assertion.chain.flatMap((actor) => names.get(`${row.revision_id} ${ordinals.get(actor)}`) ?? []),
      claimId: row.claim_id,
      outlet: row.outlet,
      title: row.title ?? openingOf(reading),
      originId: row.origin_id ?? row.article_id,
      published: row.published === null ? null : row.time,
      at: row.time,
    });
  }
  return assertionIds.flatMap((id) => pieces.get(id) ?? []);
}

/** The exact words of segments. */
export function wordsOf({ text }: Reading, spans: Assertion['content']): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

function sentenceAround({ text, sentences }: Reading, { content }: Assertion): string {
  const first = content[0];
  const last = content.at(-1);
  if (first === undefined || last === undefined) return '';
  const touched = sentences.filter(({ start, end }) => start < last.end && end > first.start);
  const start = touched[0]?.start ?? first.start;
  const end = touched.at(-1)?.end ?? last.end;
  return text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
}

/** Names of entities by id. */
export async function entityNames(
  store: Store,
  ids: readonly number[],
): Promise<Map<number, { id: number; name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('entity')
    .select(['id', 'name'])
    .where('id', 'in', store.listed([...new Set(ids)]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The entities of revisions' actors, by revision and place in `reading.actors`. */
async function actorEntities(
  store: Store,
  revisionIds: readonly number[],
): Promise<Map<string, { id: number; name: string }>> {
  const rows = await store.db
    .selectFrom('actor')
    .innerJoin('entity', 'entity.id', 'actor.entity_id')
    .select(['actor.revision_id', 'actor.ordinal', 'entity.id', 'entity.name'])
    .where('actor.revision_id', 'in', store.listed([...new Set(revisionIds)]))
    .execute();
  return new Map(rows.map(({ revision_id, ordinal, id, name }) => [`${revision_id} ${ordinal}`, { id, name }]));
}

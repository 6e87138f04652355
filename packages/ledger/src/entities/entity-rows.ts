import { KeyIndex } from '../store/key-index.ts';
import type { Writing } from '../store/writing.ts';
import { type Entity, nameOf, newEntity, strongest } from './entity.ts';
import { type EntityKey, SLOTS } from './entity-index.ts';

const STORED_STORIES = 12;
const STORED_COMPANY = 24;
const STORED_ROLES = 12;
/** Rows in one statement of `countAliases`. */
const ROWS_AT_ONCE = 40;

/** Where entities are found. */
export const entityKeyIndex = new KeyIndex('entity_key', SLOTS);

/** Entities by id; where one was poured into another, the other stands under its id too. */
export async function loadEntities(writing: Writing, ids: Iterable<number>): Promise<Map<number, Entity>> {
  const entities = new Map<number, Entity>();
  const pouredInto = new Map<number, number>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const rows = await writing.db.selectFrom('entity').selectAll().where('id', 'in', writing.listed(wanted)).execute();
    wanted = [];
    for (const { id, type, articles, merged_into, context } of rows) {
      if (merged_into === null) {
        const entity = newEntity(id, type);
        entity.articles = articles;
        unpackContext(context, entity);
        entities.set(id, entity);
      } else {
        pouredInto.set(id, merged_into);
        if (!entities.has(merged_into) && !pouredInto.has(merged_into)) wanted.push(merged_into);
      }
    }
  }
  const aliases = await writing.db
    .selectFrom('entity_alias')
    .selectAll()
    .where('entity_id', 'in', writing.listed([...entities.keys()]))
    .execute();
  for (const { entity_id, name, articles } of aliases) entities.get(entity_id)?.forms.set(name, Math.max(0, articles));
  for (const id of pouredInto.keys()) {
    let end = id;
    for (let next = pouredInto.get(end); next !== undefined; next = pouredInto.get(end)) end = next;
    const entity = entities.get(end);
    if (entity !== undefined) entities.set(id, entity);
  }
  return entities;
}

/** Adds entities that are new and brings the others up to date; their aliases are counted by `countAliases`. */
export async function saveEntities(
  writing: Writing,
  changed: Iterable<Entity>,
  isNew: (id: number) => boolean,
): Promise<void> {
  const entities = [...changed];
  const rowOf = (entity: Entity) => ({
    id: entity.id,
    name: nameOf(entity),
    type: entity.type,
    articles: entity.articles,
    context: packContext(entity),
  });
  await writing.insert(
    'entity',
    entities.filter(({ id }) => isNew(id)).map((entity) => ({ ...rowOf(entity), merged_into: null })),
  );
  await writing.update('entity', 'id', entities.filter(({ id }) => !isNew(id)).map(rowOf));
}

export async function saveKeys(writing: Writing, keys: readonly EntityKey[]): Promise<void> {
  await entityKeyIndex.add(
    keys.map(({ key, entity }) => ({ key, id: entity })),
    writing,
  );
}

/** How many articles more, or fewer, have each form of each entity's name. */
export class AliasCounts {
  readonly #counts = new Map<number, Map<string, number>>();

  add(entity: number, forms: readonly string[], articles: number): void {
    const counts = this.#counts.get(entity) ?? new Map<string, number>();
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + articles);
    this.#counts.set(entity, counts);
  }

  /** Adds what was counted. A form of no article stays until it is forgotten: its article may be read again. */
  async save(writing: Writing): Promise<void> {
    const rows = [...this.#counts].flatMap(([entity, counts]) =>
      [...counts].filter(([, articles]) => articles !== 0).map(([form, articles]) => [entity, form, articles]),
    );
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      await writing.query(
        `insert into entity_alias (entity_id, name, articles) values ${some.map(() => '(?, ?, ?)').join()}
         on conflict (entity_id, name) do update set articles = entity_alias.articles + excluded.articles`,
        some.flat(),
      );
    }
  }
}

/** Three counts, then each story, name and role with how often it was met: four bytes and two. */
export function packContext({ stories, company, roles }: Entity): Uint8Array {
  const parts = [
    [...stories].slice(-STORED_STORIES),
    strongest(company, STORED_COMPANY),
    strongest(roles, STORED_ROLES),
  ];
  const entries = parts.flat();
  const view = new DataView(new ArrayBuffer(3 + entries.length * 6));
  for (const [at, part] of parts.entries()) view.setUint8(at, part.length);
  for (const [at, [key, times]] of entries.entries()) {
    view.setInt32(3 + at * 6, key, true);
    view.setUint16(7 + at * 6, Math.min(times, 65_535), true);
  }
  return new Uint8Array(view.buffer);
}

export function unpackContext(bytes: Uint8Array, { stories, company, roles }: Entity): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 3;
  for (const [part, counts] of [stories, company, roles].entries()) {
    for (let left = view.getUint8(part); left > 0; left--, at += 6) {
      counts.set(view.getInt32(at, true), view.getUint16(at + 4, true));
    }
  }
}

import { KeyIndex } from '../store/key-index.ts';
import { NumberReader, pushNumber } from '../store/packed-numbers.ts';
import type { Writing } from '../store/writing.ts';
import { type Entity, nameOf, strongest } from './entity.ts';
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
        entities.set(id, new LoadedEntity(id, type, articles, context));
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

/** An entity of the ledger. Most of those that an actor is compared with have another name: their context is never asked for. */
class LoadedEntity implements Entity {
  readonly id: number;
  type: Entity['type'];
  articles: number;
  readonly forms = new Map<string, number>();
  readonly #packed: Uint8Array;
  #context: Context | undefined;

  constructor(id: number, type: Entity['type'], articles: number, context: Uint8Array) {
    this.id = id;
    this.type = type;
    this.articles = articles;
    this.#packed = context;
  }

  get stories(): Map<number, number> {
    return this.#unpacked().stories;
  }

  get company(): Map<number, number> {
    return this.#unpacked().company;
  }

  get roles(): Map<number, number> {
    return this.#unpacked().roles;
  }

  #unpacked(): Context {
    this.#context ??= unpackContext(this.#packed);
    return this.#context;
  }
}

type Context = Pick<Entity, 'stories' | 'company' | 'roles'>;

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

/**
 * Three counts, then each story, name and role with how often it was met: a story as its number (LEB128), the others as
 * their hash, of 32 and of 24 bits, the times in one byte up to 127.
 */
export function packContext({ stories, company, roles }: Entity): Uint8Array {
  const parts = [
    [...stories].slice(-STORED_STORIES),
    strongest(company, STORED_COMPANY),
    strongest(roles, STORED_ROLES),
  ];
  const bytes = parts.map(({ length }) => length);
  for (const [kind, part] of parts.entries()) {
    for (const [key, times] of part) {
      if (kind === STORY) pushNumber(bytes, key);
      else for (let shift = HASH_BITS[kind] - 8; shift >= 0; shift -= 8) bytes.push((key >>> shift) & 255);
      pushNumber(bytes, times);
    }
  }
  return Uint8Array.from(bytes);
}

function unpackContext(bytes: Uint8Array): Context {
  const stories = new Map<number, number>();
  const company = new Map<number, number>();
  const roles = new Map<number, number>();
  const reader = new NumberReader(bytes, 3);
  for (const [kind, counts] of [stories, company, roles].entries()) {
    for (let left = bytes[kind]; left > 0; left--) {
      let key = 0;
      if (kind === STORY) key = reader.number();
      else for (let shift = HASH_BITS[kind] - 8; shift >= 0; shift -= 8) key += reader.byte() * 2 ** shift;
      // A company's hash is signed.
      counts.set(kind === STORY ? key : key | 0, reader.number());
    }
  }
  return { stories, company, roles };
}

const STORY = 0;
/** By kind of entry. */
const HASH_BITS = [0, 32, 24];

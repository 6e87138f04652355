import type { Suggestions } from '../questions/answers.ts';
import { entityNames } from '../questions/evidence-pieces.ts';
import type { Store } from '../store/store.ts';
import { foldedWords } from './folded-words.ts';
import { FILTERS, type FilterName } from './search-query.ts';

const MOST_SUGGESTIONS = 8;
/** Words of names that are looked at under one beginning. */
const MOST_LOOKED_AT = 200;

/** What the last word of a query can become; `text` stands in its place. */
export async function suggest(store: Store, query: string): Promise<Suggestions> {
  const word = /(?:[A-Za-z]+:"[^"]*|\S+)$/.exec(query)?.[0] ?? '';
  const colon = word.indexOf(':');
  const name = word.slice(0, Math.max(0, colon)).toLowerCase();
  const items: Suggestions['items'] = [];
  if (Object.hasOwn(FILTERS, name)) {
    const begun = word.slice(colon + 1).replace(/^"/, '');
    items.push(...(await values(store, name as FilterName, begun)));
  } else if (word !== '' && colon < 0) {
    const filters = Object.keys(FILTERS).filter((each) => each.startsWith(word.toLowerCase()));
    items.push(...filters.map((each) => ({ text: `${each}:`, kind: 'filter' as const })));
    items.push(...(await values(store, 'speaker', word)), ...(await values(store, 'outlet', word)));
  }
  return { items: items.slice(0, MOST_SUGGESTIONS) };
}

async function values(store: Store, name: FilterName, begun: string): Promise<Suggestions['items']> {
  const form = FILTERS[name];
  if (name === 'speaker') {
    return (await namesBeginning(store, begun)).map((each) => ({ text: `speaker:${quoted(each)}`, kind: 'entity' }));
  }
  if (name === 'outlet') {
    return (await outletsBeginning(store, begun)).map((each) => ({ text: `outlet:${quoted(each)}`, kind: 'outlet' }));
  }
  if (typeof form === 'string') return [];
  return form
    .filter((choice) => choice.toLowerCase().startsWith(begun.toLowerCase()))
    .map((choice) => ({ text: `${name}:${choice}`, kind: 'filter' }));
}

/** Names of which one word begins so and all before it are there, those of most articles first. */
async function namesBeginning(store: Store, begun: string): Promise<string[]> {
  const words = foldedWords(begun);
  const last = words.at(-1);
  if (last === undefined) return [];
  const rows = await store.query<{ id: number }>(
    `select entity.id from
       (select distinct entity_id from search_name where word >= ? and word < ? limit ?) as begun
     join entity on entity.id = begun.entity_id
     where entity.merged_into is null and entity.articles > 0 order by entity.articles desc, entity.id limit ?`,
    [last, `${last}\uffff`, MOST_LOOKED_AT, MOST_LOOKED_AT],
  );
  const names = await entityNames(
    store,
    rows.map(({ id }) => id),
  );
  const wanted = words.slice(0, -1);
  const found = rows
    .flatMap(({ id }) => names.get(id)?.name ?? [])
    .filter((name) => wanted.every((word) => foldedWords(name).includes(word)));
  return [...new Set(found)].slice(0, MOST_SUGGESTIONS);
}

async function outletsBeginning(store: Store, begun: string): Promise<string[]> {
  const folded = foldedWords(begun).join(' ');
  if (folded === '') return [];
  const rows = await store.db
    .selectFrom('search_outlet')
    .select('name')
    .where('folded', '>=', folded)
    .where('folded', '<', `${folded}\uffff`)
    .orderBy('folded')
    .limit(MOST_SUGGESTIONS)
    .execute();
  return rows.map(({ name }) => name);
}

function quoted(name: string): string {
  return /^[\p{L}\p{N}]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`;
}

import type { Store } from '../store/store.ts';
import { foldedWords } from './folded-words.ts';
import { entitiesNamed } from './named-entities.ts';
import type { WantedWords } from './search-dialect.ts';
import type { SearchQuery } from './search-query.ts';

/** Entities that a name in a filter can mean, those of most articles. */
const MOST_SPEAKERS = 50;
const MOST_OUTLETS = 100;

/** Columns of `assertion` that a filter of the same name holds against. */
export const ASSERTION_COLUMNS = ['act', 'certainty', 'kind', 'polarity', 'stance'] as const;

/** A search held against the ledger: names in filters found out. Where a filter is undefined there is none. */
export interface SearchScope {
  readonly wanted: WantedWords;
  readonly hasWords: boolean;
  readonly speakers: readonly number[] | undefined;
  readonly outlets: readonly string[] | undefined;
  /** From this day on, ISO. */
  readonly after: string | undefined;
  /** Before this day. */
  readonly before: string | undefined;
  readonly articles: readonly number[] | undefined;
  readonly claims: readonly number[] | undefined;
  readonly entities: readonly number[] | undefined;
  readonly stories: readonly number[] | undefined;
  readonly statuses: readonly string[] | undefined;
  readonly columns: Readonly<Partial<Record<(typeof ASSERTION_COLUMNS)[number], readonly string[]>>>;
}

/** Finds out whom and what the filters of a search mean. */
export async function searchScope(store: Store, query: SearchQuery): Promise<SearchScope> {
  const { words, phrases, without, filters } = query;
  const numbers = (values: readonly string[] | undefined): number[] | undefined => values?.map(Number);
  const columns = ASSERTION_COLUMNS.flatMap((column) => {
    const values = filters[column];
    return values === undefined ? [] : [[column, values] as const];
  });
  return {
    wanted: { words, phrases, without },
    hasWords: words.length + phrases.length > 0,
    speakers: filters.speaker && (await speakersNamed(store, filters.speaker)),
    outlets: filters.outlet && (await outletsNamed(store, filters.outlet)),
    after: filters.after?.toSorted()[0],
    before: filters.before?.toSorted().at(-1),
    articles: undefined,
    claims: numbers(filters.claim),
    entities: numbers(filters.entity),
    stories: numbers(filters.story),
    statuses: filters.status,
    columns: Object.fromEntries(columns),
  };
}

async function speakersNamed(store: Store, names: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const name of names) found.push(...(await entitiesNamed(store, foldedWords(name))).slice(0, MOST_SPEAKERS));
  return found;
}

/** Outlets whose name begins with the words given. */
async function outletsNamed(store: Store, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const folded = foldedWords(name).join(' ');
    const rows = await store.db
      .selectFrom('search_outlet')
      .select('name')
      .where('folded', '>=', folded)
      .where('folded', '<', `${folded}\uffff`)
      .orderBy('folded')
      .limit(MOST_OUTLETS)
      .execute();
    found.push(...rows.map((row) => row.name));
  }
  return found;
}

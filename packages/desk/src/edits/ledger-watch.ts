import type { Change } from '@hearsay/ledger/questions/answers';
import type { Store } from '@hearsay/ledger/store/store';

/** Ids of each kind in one event, at most: a page that shows another one is asked for again when its reader comes to it. */
const MOST_TOLD = 500;

/** Notices what was written to a ledger, here or by another process, and which pages that touches. */
export class LedgerWatch {
  readonly #store: Store;
  #mark = '';
  #revision = 0;
  #at = '';

  private constructor(store: Store) {
    this.#store = store;
  }

  static async start(store: Store): Promise<LedgerWatch> {
    const watch = new LedgerWatch(store);
    watch.#mark = await watch.#readMark();
    watch.#revision = await watch.#lastRevision();
    watch.#at = await watch.#lastTime();
    return watch;
  }

  /** What changed since the last look; undefined where nothing was written. */
  async look(): Promise<Change | undefined> {
    const mark = await this.#readMark();
    if (mark === this.#mark) return undefined;
    this.#mark = mark;
    return this.#changed();
  }

  /** The same after something was written through this very connection, which `look` would not notice; `known` goes with it. */
  async lookAfter(known: Change): Promise<Change> {
    this.#mark = await this.#readMark();
    const found = await this.#changed();
    const both = (kind: keyof Change): number[] => [...new Set([...known[kind], ...found[kind]])];
    return { stories: both('stories'), claims: both('claims'), articles: both('articles') };
  }

  /** Cheap to ask for several times a second: SQLite counts commits of others; PostgreSQL's ledger counts what it gave out. */
  async #readMark(): Promise<string> {
    const isPostgres = /^postgres/i.test(this.#store.address);
    const rows = await this.#store.query<object>(isPostgres ? 'select sum(next) from identity' : 'pragma data_version');
    return String(Object.values(rows[0] ?? {})[0]);
  }

  async #changed(): Promise<Change> {
    const articles = await this.#store.query<{ id: number; article_id: number }>(
      'select id, article_id from revision where id > ? order by id desc limit ?',
      [this.#revision, MOST_TOLD],
    );
    const stories = await this.#since<{ id: number; at: string }>('story', 'id', 'articles > 0');
    const claims = await this.#since<{ id: number; at: string }>('claim_standing', 'claim_id', 'articles >= 0');
    this.#revision = Math.max(this.#revision, ...articles.map(({ id }) => id));
    // A batch is one transaction with one time: what has the last time was there at the last look.
    this.#at = [...stories, ...claims].reduce((last, { at }) => (at > last ? at : last), this.#at);
    return {
      stories: stories.map(({ id }) => id),
      claims: claims.map(({ id }) => id),
      articles: [...new Set(articles.map(({ article_id }) => article_id))],
    };
  }

  #since<Row>(table: string, id: string, condition: string): Promise<Row[]> {
    return this.#store.query<Row>(
      `select ${id} as id, changed_at as at from ${table} where changed_at > ? and ${condition} order by changed_at desc limit ?`,
      [this.#at, MOST_TOLD],
    );
  }

  async #lastRevision(): Promise<number> {
    const [row] = await this.#store.query<{ last: number | null }>('select max(id) as last from revision');
    return Number(row.last ?? 0);
  }

  async #lastTime(): Promise<string> {
    const [story] = await this.#store.query<{ at: string | null }>(
      'select max(changed_at) as at from story where articles > 0',
    );
    const [claim] = await this.#store.query<{ at: string | null }>('select max(changed_at) as at from claim_standing');
    return [story.at ?? '', claim.at ?? ''].sort()[1];
  }
}

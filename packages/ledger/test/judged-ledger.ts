import { loadModel, readAnalysed } from '@hearsay/reader';
import type { AnalysedArticle } from '../src/analysed-article.ts';
import type { Decision, DecisionKind, Payload } from '../src/edits/decision.ts';
import { assertionRow } from '../src/ingest/record.ts';
import type { Judgement, RecordedArticle } from '../src/judgement.ts';
import { openStore } from '../src/store/open-store.ts';
import { packJson } from '../src/store/packed-json.ts';
import type { Store } from '../src/store/store.ts';
import type { Writing } from '../src/store/writing.ts';

const model = loadModel();

/** A text of a test, read. */
export function analysed(text: string, title?: string): AnalysedArticle {
  return readAnalysed({ text, title }, model);
}

/** A ledger at an address with some of its judgements, for tests of one folder. */
export class JudgedLedger {
  readonly store: Store;
  readonly #judgements: readonly Judgement[];

  private constructor(store: Store, judgements: readonly Judgement[]) {
    this.store = store;
    this.#judgements = judgements;
  }

  static async open(address: string, judgements: readonly Judgement[]): Promise<JudgedLedger> {
    return new JudgedLedger(await openStore(address, { access: 'write', create: true }), judgements);
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  /** Records articles as one batch; returns their ids. */
  async record(articles: readonly AnalysedArticle[], time = '2031-04-02T00:00:00.000Z'): Promise<number[]> {
    return this.store.write(async (writing) => {
      const batch: RecordedArticle<unknown>[] = [];
      const features = articles.map((article) => this.#features(article));
      for (const [at, { reading }] of articles.entries()) {
        const articleId = await writing.nextIds('article', 1);
        const revisionId = await writing.nextIds('revision', 1);
        await writing.insert('article', [
          {
            id: articleId,
            key: `article ${articleId}`,
            url: null,
            outlet: null,
            title: null,
            published: time,
            added_at: writing.at,
            seen_at: writing.at,
            time,
            revision_id: revisionId,
            story_id: null,
            origin_id: null,
            origin_reason: null,
            forgotten_at: null,
          },
        ]);
        await writing.insert('revision', [
          {
            id: revisionId,
            article_id: articleId,
            number: 1,
            hash: '',
            input_type: 'text',
            added_at: writing.at,
            title: null,
            reader_version: '',
            model_version: '',
            reading: packJson(reading),
            features: packJson(this.#kept(features[at])),
            changes: null,
          },
        ]);
        batch.push({
          ...(await this.#rows(writing, articleId, revisionId, articles[at])),
          time,
          isRevision: false,
          formerClaims: [],
        });
      }
      await this.#recordAll(batch, features, writing);
      return batch.map(({ articleId }) => articleId);
    });
  }

  /** Reads articles again: takes back what was recorded, and records them anew. */
  async reread(ids: readonly number[], articles: readonly AnalysedArticle[]): Promise<void> {
    await this.store.write(async (writing) => {
      const rows = await writing.db
        .selectFrom('article')
        .select(['id as articleId', 'revision_id as revisionId', 'time'])
        .where('id', 'in', writing.listed(ids))
        .orderBy('id')
        .execute();
      for (const judgement of this.#judgements) await judgement.retract(rows, writing);
      const revisions = writing.listed(rows.map(({ revisionId }) => revisionId));
      await writing.db.deleteFrom('actor').where('revision_id', 'in', revisions).execute();
      const features = articles.map((article) => this.#features(article));
      const batch = rows.map(({ articleId, revisionId, time }, at) => ({
        articleId,
        revisionId,
        time,
        reading: articles[at].reading,
        features: undefined,
        outlet: null,
        assertionIds: [],
        isRevision: true,
        formerClaims: [],
      }));
      for (const [at, { revisionId }] of rows.entries()) {
        await writing.update('revision', 'id', [{ id: revisionId, features: packJson(this.#kept(features[at])) }]);
      }
      await this.#recordAll(batch, features, writing);
    });
  }

  async forget(ids: readonly number[]): Promise<void> {
    await this.store.write(async (writing) => {
      const rows = await writing.db
        .selectFrom('article')
        .select(['id as articleId', 'revision_id as revisionId'])
        .where('id', 'in', writing.listed(ids))
        .execute();
      for (const judgement of this.#judgements) await judgement.retract(rows, writing);
      for (const judgement of this.#judgements) await judgement.forget(ids, writing);
    });
  }

  /** Records an editor's decision and carries it out; returns its id. */
  async decide<Kind extends DecisionKind>(kind: Kind, payload: Payload<Kind>): Promise<number> {
    return this.store.write(async (writing) => {
      const id = await writing.nextIds('decision', 1);
      const row = { id, at: writing.at, author: 'Oda', kind };
      await writing.insert('decision', [{ ...row, payload: JSON.stringify(payload), undoes: null }]);
      await this.#carryOut({ ...row, payload } as Decision, false, writing);
      return id;
    });
  }

  async undo(decision: number): Promise<void> {
    await this.store.write(async (writing) => {
      const row = await writing.db
        .selectFrom('decision')
        .selectAll()
        .where('id', '=', decision)
        .executeTakeFirstOrThrow();
      await this.#carryOut({ ...row, payload: JSON.parse(row.payload) } as Decision, true, writing);
    });
  }

  #features(article: AnalysedArticle): Record<string, unknown> {
    return Object.fromEntries(this.#judgements.map((judgement) => [judgement.name, judgement.features(article)]));
  }

  #kept(features: Record<string, unknown>): Record<string, unknown> {
    const keeping = this.#judgements.filter(({ kept }) => kept !== undefined);
    return Object.fromEntries(keeping.map(({ name, kept }) => [name, kept?.(features[name])]));
  }

  async #rows(writing: Writing, articleId: number, revisionId: number, { reading }: AnalysedArticle) {
    const first = await writing.nextIds('assertion', reading.assertions.length);
    await writing.insert(
      'assertion',
      reading.assertions.map((_, ordinal) =>
        assertionRow({ articleId, revisionId }, reading, ordinal, first + ordinal),
      ),
    );
    const assertionIds = reading.assertions.map((_, ordinal) => first + ordinal);
    return { articleId, revisionId, reading, features: undefined, outlet: null, assertionIds };
  }

  async #recordAll(
    batch: readonly RecordedArticle<unknown>[],
    features: readonly Record<string, unknown>[],
    writing: Writing,
  ): Promise<void> {
    for (const judgement of this.#judgements) {
      await judgement.record(
        batch.map((article, at) => ({ ...article, features: features[at][judgement.name] })),
        writing,
      );
    }
  }

  async #carryOut(decision: Decision, undone: boolean, writing: Writing): Promise<void> {
    for (const judgement of this.#judgements) await judgement.decide?.(decision, undone, writing);
  }
}

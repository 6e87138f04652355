import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import type { ReadInput } from '@hearsay/reader/read';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { decide, undo } from '../edits/decide.ts';
import { check } from '../store/check.ts';
import { codeOf } from '../store/codes.ts';
import { forget } from '../store/forget.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { storedReading } from '../store/stored-reading.ts';
import { ingest } from './ingest.ts';
import { ReaderPool } from './reader-pool.ts';
import { reread, rereadRevisions } from './reread.ts';
import type { Incoming, Source } from './source.ts';

const BRIDGE =
  'The bridge at Lenn is safe, the mayor said on Tuesday. “It will stand,” Ada Brill said.\n\nEngineers say that two pillars are cracked.\n';
const readers = new ReaderPool(1);
after(() => readers.close());

const FERRY = 'The ferry may be late, Orlen harbour police said. Captain Ives Marr denied that anybody was hurt.\n';

async function* source(...incoming: (ReadInput | Incoming)[]): Source {
  for (const one of incoming) {
    yield 'kind' in one ? one : { kind: 'article', input: one, place: `the test: ${one.id ?? one.url}` };
  }
}

const counts = (added: number, revised: number, known: number, skipped: number) => ({ added, revised, known, skipped });

for (const kind of ledgerKinds()) {
  describe(`ingest into ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
      const store = await openStore(await kind.make(), { access: 'write', name: 'the test' });
      try {
        await work(store);
        assert.deepEqual(await check(store), []);
      } finally {
        await store.close();
      }
    }
    const take = (store: Store, ...incoming: (ReadInput | Incoming)[]) =>
      ingest(store, source(...incoming), { readers });
    const articles = (store: Store) => store.db.selectFrom('article').selectAll().orderBy('id').execute();
    const skips = async (store: Store) =>
      (await store.db.selectFrom('skipped').select(['code', 'reason']).orderBy('id').execute()).map((row) => ({
        ...row,
      }));

    test('the same input again adds nothing', () =>
      withStore(async (store) => {
        const inputs = [
          { id: 'bridge', text: BRIDGE },
          { id: 'ferry', text: FERRY, published: '2019-04-02' },
        ];
        assert.deepEqual(await take(store, ...inputs, inputs[0]), counts(2, 0, 1, 0));
        assert.deepEqual(await take(store, ...inputs), counts(0, 0, 2, 0));
        assert.equal((await articles(store)).length, 2);
      }));

    test('every assertion stands on words of its article', () =>
      withStore(async (store) => {
        await take(store, { id: 'bridge', text: BRIDGE });
        const rows = await store.db
          .selectFrom('assertion')
          .innerJoin('revision', 'revision.id', 'revision_id')
          .select(['start', 'end', 'reading'])
          .orderBy('ordinal')
          .execute();
        const words = rows.map(({ start, end, reading }) => storedReading(reading!).text.slice(start, end));
        assert.ok(
          words.some((content) => content.includes('It will stand')),
          words.join(' | '),
        );
      }));

    test('a page under five addresses is one article', () =>
      withStore(async (store) => {
        const page = `<html lang="en"><head><link rel="canonical" href="https://lenn.example/bridge"><title>Bridge</title></head><body><article><p>${BRIDGE.replaceAll('\n\n', '</p><p>')}</p></article></body></html>`;
        const addresses = [
          'https://lenn.example/bridge',
          'http://www.lenn.example/bridge/',
          'https://lenn.example/bridge?utm_source=x#top',
          'https://m.lenn.example/bridge',
          'https://www.lenn.example/story?id=17',
        ];
        const inputs = addresses.map((url) => ({ url, html: page }));
        assert.deepEqual(await take(store, ...inputs), counts(1, 0, 4, 0));
        assert.deepEqual(await take(store, ...inputs.toReversed()), counts(0, 0, 5, 0));
      }));

    test('a changed page is a revision that says what was added, cut and altered', () =>
      withStore(async (store) => {
        const url = 'https://lenn.example/bridge';
        await take(store, { url, text: BRIDGE, title: 'Bridge is safe' });
        const changed = `${BRIDGE.replace('“It will stand,” Ada Brill said.', '')}Ada Brill denied that the pillars were sold.\n`;
        assert.deepEqual(await take(store, { url, text: changed, title: 'Bridge in doubt' }), counts(0, 1, 0, 0));
        const [article] = await articles(store);
        assert.equal(article.title, 'Bridge in doubt');
        const revisions = await store.db.selectFrom('revision').selectAll().orderBy('number').execute();
        const changes = JSON.parse(revisions[1].changes ?? '');
        assert.deepEqual([revisions.length, article.revision_id, changes.headline], [2, revisions[1].id, true]);
        const before = storedReading(revisions[0].reading!);
        const cut = changes.cut.map((at: number) => {
          const [{ start, end }] = before.assertions[at].content;
          return before.text.slice(start, end);
        });
        assert.ok(
          cut.some((words: string) => words.includes('It will stand')),
          JSON.stringify(cut),
        );
        assert.ok(changes.added.length > 0);
        assert.deepEqual(await take(store, { url, text: BRIDGE, title: 'Bridge is safe' }), counts(0, 0, 1, 0));
      }));

    test('two versions of a page in one batch are two revisions, in order', () =>
      withStore(async (store) => {
        const url = 'https://lenn.example/ferry';
        assert.deepEqual(await take(store, { url, text: FERRY }, { url, text: FERRY + BRIDGE }), counts(1, 1, 0, 0));
      }));

    test('what a slow source gave is recorded while it is waited for', () =>
      withStore(async (store) => {
        const said = (id: number) => `The bridge is safe, Ada Brill said on day ${id}. “It will stand,” she added.`;
        let atTheEnd = 0;
        async function* slowly(): Source {
          for (let id = 1; id <= 3; id++) {
            yield { kind: 'article', place: `${id}`, input: { id: `${id}`, text: said(id) } };
            if (id === 1) await new Promise((resolve) => setTimeout(resolve, 5100));
          }
          atTheEnd = (await articles(store)).length;
        }
        await ingest(store, slowly(), { readers });
        assert.ok(atTheEnd >= 1);
        assert.equal((await articles(store)).length, 3);
      }));

    test('without a date of publication an article stands at the day of its dateline, where that has a year', () =>
      withStore(async (store) => {
        const said = 'The bridge is safe, Ada Brill said on Friday. “It will stand,” she added.';
        await take(
          store,
          { id: 'dated', text: `LENN, 10 April 2026 — ${said}` },
          { id: 'yearless', text: `LENN, April 11 — ${said}` },
          { id: 'future', text: `LENN, 10 April 2931 — ${said}` },
        );
        const rows = await store.db.selectFrom('article').select(['key', 'time', 'seen_at']).orderBy('id').execute();
        assert.deepEqual(
          rows.map(({ time, seen_at }) => (time === seen_at ? 'seen' : time)),
          ['2026-04-10T00:00:00.000Z', 'seen', 'seen'],
        );
      }));

    test('a date in the future or before 1990 is not believed: the article is kept without it, with a note', () =>
      withStore(async (store) => {
        const html = `<html lang="en"><head><meta property="article:published_time" content="1970-01-01T00:00:00Z"></head><body><article><p>${FERRY}</p></article></body></html>`;
        const incoming = [
          { id: 'a', text: BRIDGE, published: '2931-01-01' },
          { id: 'b', html },
        ];
        assert.deepEqual(await take(store, ...incoming), counts(2, 0, 0, 0));
        assert.deepEqual(
          (await articles(store)).map(({ published }) => published),
          [null, null],
        );
        const notes = await skips(store);
        assert.deepEqual(
          notes.map(({ code }) => code),
          ['date', 'date'],
        );
        assert.match(notes[0].reason, /2931.*future/);
        assert.match(notes[1].reason, /1970.*before 1990/);
      }));

    test('what did not come in is kept with its reason, once, and everything else comes in', () =>
      withStore(async (store) => {
        const skipped = {
          kind: 'skipped',
          input: 'x',
          place: 'x.warc',
          code: 'truncated',
          reason: 'breaks off',
        } as const;
        const incoming = [skipped, { id: 'empty', text: ' \n' }, { id: 'bridge', text: BRIDGE }];
        assert.deepEqual(await take(store, ...incoming), counts(1, 0, 0, 2));
        await take(store, ...incoming);
        assert.deepEqual((await skips(store)).map(({ code }) => code).toSorted(), ['empty', 'truncated']);
      }));

    test('a forgotten article leaves no words, and does not come in again', () =>
      withStore(async (store) => {
        await take(store, { id: 'bridge', text: BRIDGE, title: 'Bridge' }, { id: 'ferry', text: FERRY });
        assert.equal((await forget(store, 'bridge')).key, 'bridge');
        const [bridge] = await articles(store);
        assert.ok(bridge.forgotten_at !== null && bridge.title === null);
        assert.deepEqual(await take(store, { id: 'bridge', text: BRIDGE, title: 'Bridge' }), counts(0, 0, 1, 0));
        assert.deepEqual(await take(store, { id: 'bridge', text: `${BRIDGE} More.` }), counts(0, 0, 0, 1));
        const left = await store.db.selectFrom('assertion').select('id').where('article_id', '=', bridge.id).execute();
        assert.deepEqual(left, []);
        await assert.rejects(forget(store, 'bridge'), /was taken down/);
        await assert.rejects(forget(store, 'nothing'), /no article "nothing"/);
      }));

    test('reading again gives the same assertions their identifiers, text and pages alike', () =>
      withStore(async (store) => {
        const html = `<html lang="en"><body><article><h1>Ferry</h1><p>${FERRY}</p></article></body></html>`;
        await take(store, { id: 'a', text: BRIDGE, published: '2019-04-02', outlet: 'Lenn Post' }, { id: 'b', html });
        const rows = () => store.db.selectFrom('assertion').selectAll().orderBy('id').execute();
        const before = { articles: await articles(store), rows: await rows() };
        await store.db.updateTable('revision').set({ model_version: 'older' }).execute();
        assert.equal(await reread(store, { readers }), 2);
        assert.deepEqual({ articles: await articles(store), rows: await rows() }, before);
        assert.equal(await reread(store, { readers }), 0);
      }));

    test('reports of one story that are read again keep their claims, what says nothing by itself too', () =>
      withStore(async (store) => {
        const file = new URL('../../../../samples/desk/reports.jsonl', import.meta.url);
        const reports = readFileSync(file, 'utf8').trim().split('\n');
        await take(store, ...reports.map((line) => JSON.parse(line) as ReadInput));
        const rows = () =>
          store.db.selectFrom('assertion').select(['id', 'claim_id', 'polarity']).orderBy('id').execute();
        const before = await rows();
        await reread(store, { readers, all: true });
        assert.deepEqual(await rows(), before);
      }));

    test('reading again leaves a replaced revision what it had a part in', () =>
      withStore(async (store) => {
        const sunk = 'The mayor said that the ferry had sunk.';
        await take(store, { id: 'bridge', text: `${BRIDGE} ${sunk}` }, { id: 'ferry', text: `${sunk} ${FERRY}` });
        await take(store, { id: 'bridge', text: BRIDGE });
        const rows = () => store.db.selectFrom('assertion').selectAll().orderBy('id').execute();
        const statuses = () => store.db.selectFrom('claim_status').selectAll().orderBy('id').execute();
        const before = { rows: await rows(), statuses: await statuses() };
        assert.ok(before.rows.some(({ replaced_by, claim_id }) => replaced_by !== null && claim_id !== null));
        await reread(store, { readers, all: true });
        assert.deepEqual({ rows: await rows(), statuses: await statuses() }, before);
      }));

    test('what is corrected or taken down while it is read again stays so', () =>
      withStore(async (store) => {
        await take(store, { id: 'bridge', text: BRIDGE }, { id: 'ferry', text: FERRY });
        const first = () => store.db.selectFrom('assertion').selectAll().orderBy('id').executeTakeFirstOrThrow();
        const { article_id: article, revision_id: revision, start } = await first();
        const { reading } = await store.db
          .selectFrom('revision')
          .select('reading')
          .where('id', '=', revision)
          .executeTakeFirstOrThrow();
        const at = { article, revision, start, end: storedReading(reading!).assertions[0].content[0].end };
        const payload = { action: 'edit', at, set: { certainty: 'Uu' } } as const;
        const meanwhile = [
          () => decide(store, { author: 'Nell', kind: 'assertion-correction', payload }),
          () => forget(store, 'ferry'),
        ];
        const revisions = await store.db.selectFrom('revision').select('id').orderBy('id').execute();
        await rereadRevisions(
          store,
          revisions.map(({ id }) => id),
          {
            read: async (task) => {
              await meanwhile.shift()?.();
              return readers.read(task);
            },
          },
        );
        assert.equal((await first()).certainty, codeOf('certainty', 'Uu'));
        const kept = await store.db.selectFrom('revision').select('reading').orderBy('id').execute();
        assert.equal(kept[1].reading, null);
        assert.ok(kept[0].reading !== null);
      }));

    test('an editor’s correction changes the reading, stays through a rereading, and can be undone', () =>
      withStore(async (store) => {
        await take(store, { id: 'bridge', text: BRIDGE });
        const first = () => store.db.selectFrom('assertion').selectAll().orderBy('ordinal').executeTakeFirstOrThrow();
        const before = await first();
        const reading = storedReading(
          (await store.db.selectFrom('revision').select('reading').executeTakeFirstOrThrow()).reading!,
        );
        const { start } = before;
        const end = reading.assertions[0].content[0].end;
        const at = { article: before.article_id, revision: before.revision_id, start, end };
        const payload = { action: 'edit', at, set: { certainty: 'Uu', speaker: 'Ada Brill' } } as const;
        const { id } = await decide(store, { author: 'Nell', kind: 'assertion-correction', payload });
        assert.deepEqual([(await first()).certainty, (await first()).id], [codeOf('certainty', 'Uu'), before.id]);
        await reread(store, { readers, all: true });
        assert.equal((await first()).certainty, codeOf('certainty', 'Uu'));
        await undo(store, id, 'Nell');
        assert.deepEqual(await first(), before);
        await assert.rejects(undo(store, id, 'Nell'), /undone before/);
        const kept = await store.db.selectFrom('decision').select(['author', 'undoes']).orderBy('id').execute();
        assert.deepEqual(
          kept.map(({ author, undoes }) => [author, undoes]),
          [
            ['Nell', null],
            ['Nell', id],
          ],
        );
      }));
  });
}

import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { analysed, JudgedLedger } from '../../test/judged-ledger.ts';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import type { AnalysedArticle } from '../analysed-article.ts';
import { stories } from '../stories/stories.ts';
import { entities } from './entities.ts';

const FERRY = [
  analysed(
    'The ferry Alda Maris sank off Port Orrin on Tuesday, Captain Martin Oskar said. Mira Oskar, the wife of the captain, told the Tolsk Herald that the hull had been leaking. The Office of Vessel Rescue (OVR) said that divers searched for passengers. Orrin officials said that the harbour was closed.',
    'Ferry Alda Maris sinks off Port Orrin',
  ),
  analysed(
    'Divers searched the sunken ferry Alda Maris off Port Orrin, the OVR said. "The hull was leaking," Oskar said. Martin Oksar, captain of the ferry, was rescued from a lifeboat, the Tolsk Herald said. Orrin officials said that passengers were missing.',
    'Divers search ferry Alda Maris off Port Orrin',
  ),
];
const OPERA = analysed(
  'Martin Oskar, a tenor, said on Monday that he would sing the part of the miller in Velden. Conductor Ilse Brandauer said that the opera house was sold out. Critic Tomas Fehr praised the tenor.',
  'Tenor sings the miller in Velden',
);

for (const kind of ledgerKinds())
  describe(`entities, ${kind.name}`, { skip: kind.skip }, () => {
    after(() => kind.clear());
    let ledger: JudgedLedger;
    beforeEach(async () => {
      ledger = await JudgedLedger.open(await kind.make(), [stories, entities]);
    });
    afterEach(async () => {
      assert.deepEqual(await entities.check?.(ledger.store), [], 'every test leaves a sound ledger');
      await ledger.close();
    });

    const actors = async () =>
      ledger.store.db
        .selectFrom('actor')
        .innerJoin('article', 'article.revision_id', 'actor.revision_id')
        .select(['article.id as article', 'actor.revision_id', 'actor.ordinal', 'actor.entity_id'])
        .orderBy('actor.revision_id')
        .orderBy('actor.ordinal')
        .execute();
    const actor = async (article: number, { reading }: AnalysedArticle, name: RegExp) => {
      const ordinal = reading.actors.findIndex((one) => name.test(one.name));
      assert.ok(ordinal >= 0, `${name} is an actor: ${reading.actors.map((one) => one.name).join(', ')}`);
      const found = (await actors()).find((row) => row.article === article && row.ordinal === ordinal);
      assert.ok(found !== undefined);
      return found;
    };
    const entity = (id: number) =>
      ledger.store.db.selectFrom('entity').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const aliases = async (id: number) =>
      (
        await ledger.store.db
          .selectFrom('entity_alias')
          .selectAll()
          .where('entity_id', '=', id)
          .orderBy('name')
          .execute()
      )
        .filter(({ articles }) => articles > 0)
        .map(({ name }) => name);

    test('links surnames, typing errors and acronyms over the articles of one story', async () => {
      const [first, second] = await ledger.record(FERRY);
      const captain = (await actor(first, FERRY[0], /Martin Oskar/)).entity_id;
      assert.equal((await actor(second, FERRY[1], /Oksar|^Oskar|Martin Oskar/)).entity_id, captain);
      assert.notEqual((await actor(first, FERRY[0], /Mira Oskar/)).entity_id, captain);
      assert.equal(
        (await actor(second, FERRY[1], /OVR/)).entity_id,
        (await actor(first, FERRY[0], /Vessel Rescue/)).entity_id,
      );
      assert.match((await entity(captain)).name, /Martin Oskar/);
      assert.equal((await entity(captain)).articles, 2);
    });

    test('says who speaks in each assertion', async () => {
      const [first] = await ledger.record([FERRY[0]]);
      const captain = (await actor(first, FERRY[0], /Martin Oskar/)).entity_id;
      const spoken = await ledger.store.db
        .selectFrom('assertion')
        .select('id')
        .where('speaker_id', '=', captain)
        .execute();
      assert.equal(spoken.length, 1);
    });

    test('keeps namesakes of other matters apart', async () => {
      const [first] = await ledger.record([FERRY[0]]);
      const [other] = await ledger.record([OPERA]);
      assert.notEqual(
        (await actor(other, OPERA, /Martin Oskar/)).entity_id,
        (await actor(first, FERRY[0], /Martin Oskar/)).entity_id,
      );
    });

    test('links officials of one body within a story, and unnamed officials of no body never', async () => {
      const bare = analysed(
        'Two officials said that a mill burnt down in Velden. Officials said that nobody was hurt in the mill.',
        'Mill burns down in Velden',
      );
      const again = analysed(
        'Orrin officials said that the school choir of Lund would not travel. The choir master was ill.',
        'Choir of Lund stays at home',
      );
      const [first, second, third, fourth] = await ledger.record([...FERRY, bare, again]);
      const officials = (await actor(first, FERRY[0], /Orrin officials/)).entity_id;
      assert.equal((await actor(second, FERRY[1], /Orrin officials/)).entity_id, officials);
      const met = (await actors()).filter(({ entity_id }) => entity_id === officials).map(({ article }) => article);
      assert.ok(!met.includes(third) && !met.includes(fourth));
    });

    test('"the ministry" of one report of a story is the one that another names in full, and no other', async () => {
      const reports = [
        'The ferry Alda Maris sank off Port Orrin on Tuesday, the ministry said. Divers searched for passengers.',
        "Divers searched the sunken ferry Alda Maris off Port Orrin, Velden's transport ministry said.",
        'The ferry Alda Maris sank off Port Orrin on Tuesday, the interior ministry said. Divers searched for passengers.',
      ].map((text) => analysed(text, 'Ferry Alda Maris sinks off Port Orrin'));
      await ledger.record(reports);
      const [bare, transport, interior] = await Promise.all(
        reports.map((report, at) => actor(at + 1, report, /ministry/)),
      );
      assert.equal(bare.entity_id, transport.entity_id);
      assert.notEqual(interior.entity_id, transport.entity_id);
      assert.equal((await entity(transport.entity_id)).name, "Velden's transport ministry");
    });

    test("Iraq's navy is the Iraqi navy", async () => {
      const reports = [
        "The ferry Alda Maris sank off Port Orrin on Tuesday, Iraq's navy said. Divers searched for passengers.",
        'Divers searched the sunken ferry Alda Maris off Port Orrin, the Iraqi navy said.',
      ].map((text) => analysed(text, 'Ferry Alda Maris sinks off Port Orrin'));
      await ledger.record(reports);
      const [one, other] = await Promise.all(reports.map((report, at) => actor(at + 1, report, /navy/)));
      assert.equal(one.entity_id, other.entity_id);
    });

    test("an editor's merge holds when articles are read again, and can be undone", async () => {
      const ids = await ledger.record([FERRY[0], OPERA]);
      const captain = (await actor(ids[0], FERRY[0], /Martin Oskar/)).entity_id;
      const tenor = (await actor(ids[1], OPERA, /Martin Oskar/)).entity_id;
      assert.notEqual(captain, tenor);
      const decision = await ledger.decide('entity-merge', { into: captain, from: [tenor] });
      assert.equal((await entity(captain)).articles, 2);
      assert.equal((await entity(tenor)).merged_into, captain);
      await ledger.reread(ids, [FERRY[0], OPERA]);
      assert.equal((await actor(ids[1], OPERA, /Martin Oskar/)).entity_id, captain);
      assert.equal((await entity(captain)).articles, 2);
      await ledger.undo(decision);
      assert.equal((await actor(ids[0], FERRY[0], /Martin Oskar/)).entity_id, captain);
      assert.equal((await actor(ids[1], OPERA, /Martin Oskar/)).entity_id, tenor);
      assert.deepEqual([(await entity(captain)).articles, (await entity(tenor)).articles], [1, 1]);
      await ledger.reread(ids, [FERRY[0], OPERA]);
      assert.equal((await actor(ids[1], OPERA, /Martin Oskar/)).entity_id, tenor);
    });

    test("an editor's split holds when articles are read again, and can be undone", async () => {
      const ids = await ledger.record(FERRY);
      const second = await actor(ids[1], FERRY[1], /Oksar|^Oskar|Martin Oskar/);
      const captain = second.entity_id;
      const decision = await ledger.decide('entity-split', {
        entity: captain,
        actors: [{ revision: second.revision_id, ordinal: second.ordinal }],
      });
      const own = (await actor(ids[1], FERRY[1], /Oksar|^Oskar|Martin Oskar/)).entity_id;
      assert.notEqual(own, captain);
      await ledger.reread(ids, FERRY);
      assert.equal((await actor(ids[1], FERRY[1], /Oksar|^Oskar|Martin Oskar/)).entity_id, own);
      assert.equal((await actor(ids[0], FERRY[0], /Martin Oskar/)).entity_id, captain);
      await ledger.undo(decision);
      assert.equal((await actor(ids[1], FERRY[1], /Oksar|^Oskar|Martin Oskar/)).entity_id, captain);
      assert.equal((await entity(captain)).articles, 2);
    });

    test('a name that only a forgotten article had is gone', async () => {
      const ids = await ledger.record(FERRY);
      const captain = (await actor(ids[0], FERRY[0], /Martin Oskar/)).entity_id;
      assert.ok((await aliases(captain)).some((name) => /Oksar/.test(name)));
      await ledger.forget([ids[1]]);
      assert.ok(!(await aliases(captain)).some((name) => /Oksar/.test(name)));
      const words = await ledger.store.db.selectFrom('entity_alias').select('name').execute();
      assert.ok(!words.some(({ name }) => /Oksar/.test(name)));
      assert.equal((await entity(captain)).articles, 1);
    });
  });

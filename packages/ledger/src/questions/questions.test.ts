import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { inputs, sampleReports } from '../../test/sample-reports.ts';
import { ledgerKinds } from '../../test/test-ledgers.ts';
import { decide, undo } from '../edits/decide.ts';
import { ingest } from '../ingest/ingest.ts';
import { ReaderPool } from '../ingest/reader-pool.ts';
import { check } from '../store/check.ts';
import { forget } from '../store/forget.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import * as answers from './answers.ts';
import { articleAnswer } from './article.ts';
import { claimAnswer, claimEvidencePage } from './claim.ts';
import { comparisonAnswer } from './comparison.ts';
import { decisionsAnswer } from './decisions.ts';
import { deskAnswer } from './desk.ts';
import { entityAbout, entityActors, entityAnswer, entitySaid } from './entity.ts';
import { UnknownCursorError } from './pages.ts';
import { searchAnswer, suggestionsAnswer } from './search.ts';
import { skippedAnswer } from './skipped.ts';
import { storyAnswer, storyArticles, storyClaims, storySingleClaims } from './story.ts';

const HOSPITAL = 'outlet:"radio sarn" hospital';
const readers = new ReaderPool(1);
after(() => readers.close());

/** Every item of a list, page by page. */
async function walk<Item>(ask: (cursor?: string) => Promise<answers.Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let page = await ask();
  items.push(...page.items);
  while (page.next !== null) {
    page = await ask(page.next);
    items.push(...page.items);
  }
  return items;
}

for (const kind of ledgerKinds()) {
  describe(`questions to ${kind.name}`, { skip: kind.skip }, () => {
    let address: string;
    let store: Store;

    before(async () => {
      address = await kind.make();
      const writer = await openStore(address, { access: 'write' });
      await ingest(writer, sampleReports(), { readers });
      assert.deepEqual(await check(writer), []);
      await writer.close();
      store = await openStore(address, { access: 'read' });
    });
    after(() => store.close());

    const found = async (query: string) => searchAnswer(store, query);
    const entityNamed = async (name: string): Promise<number> => {
      const [entity] = (await found(`"${name}"`)).entities.items;
      assert.ok(entity, `no entity ${name}`);
      return entity.id;
    };
    const contested = async (): Promise<answers.ClaimAnswer> => {
      const { stories } = await deskAnswer(store);
      const story = stories.items.find(({ articles }) => articles > 2);
      const claims = await storyClaims(store, story?.id ?? 0);
      const answer = await claimAnswer(store, claims.items[0].id);
      assert.ok(answer);
      return answers.claimAnswer.parse(answer);
    };

    test('a claim of a story stands in one of its two lists: of two articles or more, or of one alone, page by page', async () => {
      const story = (await deskAnswer(store)).stories.items.find(({ articles }) => articles > 2)?.id ?? 0;
      const shared = (await storyClaims(store, story)).items.map(({ id }) => id);
      const single: answers.ClaimCard[] = [];
      let total = 0;
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await storySingleClaims(store, story, cursor);
        single.push(...page.items);
        ({ total, next: cursor } = page);
      }
      assert.ok(single.length > 5);
      assert.deepEqual([new Set(single.map(({ id }) => id)).size, single.length], [total, total]);
      assert.ok(single.every(({ id, articles }) => articles === 1 && !shared.includes(id)));
    });

    test('the desk counts what is in the ledger, and lists claims that want eyes first', async () => {
      const answer = answers.deskAnswer.parse(await deskAnswer(store));
      assert.equal(answer.totals.articles, 14);
      assert.equal(answer.totals.articles, answer.totals.copies + answer.totals.origins);
      assert.equal(answer.stories.total, 2);
      const calm = answer.changed.items.findIndex(({ status }) => !['unconfirmed', 'disputed'].includes(status));
      assert.ok(answer.changed.items.slice(calm).every(({ status }) => !['unconfirmed', 'disputed'].includes(status)));
      const since = answer.changed.items[0].changedAt;
      assert.deepEqual((await deskAnswer(store, { since })).changed.items, []);
    });

    test('a claim has its evidence with the exact words, the sentence around them, and who says it', async () => {
      const { evidence, claim } = await contested();
      assert.equal(claim.status, 'disputed');
      assert.ok(evidence.for.total >= 3 && evidence.against.total >= 3);
      for (const piece of [...evidence.for.items, ...evidence.against.items]) {
        const article = await articleAnswer(store, piece.articleId);
        const text = article?.reading.text ?? '';
        assert.equal(piece.words, piece.content.map(({ start, end }) => text.slice(start, end)).join(' … '));
        assert.ok(text.includes(piece.sentence));
        assert.equal(piece.claimId, claim.id);
        assert.equal(article?.assertions[piece.ordinal].claimId, claim.id);
      }
    });

    test('each piece of evidence says what the status counts it as, also on a later page', async () => {
      const { evidence, claim, certainty } = await contested();
      const all = [...evidence.for.items, ...evidence.against.items, ...evidence.observing.items];
      const number = (as: string): number => all.filter(({ counts }) => counts.as === as).length;
      assert.deepEqual(
        [number('for'), number('hedged'), number('against')],
        [claim.firmOrigins, claim.origins - claim.firmOrigins - claim.takenBackOrigins, claim.denyingOrigins],
      );
      const copy = all.find(({ counts, originId, articleId }) => counts.why === 'same-text' && originId !== articleId);
      assert.equal(copy?.counts.of?.originId, copy?.originId);
      const page = await claimEvidencePage(store, claim.id, 'against');
      assert.equal(JSON.stringify(page.items), JSON.stringify(evidence.against.items));
      assert.ok(certainty.every(({ polarity, ofClaim }) => polarity !== 'against' || ofClaim.endsWith('-')));
    });

    test('the origin graph leads from who said it over the articles that heard it to those that repeat them', async () => {
      const { graph } = await contested();
      const ids = new Set(graph.nodes.map(({ id }) => id));
      assert.equal(ids.size, graph.nodes.length);
      assert.ok(graph.links.every(({ from, to }) => ids.has(from) && ids.has(to)));
      for (const copy of graph.nodes.filter((node) => node.kind === 'copy')) {
        assert.ok(graph.links.some(({ to, kind: link }) => to === copy.id && link === 'repeats'));
      }
      assert.ok(graph.nodes.some((node) => node.kind === 'copy'));
      assert.ok(graph.links.some(({ kind: link }) => link === 'told'));
      assert.equal(graph.leftOut, 0);
    });

    test('the history of a status is in the order of time and ends where the claim stands', async () => {
      const { history, claim } = await contested();
      assert.deepEqual(
        history.map(({ at }) => at),
        history.map(({ at }) => at).toSorted(),
      );
      assert.equal(history.at(-1)?.status, claim.status);
    });

    test('a story has each of its articles once, copies under their origin', async () => {
      const { stories } = await deskAnswer(store);
      for (const { id, articles, origins } of stories.items) {
        const answer = answers.storyAnswer.parse(await storyAnswer(store, id));
        const families = await walk((cursor) => storyArticles(store, id, cursor));
        const all = families.flatMap(({ article, copies }) => [article.id, ...copies.map((copy) => copy.id)]);
        assert.equal(new Set(all).size, articles);
        assert.equal(all.length, articles);
        assert.equal(families.length, origins);
        assert.ok(families.every(({ article, copies }) => copies.every(({ originId }) => originId === article.id)));
        assert.equal(answer.claims.total, answer.story.claims);
      }
    });

    test('an entity has what it said and what others say about it, and not the other way round', async () => {
      const vell = answers.entityAnswer.parse(await entityAnswer(store, await entityNamed('Mara Vell')));
      assert.ok(vell.said.items.length > 0);
      assert.ok(vell.said.items.every(({ speaker }) => speaker?.id === vell.entity.id));
      const orel = answers.entityAnswer.parse(await entityAnswer(store, await entityNamed('Tamas Orel')));
      assert.ok(orel.about.items.length > 5);
      assert.ok(orel.about.items.every(({ speaker }) => speaker?.id !== orel.entity.id));
      assert.equal(
        orel.entity.articles,
        new Set((await walk((c) => entityActors(store, orel.entity.id, c))).map(({ articleId }) => articleId)).size,
      );
      const about = await walk((cursor) => entityAbout(store, orel.entity.id, cursor));
      assert.equal(new Set(about.map(({ assertionId }) => assertionId)).size, about.length);
      assert.equal((await walk((cursor) => entitySaid(store, vell.entity.id, cursor))).length, vell.said.total);
    });

    test('an article has its reading, each assertion with its claim, shared passages in both texts, its versions', async () => {
      const [card] = (await found('outlet:"Coastal Tribune"')).articles.items;
      const answer = answers.articleAnswer.parse(await articleAnswer(store, card.id));
      assert.equal(answer.revisions.length, 2);
      assert.equal(answer.assertions.length, answer.reading.assertions.length);
      assert.ok(answer.assertions.every(({ claimText }) => claimText !== null));
      const comparison = answers.revisionComparison.parse(
        await comparisonAnswer(store, card.id, { before: 1, after: 2 }),
      );
      assert.ok(comparison.headline);
      assert.ok(comparison.assertions.altered.some(({ what }) => what.includes('certainty')));
      const sides = (without: string) =>
        comparison.parts
          .filter((part) => part.kind !== without)
          .map(({ text }) => text)
          .join('');
      assert.equal(sides('cut'), answer.reading.text);
      assert.equal(await comparisonAnswer(store, card.id, { before: 1, after: 3 }), undefined);
      const [harbour] = (await found('outlet:"Harbour Times" convoy')).articles.items;
      const copy = await articleAnswer(store, harbour.id);
      assert.equal(copy?.passages[0]?.label, 'same');
    });

    test('a search finds words under any of their forms, phrases in their order, and leaves out what is excluded', async () => {
      const titles = async (query: string) =>
        (await searchAnswer(store, query, { kind: 'articles' })).articles.items.map(({ title }) => title);
      assert.ok((await titles('witness')).includes('Witnesses saw Orel leave before the strike'));
      assert.ok((await titles('"reported killed"')).includes('Northern Column leader Tamas Orel reported killed'));
      assert.deepEqual(await titles('"killed reported"'), []);
      const all = await titles('strike');
      const without = await titles('strike -convoy');
      assert.ok(without.length < all.length && without.every((title) => all.includes(title)));
      assert.match((await found('surveyor')).articles.items[0].snippet, /former surveyor/);
    });

    test('every filter holds for what a search finds', async () => {
      const quotations = async (query: string) => (await found(query)).quotations.items;
      const holds: [string, (piece: answers.Evidence) => boolean][] = [
        ['speaker:Vell', ({ speaker }) => speaker?.name === 'Mara Vell'],
        ['certainty:Uu', ({ certainty }) => certainty === 'Uu'],
        ['polarity:against', ({ polarity }) => polarity === 'against'],
        ['kind:direct', ({ kind: how }) => how === 'direct'],
        ['outlet:"radio sarn"', ({ outlet }) => outlet === 'Radio Sarn'],
        ['after:2026-04-06', ({ at }) => at >= '2026-04-06'],
        ['before:2026-04-04', ({ at }) => at < '2026-04-04'],
        ['speaker:Vell kind:direct convoy', ({ words }) => words.includes('convoy')],
      ];
      for (const [query, condition] of holds) {
        const pieces = await quotations(query);
        assert.ok(pieces.length > 0, query);
        assert.ok(pieces.every(condition), query);
      }
      assert.deepEqual(await quotations('speaker:Nobody'), []);
      assert.ok((await found('status:disputed')).claims.items.every(({ status }) => status === 'disputed'));
      const { claim } = await contested();
      const ofClaim = (await found(`claim:${claim.id}`)).claims.items;
      assert.deepEqual(
        ofClaim.map(({ id }) => id),
        [claim.id],
      );
    });

    test('an entity is found where an article that names it is one that the filters hold for', async () => {
      const names = async (query: string) => (await found(query)).entities.items.map(({ name }) => name);
      for (const query of ['vell', 'speaker:Vell', 'vell after:2000', 'vell speaker:Vell before:2100']) {
        assert.ok((await names(query)).includes('Mara Vell'), query);
      }
      for (const filter of ['before:2000', 'outlet:Nobody', 'status:retracted', 'claim:999999']) {
        assert.deepEqual(await names(`vell ${filter}`), [], filter);
        assert.deepEqual(await names(`speaker:Vell ${filter}`), [], filter);
      }
    });

    test('a list of a search goes on where its page ended, each item once', async () => {
      for (const [query, list] of [
        ['orel', 'quotations'],
        ['said', 'articles'],
        ['', 'claims'],
        ['', 'quotations'],
        ['speaker:Vell', 'claims'],
      ] as const) {
        const items = await walk<{ id?: number; assertionId?: number }>(async (cursor) => {
          const answer = answers.searchAnswer.parse(
            await searchAnswer(store, query, cursor === undefined ? { kind: list } : { kind: list, cursor }),
          );
          return answer[list];
        });
        const ids = items.map(({ id, assertionId }) => id ?? assertionId);
        assert.ok(ids.length > 0);
        assert.equal(new Set(ids).size, ids.length, `${query} ${list}`);
      }
    });

    test('the last word of a query can become a filter, a name or an outlet', async () => {
      const texts = async (query: string) =>
        answers.suggestions.parse(await suggestionsAnswer(store, query)).items.map(({ text }) => text);
      assert.deepEqual(await texts('dam status:d'), ['status:disputed', 'status:denied']);
      assert.ok((await texts('vel')).includes('speaker:"Mara Vell"'));
      assert.ok((await texts('outlet:harb')).includes('outlet:"Harbour Times"'));
      assert.ok((await texts('spe')).includes('speaker:'));
      assert.deepEqual(await texts(''), []);
    });

    test('what there is not is undefined, and a cursor of another list is refused', async () => {
      for (const ask of [articleAnswer, claimAnswer, storyAnswer, entityAnswer]) {
        assert.equal(await ask(store, 999_999), undefined);
      }
      for (const cursor of ['x', '', 'WzFd!', Buffer.from('{"a":1}').toString('base64url')]) {
        await assert.rejects(storyClaims(store, 1, cursor), UnknownCursorError);
        await assert.rejects(searchAnswer(store, 'a', { kind: 'articles', cursor }), UnknownCursorError);
      }
      for (const odd of ['"', '-x', '((', 'NEAR(a b)', '* OR', 'a"b', "'; drop", '\u0000', 'speaker:', '…', 'ß ﬁ İ']) {
        answers.searchAnswer.parse(await searchAnswer(store, odd));
        await suggestionsAnswer(store, odd);
      }
    });
  });

  describe(`questions to ${kind.name} after decisions`, { skip: kind.skip }, () => {
    after(() => kind.clear());

    test('a long side of the evidence is told in pages; a large graph counts what it leaves out', async () => {
      const store = await openStore(await kind.make(), { access: 'write' });
      const reports = Array.from({ length: 60 }, (_, at) => ({
        id: `report ${at}`,
        outlet: `Paper ${at}`,
        text: `The Kessa dam broke on Monday, the mayor of Orlen said. Reader number ${at} wrote in about ${at * 7} other things.`,
      }));
      await ingest(store, inputs(...reports), { readers });
      const { items } = (await searchAnswer(store, 'dam broke')).claims;
      const answer = answers.claimAnswer.parse(await claimAnswer(store, items[0].id));
      assert.equal(answer.claim.articles, 60);
      const pieces = await walk((cursor) => claimEvidencePage(store, items[0].id, 'for', cursor));
      assert.equal(new Set(pieces.map(({ assertionId }) => assertionId)).size, answer.claim.for);
      assert.ok(answer.evidence.for.items.length < answer.claim.for);
      await store.close();
    });

    test('a takedown takes the words out of the search, a correction and a verdict show and can be taken back', async () => {
      const store = await openStore(await kind.make(), { access: 'write' });
      await ingest(store, sampleReports(), { readers });
      const [hospital] = (await searchAnswer(store, HOSPITAL)).articles.items;
      await forget(store, String(hospital.id));
      for (const { items } of Object.values(
        await searchAnswer(store, HOSPITAL).then(({ articles, quotations }) => ({ articles, quotations })),
      )) {
        assert.ok(items.every((item) => ('articleId' in item ? item.articleId : item.id) !== hospital.id));
      }
      assert.equal(await articleAnswer(store, hospital.id), undefined);
      assert.ok((await deskAnswer(store)).totals.articles === 13);

      const [piece] = (await searchAnswer(store, 'speaker:Vell kind:direct')).quotations.items;
      const at = { article: piece.articleId, revision: piece.revisionId, ...piece.content[0] };
      const correction = await decide(store, {
        author: 'editor',
        kind: 'assertion-correction',
        payload: { action: 'edit', at, set: { certainty: 'PS+' } },
      });
      const corrected = answers.articleAnswer.parse(await articleAnswer(store, piece.articleId));
      assert.equal(corrected.assertions[piece.ordinal].correction?.decisionId, correction.id);
      assert.equal(corrected.reading.assertions[piece.ordinal].certainty, 'PS+');
      await undo(store, correction.id, 'editor');
      const back = await articleAnswer(store, piece.articleId);
      assert.equal(back?.assertions[piece.ordinal].correction, null);

      const claim = piece.claimId ?? 0;
      await decide(store, {
        author: 'editor',
        kind: 'verdict',
        payload: { claim, rating: 'mixed', note: 'two accounts' },
      });
      const answer = answers.claimAnswer.parse(await claimAnswer(store, claim));
      assert.deepEqual(
        answer.verdicts.map(({ rating, undone }) => [rating, undone]),
        [['mixed', false]],
      );
      const decisions = await decisionsAnswer(store);
      for (const entry of decisions.items) answers.decisionEntry.parse(entry);
      assert.deepEqual(
        decisions.items.map(({ kind: what, undone }) => [what, undone]),
        [
          ['verdict', false],
          ['assertion-correction', true],
        ],
      );
      for (const entry of (await skippedAnswer(store)).items) answers.skippedEntry.parse(entry);
      await store.close();
    });

    test('merges and splits are told of whatever they touched, with its name, also when they are taken back', async () => {
      const store = await openStore(await kind.make(), { access: 'write' });
      await ingest(store, sampleReports(), { readers });
      const { items: stories } = (await deskAnswer(store)).stories;
      const [story, otherStory] = stories.toSorted((one, other) => other.claims - one.claims);
      const [claim, otherClaim] = (await storyClaims(store, story.id)).items;
      const author = 'editor';
      const merged = await decide(store, {
        author,
        kind: 'claim-merge',
        payload: { into: claim.id, from: [otherClaim.id] },
      });
      const { id: split } = await decide(store, {
        author,
        kind: 'story-split',
        payload: { story: story.id, articles: [(await storyArticles(store, story.id)).items[0].article.id] },
      });
      await undo(store, merged.id, author);
      const ofClaim = await decisionsAnswer(store, { claim: otherClaim.id });
      assert.deepEqual(
        ofClaim.items.map(({ id, undone, subjects }) => [id, undone, subjects.map((subject) => subject.name)]),
        [[merged.id, true, [otherClaim.text, claim.text]]],
      );
      const ofStory = await decisionsAnswer(store, { story: story.id });
      const titled = (await storyAnswer(store, story.id))?.story.title;
      assert.equal(ofStory.items[0].text, `1 article taken out of “${titled}”`);
      const [, made] = ofStory.items[0].subjects;
      assert.deepEqual([ofStory.total, ofStory.items[0].id, made.kind], [1, split, 'story']);
      assert.deepEqual(await decisionsAnswer(store, { story: made.id }), ofStory);
      assert.equal((await decisionsAnswer(store, { story: otherStory.id })).total, 0);
      const [{ article, copies }] = (await storyArticles(store, story.id)).items.filter(
        (family) => family.copies.length > 0,
      );
      await decide(store, { author, kind: 'not-a-copy', payload: { article: copies[0].id, of: article.id } });
      const [{ text }] = (await decisionsAnswer(store, { story: story.id })).items;
      assert.equal(text, `“${copies[0].title}” does not repeat “${article.title}”`);
      assert.equal((await decisionsAnswer(store)).total, 3);
      await store.close();
    });

    test('a worker thread asks while the ledger is written to', async () => {
      const address = await kind.make();
      const writer = await openStore(address, { access: 'write' });
      await ingest(writer, sampleReports(), { readers });
      const code = `
        const { workerData, parentPort } = require('node:worker_threads');
        (async () => {
          const { openStore } = await import(workerData.store);
          const { deskAnswer } = await import(workerData.desk);
          const store = await openStore(workerData.address, { access: 'read' });
          parentPort.postMessage((await deskAnswer(store)).totals.articles);
          await store.close();
        })();`;
      const worker = new Worker(code, {
        eval: true,
        workerData: {
          address,
          store: new URL('../store/open-store.ts', import.meta.url).href,
          desk: new URL('./desk.ts', import.meta.url).href,
        },
      });
      const articles = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      assert.equal(articles, 14);
      await worker.terminate();
      await writer.close();
    });
  });
}

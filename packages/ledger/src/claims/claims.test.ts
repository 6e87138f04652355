import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { decide, undo } from '../edits/decide.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Source } from '../ingest/source.ts';
import { claimsLike } from '../questions/claims-like.ts';
import { decoded } from '../store/codes.ts';
import { forget } from '../store/forget.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { ClaimFinder } from './find-claims.ts';

const model = loadModel();

const ARTICLES = {
  first: 'LENN — Police said on Monday that the minister, Mara Vell, was killed in an explosion near Lake Orro.',
  second:
    'Radio Tarn reported that Mara Vell had died in the blast. "We cannot find her," Jon Adder, a spokesman, said.',
  third: 'The government of Lenn denied that Mara Vell was dead. Officials said four people were wounded at Lake Orro.',
};

/** The claims of texts, as lists of contents, through the filter. */
function claimsOf(texts: Record<string, string>) {
  const finder = new ClaimFinder();
  const words = new Map<string, string>();
  for (const [id, text] of Object.entries(texts)) {
    const article = readAnalysed({ id, text }, model);
    finder.add(article);
    for (const { id: assertion, content } of article.reading.assertions) {
      const said = content.map(({ start, end }) => article.reading.text.slice(start, end)).join(' … ');
      words.set(`${id} ${assertion}`, said);
    }
  }
  return finder.claims().map(({ text, assertions }) => ({
    text,
    said: assertions.map(({ id, assertion, polarity }) => ({ id, polarity, words: words.get(`${id} ${assertion}`)! })),
  }));
}

function claimWith(claims: ReturnType<typeof claimsOf>, words: RegExp) {
  return claims.find(({ said }) => said.some((one) => words.test(one.words)))!;
}

test('"killed", "died" and "dead" of one person are one claim, and a denial stands against it', () => {
  const claim = claimWith(claimsOf(ARTICLES), /was killed/);
  assert.deepEqual(
    claim.said.map(({ id, polarity }) => [id, polarity]),
    [
      ['first', 'for'],
      ['second', 'for'],
      ['third', 'against'],
    ],
  );
});

test('a toll is not the death of one person, another number not the same price, and a wound no death', () => {
  const claims = claimsOf({
    death: 'Police said that Mara Vell was killed in an explosion near Lake Orro.',
    toll: 'Officials said that four people were killed in the explosion near Lake Orro.',
    wound: 'An army spokesman said that Mara Vell was wounded in the explosion near Lake Orro.',
    price: 'The company said that its new phone would cost 500 crowns.',
    other: 'Analysts said that the new phone would cost 700 crowns.',
  });
  for (const { said } of claims) assert.equal(said.length, 1);
});

test('"wounded" stays apart from "killed"', () => {
  const claim = claimWith(claimsOf(ARTICLES), /wounded/);
  assert.ok(claim.said.every(({ words }) => !/killed|died|dead/.test(words)));
});

test('the same event of two people is two claims', () => {
  const claims = claimsOf({
    first: 'Police said that Mara Vell was arrested on Monday.',
    second: 'Police said that Jon Adder was arrested on Tuesday.',
  });
  assert.equal(claimWith(claims, /Vell/).said.length, 1);
  assert.equal(claimWith(claims, /Adder/).said.length, 1);
});

test('the death of the leader of one group is not that of the leader of another', () => {
  const claims = claimsOf({
    first: 'Officials said on Monday that the leader of the Orro Front was killed in an airstrike in Verran.',
    second: 'Police said on Friday that the leader of the Tarn Brigade was killed in an airstrike in Lenn.',
  });
  assert.equal(claimWith(claims, /Orro Front/).said.length, 1);
  assert.equal(claimWith(claims, /Tarn Brigade/).said.length, 1);
});

test('a quotation is one with its truncated and bracketed versions', () => {
  const claims = claimsOf({
    whole: '"The harbour will be closed until the last of the wrecks is lifted," Mara Vell said.',
    cut: 'Mara Vell said the harbour "will be closed until the last of the wrecks [in the bay] is lifted".',
  });
  assert.equal(claimWith(claims, /harbour/).said.length, 2);
});

test('what a source only hopes is not the claim that it is so', () => {
  const claims = claimsOf({
    first: 'Police said that Jon Adder was dead.',
    second: 'Mara Vell hopes that Jon Adder is dead.',
  });
  assert.equal(claimWith(claims, /was dead/).said.length, 1);
});

test('a text with its pronouns resolved stands for the claim', () => {
  const claims = claimsOf({
    only: 'Mara Vell left Lenn in May. Police said that she was arrested at the border in June.',
  });
  assert.match(claimWith(claims, /arrested/).text, /^\[Mara Vell\] was arrested/);
});

test('a claim’s text is what most say, not the first detail', () => {
  const claims = claimsOf({
    detail: 'Police said Oren Dask was arrested by two officers and a dog at a border post late on Sunday.',
    one: 'Officials said Oren Dask was arrested at the border.',
    two: 'A spokesman said Oren Dask was arrested at the border on Sunday.',
    three: 'The mayor said Oren Dask was arrested at the border.',
  });
  assert.match(claimWith(claims, /two officers/).text, /^Oren Dask was arrested at the border/);
});

test('who is said to be dead is not who says so', () => {
  const claim = claimWith(
    claimsOf({
      first:
        'Jon Adder met Mara Vell at the bridge. Tamas Orel, the commander, had left. Jon Adder said he had been killed.',
      second: 'Tamas Orel was killed at the bridge, the army of Lenn said.',
    }),
    /had been killed/,
  );
  assert.match(claim.text, /^Tamas Orel/);
  assert.equal(claim.said.length, 2);
});

test('of an unnamed source nobody knows whether "he" is the source: the claim keeps the pronoun', () => {
  const text = 'Tamas Orel led the column. An informant in Lenn said he had recognised the body.';
  assert.match(claimWith(claimsOf({ first: text }), /recognised/).text, /^he had/);
});

test('"he" is no place, whatever its name was taken for', () => {
  const claims = claimsOf({
    only: 'The commander was ambushed near Lake Orro in northern Verran. Troops in Verran blamed rebels. Officials said that he had been killed.',
  });
  assert.equal(claimWith(claims, /had been killed/).text, 'he had been killed');
});

test('a threat to kill somebody is not that he was killed, and who was found dead was', () => {
  const claims = claimsOf({
    threat: 'The Orro Front said that it would kill Jon Adder in three days.',
    killed: 'Police said that Jon Adder had been killed near Lake Orro.',
    found: 'A spokesman said that Jon Adder was found dead Friday afternoon near Lake Orro.',
    guess: 'Radio Tarn reported that Jon Adder may have been killed near Lake Orro.',
  });
  assert.equal(claimWith(claims, /would kill/).said.length, 1);
  assert.equal(claimWith(claims, /found dead/).said.length, 3);
});

test('one who is said to be alive is said not to have died', () => {
  const claims = claimsOf({
    first: 'Police said that Mara Vell was killed near Lake Orro.',
    second: 'Lenn Press reported that Mara Vell died near Lake Orro. A spokesman said that Mara Vell is alive.',
  });
  const { said } = claimWith(claims, /is alive/);
  assert.deepEqual(
    said.map(({ words, polarity }) => [words, polarity]),
    [
      ['that Mara Vell was killed near Lake Orro', 'for'],
      ['that Mara Vell died near Lake Orro', 'for'],
      ['that Mara Vell is alive', 'against'],
    ],
  );
});

test('who looks into a report, or tries to verify it, is neither for nor against it', () => {
  const texts = {
    first: 'Radio Tarn reported that Mara Vell was killed near Lake Orro.',
    second:
      'Mara Vell was killed near Lake Orro, an aide said. The army said it was looking into the reports. Officials said they were trying to verify the report.',
  };
  const { said } = claimWith(claimsOf(texts), /was killed/);
  assert.deepEqual(
    said.filter(({ words }) => /report/.test(words)).map(({ polarity }) => polarity),
    ['observing', 'observing'],
  );
});

test('"I cannot confirm that" goes with what the article mostly tells, and is neither for nor against it', () => {
  const claims = claimsOf({
    first: 'Police said that the minister, Mara Vell, was killed near Lake Orro.',
    second:
      'Radio Tarn reported that Mara Vell was killed near Lake Orro. Rain fell in Tarn. "I cannot confirm that," a spokesman said. An aide said that it is not true.',
  });
  const { said } = claimWith(claims, /was killed/);
  assert.deepEqual(
    said.slice(2).map(({ words, polarity }) => [words, polarity]),
    [
      ['"I cannot confirm that,"', 'observing'],
      ['that', 'observing'],
      ['that it is not true', 'against'],
    ],
  );
});

test('a report that is only called so goes with what the article mostly tells', () => {
  const claims = claimsOf({
    first: 'Police said that the minister, Mara Vell, was killed near Lake Orro.',
    second:
      "Radio Tarn reported that Mara Vell was killed near Lake Orro. Rain fell in Tarn. An aide rejected the station's claims.",
  });
  const { said } = claimWith(claims, /was killed/);
  assert.deepEqual(
    said.map(({ polarity }) => polarity),
    ['for', 'for', 'against'],
  );
});

test('whom a report only names is no claim that another report joins', () => {
  const article = 'Radio Tarn showed a man said to be Jon Orel. The spokeswoman declined to comment.';
  const claims = claimsOf({ first: article, second: `Rain fell in Tarn. ${article}` });
  for (const { said } of claims) assert.equal(said.length, 1);
});

test('"the reports" and "it is a hoax" go with what the article mostly tells', () => {
  const claims = claimsOf({
    first: 'Police said that the minister, Mara Vell, was killed near Lake Orro.',
    second:
      'Radio Tarn reported that Mara Vell had died. Jon Adder said that Mara Vell was dead. Rain fell in Tarn. The government of Lenn denied the reports. A spokesman said that it is a hoax.',
  });
  const claim = claimWith(claims, /was killed/);
  assert.ok(claim.said.some(({ words }) => words === 'the reports'));
  assert.ok(claim.said.some(({ words, polarity }) => /hoax/.test(words) && polarity === 'against'));
});

test('an outlet that only tells a denial, a dismissal or a doubt counts as that does, not for the claim', () => {
  const claims = claimsOf({
    told: 'Police said that Mara Vell was killed near Lake Orro.',
    denied: 'Lenn Press reported that Jon Orel has denied that Mara Vell was killed near Lake Orro.',
    dismissed: 'The report that Mara Vell was killed near Lake Orro was dismissed as false, Radio Tarn reported.',
    doubted: 'Radio Tarn said that the army could not confirm that Mara Vell was killed near Lake Orro.',
  });
  const { said } = claimWith(claims, /^that Mara Vell was killed/);
  const polaritiesOf = (article: string) => [
    ...new Set(said.filter(({ id }) => id === article).map(({ polarity }) => polarity)),
  ];
  assert.deepEqual(polaritiesOf('told'), ['for']);
  assert.equal(said.filter(({ id }) => id === 'denied').length, 2);
  assert.deepEqual(polaritiesOf('denied'), ['against']);
  assert.deepEqual(polaritiesOf('dismissed'), ['against']);
  assert.deepEqual(polaritiesOf('doubted'), ['observing']);
});

async function ledgerWith(t: TestContext, texts: Record<string, string>): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'claims-'));
  const store = await openStore(join(folder, 'news.db'), { access: 'write', create: true });
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  await ingest(store, source(texts), { jobs: 1 });
  return store;
}

async function* source(texts: Record<string, string>): Source {
  for (const [id, text] of Object.entries(texts)) yield { kind: 'article', input: { id, text }, place: id };
}

/** Every claim with members, as its assertions' articles and polarities. */
async function storedClaims(store: Store) {
  const rows = await store.db
    .selectFrom('assertion')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .innerJoin('claim', 'claim.id', 'assertion.claim_id')
    .select([
      'claim_id',
      'claim.text',
      'members',
      'polarity',
      'key',
      'assertion.id',
      'article_id',
      'assertion.revision_id',
      'start',
      'end',
    ])
    .where('replaced_by', 'is', null)
    .orderBy('assertion.id')
    .execute();
  return Map.groupBy(rows, ({ claim_id }) => claim_id!);
}

test('the ledger joins what the filter joins', async (t) => {
  const stored = await storedClaims(await ledgerWith(t, ARTICLES));
  const found = claimsOf(ARTICLES).map(({ text, said }) => `${text}: ${said.map(({ polarity }) => polarity).join()}`);
  const kept = [...stored.values()].map(
    (rows) => `${rows[0].text}: ${rows.map(({ polarity }) => decoded('polarity', polarity ?? -1)).join()}`,
  );
  assert.deepEqual(kept.sort(), found.sort());
  for (const rows of stored.values()) assert.equal(rows[0].members, rows.length);
});

test('an article that changes keeps its claims, and the counts are right', async (t) => {
  const store = await ledgerWith(t, ARTICLES);
  const before = await storedClaims(store);
  await ingest(store, source({ first: `${ARTICLES.first} Rain fell all day.` }), { jobs: 1 });
  const after = await storedClaims(store);
  assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
  for (const rows of after.values()) assert.equal(rows[0].members, rows.length);
});

test('an editor merges claims, later articles go to the merged one, and undoing parts them', async (t) => {
  const store = await ledgerWith(t, ARTICLES);
  const before = await storedClaims(store);
  const dead = [...before].find(([, rows]) => /killed|dead|died/.test(rows[0].text))![0];
  const wounded = [...before].find(([, rows]) => /wounded/.test(rows[0].text))![0];
  const { id } = await decide(store, { author: 'ed', kind: 'claim-merge', payload: { into: dead, from: [wounded] } });
  const late = { late: 'Four people were wounded at Lake Orro, Radio Tarn said.' };
  await ingest(store, source(late), { jobs: 1 });
  const merged = (await storedClaims(store)).get(dead)!;
  assert.ok(merged.some(({ key }) => key === 'late'));
  await undo(store, id, 'ed');
  const after = await storedClaims(store);
  assert.ok(after.get(wounded)!.some(({ key }) => key === 'third'));
  for (const rows of after.values()) assert.equal(rows[0].members, rows.length);
});

test('an editor splits a claim, and the article read again stays apart', async (t) => {
  const store = await ledgerWith(t, ARTICLES);
  const [claim, rows] = [...(await storedClaims(store))].find(([, members]) => members.length === 3)!;
  const { article_id: article, revision_id: revision, start, end } = rows.find(({ key }) => key === 'second')!;
  await decide(store, {
    author: 'ed',
    kind: 'claim-split',
    payload: { claim, assertions: [{ article, revision, start, end }] },
  });
  await ingest(store, source({ second: `${ARTICLES.second} Rain fell all day.` }), { jobs: 1 });
  const after = await storedClaims(store);
  assert.deepEqual(
    after.get(claim)!.map(({ key }) => key),
    ['first', 'third'],
  );
  const own = [...after.values()].find((members) =>
    members.some((member) => member.key === 'second' && member.start === start),
  )!;
  assert.equal(own.length, 1);
});

test('a claim whose text was taken down is told, and found, in the words of those who are left', async (t) => {
  const store = await ledgerWith(t, { first: ARTICLES.first, second: ARTICLES.second });
  const [[claim]] = [...(await storedClaims(store))].filter(([, members]) => members.length === 2);
  const text = async () =>
    (await store.db.selectFrom('claim').select('text').where('id', '=', claim).executeTakeFirstOrThrow()).text;
  assert.equal(await text(), 'Mara Vell had died in the blast');
  await forget(store, 'second');
  assert.equal(await text(), 'the minister, Mara Vell, was killed in an explosion near Lake Orro');
  const [found] = await claimsLike(store, 'Mara Vell is dead', model);
  assert.equal(found.id, claim);
});

test('"she" is no man, and a pronoun after a name stays', () => {
  const text =
    'Officials said that Mara Vell was held with her son. Minister Peter Dask told Radio Tarn that she had asked for a lawyer.';
  const claims = claimsOf({ only: text });
  assert.match(claimWith(claims, /asked for a lawyer/).text, /^\[Mara Vell\] had asked/);
  assert.equal(claimWith(claims, /was held/).text, 'Mara Vell was held with her son');
});

test('who has not commented is not against, who awaits confirmation not for, who does not back down not against', () => {
  const claims = claimsOf({
    killed: 'Police said that Mara Vell was killed at Lake Orro.',
    silent: 'Radio Tarn said that the government had not yet commented on whether Mara Vell was killed at Lake Orro.',
    waiting: 'A spokesman said that they were awaiting confirmation that Mara Vell was killed at Lake Orro.',
    firm: 'Jon Adder said that he was not backing down from the claim that Mara Vell was killed at Lake Orro.',
  });
  const { said } = claimWith(claims, /^that Mara Vell was killed/);
  const polarityOf = (id: string) => said.find((one) => one.id === id)?.polarity;
  assert.deepEqual(['killed', 'silent', 'waiting', 'firm'].map(polarityOf), ['for', 'observing', 'observing', 'for']);
});

test('earlier reports of a death, which were false, say nothing against it', () => {
  const claims = claimsOf({
    first:
      'Police said on Monday that Mara Vell was killed in an explosion near Lake Orro. The ministry has reported her death twice before, and both reports turned out to be false.',
    second:
      'Officials said that Mara Vell was killed in the explosion. Mara Vell had been reported killed several times in the past, Radio Tarn reported.',
  });
  assert.deepEqual(
    claimWith(claims, /was killed/).said.map(({ id, polarity }) => [id, polarity]),
    [
      ['first', 'for'],
      ['second', 'for'],
    ],
  );
});

test('what somebody in a content says by the way is no part of what it says', () => {
  const claims = claimsOf({
    first: 'Police said on Monday that Mara Vell was killed in an explosion near Lake Orro.',
    second:
      'The group released a recording on Thursday purportedly of Mara Vell, three days after police said that she had been killed, Radio Tarn reported.',
  });
  assert.ok(claimWith(claims, /was killed/).said.every(({ words }) => !/recording/.test(words)));
  assert.ok(claimWith(claims, /had been killed/).said.some(({ id }) => id === 'first'));
});

test('reports that are only told of to be called false are no evidence, and who calls them so is against them', () => {
  const claims = claimsOf({
    first: 'Police said on Monday that General Osk Marl was killed in an explosion near Lake Orro.',
    second: 'Reports that General Osk Marl was killed are false, his spokesman said.',
    third: 'Rumours that Osk Marl was killed are a hoax, the fact-checking site Clearline said.',
  });
  assert.deepEqual(
    claimWith(claims, /was killed/).said.map(({ id, polarity, words }) => [
      id,
      polarity,
      /^(?:Reports|Rumours)/.test(words),
    ]),
    [
      ['first', 'for', false],
      ['second', 'against', true],
      ['second', 'observing', false],
      ['third', 'against', true],
    ],
  );
});

test('who has not seen somebody among the dead does not deny that he is dead', () => {
  const claims = claimsOf({
    first: 'Police said on Monday that Jon Adder was killed in an explosion near Lake Orro.',
    second: 'Mara Vell, a surgeon, said that she had not seen Jon Adder among the dead.',
  });
  const said = claims.flatMap((claim) => claim.said).filter(({ id }) => id === 'second');
  assert.deepEqual(
    said.map(({ polarity }) => polarity),
    ['observing'],
  );
});

test('14 dead are not 17, although "at least 14" and "more than 10" go with both', () => {
  const claims = claimsOf({
    first: 'At least 14 people were killed in the fire at the Orro mill, police said.',
    second: 'The fire at the Orro mill killed 17 people, the mayor said.',
    third: 'More than 10 people were killed in the fire at the Orro mill, officials said.',
    fourth: 'Fourteen people were killed in the fire at the Orro mill, a doctor said.',
  });
  const ids = (words: RegExp): string[] => claimWith(claims, words).said.map(({ id }) => id);
  assert.deepEqual(ids(/17/), ['first', 'second', 'third']);
  assert.deepEqual(ids(/Fourteen/), ['fourth']);
});

test('a denial is against a claim that it is like, not against one that only shares its market', () => {
  const claims = claimsOf({
    first:
      'At least 3 people were killed when an air strike hit a market in Lund on Monday, the mayor, Ida Kern, said. The army denied that it had bombed a market.',
    second: 'At least 5 people were killed when an air strike hit a market in Lund on Monday, doctors said.',
  });
  assert.deepEqual(
    claimWith(claims, /were killed/).said.map(({ polarity }) => polarity),
    ['for', 'for'],
  );
});

test('a rumour that turned out to be false counts against what it says, and is no report of it', () => {
  const claims = claimsOf({
    first: 'The dam above Orro has a crack, two engineers said on Monday.',
    second: 'Rumours of a crack in the dam above Orro turned out to be false.',
    third: 'The company said that reports of a crack in the Orro dam were wrong.',
  });
  assert.deepEqual(
    claimWith(claims, /has a crack/).said.map(({ id, polarity }) => `${id} ${polarity}`),
    ['first for', 'second against', 'second observing', 'third against', 'third observing'],
  );
});

test('that nobody found evidence, or cannot rule a thing out, is neither for nor against it', () => {
  const claims = claimsOf({
    first: 'Hackers have stolen customer data from Northbank, the watchdog said on Saturday.',
    second: 'Northbank said it could not rule out that hackers had stolen customer data.',
    third: 'Police said they had found no evidence that hackers had stolen customer data from Northbank.',
    fourth: 'The watchdog withdrew its statement that hackers had stolen customer data from Northbank.',
  });
  const { said } = claimWith(claims, /have stolen/);
  assert.deepEqual(
    new Set(said.map(({ id, polarity }) => `${id} ${polarity}`)),
    new Set(['first for', 'second observing', 'third observing', 'fourth against']),
  );
});

test('who dismisses reports of a thing is against that thing, whatever else the article says', () => {
  const claims = claimsOf({
    first:
      'An explosion at the Korvale refinery killed four workers on Monday, the operator said. Interior Minister Pavel Dorn has dismissed reports that the refinery was hit by a drone as "fantasy".',
    second:
      'The Korvale refinery was hit by a drone, two security officials said. The explosion killed four workers, the operator said.',
  });
  const sides = (words: RegExp): string[] =>
    claimWith(claims, words).said.map(({ id, polarity }) => `${id} ${polarity}`);
  assert.deepEqual(sides(/killed four/), ['first for', 'second for']);
  assert.deepEqual(sides(/Korvale refinery was hit/), ['first against', 'first observing', 'second for']);
});

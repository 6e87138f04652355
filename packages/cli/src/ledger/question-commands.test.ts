import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as answers from '@hearsay/ledger/questions/answers';

const HEARSAY = fileURLToPath(new URL('../../bin/hearsay.js', import.meta.url));
const REPORTS = fileURLToPath(new URL('../../../../samples/desk/reports.jsonl', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-questions-'));
const LEDGER = join(folder, 'news.db');
after(() => rmSync(folder, { recursive: true }));

function hearsay(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [HEARSAY, ...args], { maxBuffer: 50_000_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
const ask = (command: string, ...args: string[]) => hearsay(command, ...args, '--ledger', LEDGER);

before(async () => {
  const hostile = join(folder, 'hostile.jsonl');
  const text = 'The \u001b[31mdam\u001b[0m at Orlen \u202ebroke, the mayor said.';
  writeFileSync(
    hostile,
    `${JSON.stringify({ id: 'x', outlet: 'Evil\u001b]0;x\u0007 Post', title: '=1+1\u001b[2J', text })}\n`,
  );
  assert.equal((await hearsay('ingest', REPORTS, hostile, '--ledger', LEDGER)).code, 0);
});

test('hearsay claim tells the claim that says a sentence, both sides of it, and what became of it', async () => {
  const { code, out } = await ask('claim', 'Tamas Orel was killed in an air strike');
  assert.equal(code, 0);
  for (const part of ['Disputed', 'For: ', 'Against: ', 'Where it comes from', 'Status over time', 'Northern Column']) {
    assert.ok(out.includes(part), part);
  }
  const json = JSON.parse((await ask('claim', 'Tamas Orel was killed in an air strike', '--json')).out);
  assert.equal(answers.claimAnswer.parse(json.claim).claim.status, 'disputed');
  for (const card of json.alike) answers.claimCard.parse(card);
  for (const { article, stance } of json.articles) {
    answers.articleCard.parse(article);
    assert.ok(['agree', 'disagree', 'discuss'].includes(stance));
  }
  const articlesOf = (side: 'for' | 'against'): Set<number> =>
    new Set(json.claim.evidence[side].items.map(({ articleId }: { articleId: number }) => articleId));
  const [reporting, denying] = [articlesOf('for'), articlesOf('against')];
  for (const { article, stance } of json.articles) {
    if (reporting.has(article.id) === denying.has(article.id)) continue;
    assert.equal(
      stance,
      reporting.has(article.id) ? 'agree' : 'disagree',
      'the list of articles is that of the evidence',
    );
  }
});

test('a sentence that nobody says is told so', async () => {
  const { code, out } = await ask('claim', 'Penguins have won the regatta of Trelawn');
  assert.equal(code, 0);
  assert.match(out, /No claim in the ledger/);
});

test('what an article without a date says is shown without one, not with the day it was taken in', async () => {
  const { out } = await ask('claim', 'the dam at Orlen broke');
  assert.match(out, /the mayor \(said\)[^\]]*undated\]/);
  const [piece] = JSON.parse((await ask('claim', 'the dam at Orlen broke', '--json')).out).claim.evidence.for.items;
  assert.equal(piece.published, null);
});

test('who asks for the opposite of a claim is told so, and for and against are those of the claim', async () => {
  const of = async (sentence: string) => JSON.parse((await ask('claim', sentence, '--json')).out);
  const killed = await of('Tamas Orel was killed in an air strike');
  const not = await of('Tamas Orel was not killed in an air strike');
  assert.deepEqual([killed.polarity, not.polarity], ['for', 'against']);
  assert.equal(not.claim.claim.id, killed.claim.claim.id);
  assert.match((await ask('claim', not.sentence)).out, /says the opposite of this claim/);
  assert.doesNotMatch((await ask('claim', killed.sentence)).out, /opposite/);
});

test('where no claim says a sentence those that come nearest are named', async () => {
  const { out } = await ask('claim', 'the hospital was hit by a shell');
  assert.match(out, /No claim in the ledger says/);
  assert.match(out, /Claims that come nearest/);
});

test('hearsay search prints all four kinds or one, and names what it did not understand', async () => {
  const { code, out } = await ask('search', 'orel');
  assert.equal(code, 0);
  for (const kind of ['Claims: ', 'Quotations: ', 'Articles: ', 'Entities: ']) assert.ok(out.includes(kind), kind);
  for (const unclear of ['certainty:sure', 'foo:bar', 'after:yesterday', 'status:bogus', 'speaker: ']) {
    const { code, out, err } = await ask('search', 'orel', unclear);
    assert.deepEqual([code, out], [2, ''], unclear);
    assert.ok(err.includes(`"${unclear.split(':')[0]}:`) && err.includes('Nothing was searched'), err);
  }
  const rest = await ask('search', 'orel', 'certainty:sure', '--json');
  assert.equal(rest.code, 2);
  assert.doesNotMatch(rest.err, /Nothing was searched/);
  assert.equal(answers.searchAnswer.parse(JSON.parse(rest.out)).problems.length, 1);
  const answer = answers.searchAnswer.parse(
    JSON.parse((await ask('search', 'orel', '--in', 'articles', '--json')).out),
  );
  assert.ok(answer.articles.items.length > 5);
  assert.equal(answer.claims.items.length, 0);
});

test('hearsay claim takes the number of a claim as lists show it', async () => {
  const { claims } = JSON.parse((await ask('search', 'orel', '--in', 'claims', '--json')).out);
  const [{ id, title }] = claims.items;
  const { code, out } = await ask('claim', String(id));
  assert.equal(code, 0);
  assert.ok(out.replace(/\s+/g, ' ').startsWith(title) && out.includes(`Claim ${id}.`), out);
  assert.equal(JSON.parse((await ask('claim', String(id), '--json')).out).claim.claim.id, id);
  const none = await ask('claim', '999999');
  assert.deepEqual([none.code, none.out], [1, '']);
  assert.match(none.err, /no claim of this number/);
});

test('the help of hearsay search says what its days include, and that -word needs another', async () => {
  const { out } = await hearsay('search', '--help');
  assert.match(out, /after: includes its day, before: does not/);
  assert.match(out, /-word takes from\s+what\s+other\s+words\s+find/);
  const { articles } = JSON.parse((await ask('search', 'orel', '--in', 'articles', '--json')).out);
  const day = articles.items[0].published.slice(0, 10);
  const ids = async (filter: string) => {
    const answer = JSON.parse((await ask('search', 'orel', filter, '--in', 'articles', '--json')).out);
    return answer.articles.items.map(({ id }: { id: number }) => id);
  };
  assert.ok((await ids(`after:${day}`)).includes(articles.items[0].id));
  assert.ok(!(await ids(`before:${day}`)).includes(articles.items[0].id));
});

test('hearsay search says of what kind nothing matched', async () => {
  const { out } = await ask('search', 'Evil');
  assert.doesNotMatch(out, /undefined/);
  assert.match(
    (await ask('search', 'hospital', 'outlet:Nobody')).out + (await ask('search', 'penguins')).out,
    /Nothing was found/,
  );
  assert.match((await ask('search', 'penguins', '--in', 'quotations')).out, /^No quotation matches\./);
  assert.match((await ask('search', 'Kessa hospital counts')).out, /^(?:Claims|Quotations): none matches$/m);
});

test('nothing of an article reaches the terminal as a control sequence, nor a spreadsheet as a formula', async () => {
  for (const args of [
    ['search', 'dam'],
    ['claim', 'The dam at Orlen broke'],
    ['stats'],
    ['export', '--format', 'csv', 'dam'],
  ]) {
    const { out } = await ask(args[0], ...args.slice(1));
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/, args.join(' '));
    assert.doesNotMatch(out, /^=/m);
  }
});

test('hearsay export prints each format whole, for a search and for one of each kind', async () => {
  const lines = async (...args: string[]) => (await ask('export', ...args)).out.trim().split('\n');
  const all = await lines();
  for (const line of all) answers.evidence.parse(JSON.parse(line));
  const vell = await lines('speaker:Vell');
  assert.ok(vell.length > 0 && vell.length < all.length);
  assert.equal((await lines('--format', 'csv')).length, all.length + 1);
  const annotations = JSON.parse((await ask('export', '--format', 'web-annotation')).out);
  assert.equal(annotations.first.items.length, all.length);
  assert.deepEqual(JSON.parse((await ask('export', '--format', 'claim-review')).out), []);
  assert.ok(JSON.parse((await lines('--format', 'citron'))[0]).quotes.length > 0);
  const [reading] = await lines('--article', '1');
  assert.equal(JSON.parse(reading).id, 'lp-1');
  const { entities } = JSON.parse((await ask('search', 'vell', '--json')).out);
  assert.equal((await lines('--entity', String(entities.items[0].id))).length, vell.length);
  for (const option of ['--claim', '--story'])
    assert.ok((await lines(option, '1'))[0].includes('"assertionId"'), option);
});

test('hearsay export prints nothing for a query that it does not understand', async () => {
  const { code, out, err } = await ask('export', 'certainty:XX');
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /certainty:XX.*CT\+.*\nNothing was exported/);
});

test('hearsay export says where there is nothing of the number that it is given', async () => {
  for (const kind of ['claim', 'story', 'entity', 'article']) {
    const { code, out, err } = await ask('export', `--${kind}`, '999999');
    assert.deepEqual([code, out], [1, ''], kind);
    assert.ok(
      err.startsWith(`hearsay: export --${kind} 999999: there is no ${kind} of this number; "hearsay search`),
      err,
    );
  }
});

test('hearsay stats counts sources, the unnamed among them, and quotations a person', async () => {
  const counted = JSON.parse((await ask('stats', '--json')).out);
  assert.equal(counted.articles, 15);
  assert.ok(counted.quotations > 5 && counted.quotations < counted.assertions);
  assert.match((await ask('stats')).out, new RegExp(`${counted.quotations} of them quotations`));
  assert.ok(counted.unnamedShare > 0 && counted.unnamedShare < 1);
  const tribune = counted.outlets.find(({ outlet }: { outlet: string }) => outlet === 'Coastal Tribune');
  assert.equal(tribune.unnamedShare, 0.8, 'officials, another official and an informant, and one group with a name');
  assert.equal(tribune.sources, 4);
  assert.ok(counted.speakers.some(({ name }: { name: string }) => name === 'Mara Vell'));
});

test('where there is no ledger, and where an option makes no sense, that is said', async () => {
  const { code, err } = await hearsay('search', 'dam', '--ledger', join(folder, 'none.db'));
  assert.equal(code, 1);
  assert.match(err, /none\.db/);
  assert.equal((await ask('export', '--format', 'pdf')).code, 2);
  assert.equal((await ask('claim', ' ')).code, 2);
  assert.equal((await ask('export', '--claim', 'x')).code, 2);
});

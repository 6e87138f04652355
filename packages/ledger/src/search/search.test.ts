import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { inputs } from '../../test/sample-reports.ts';
import { ingest } from '../ingest/ingest.ts';
import { ReaderPool } from '../ingest/reader-pool.ts';
import { searchAnswer } from '../questions/search.ts';
import { forget } from '../store/forget.ts';
import { openStore } from '../store/open-store.ts';
import { foldedWords } from './folded-words.ts';
import { WordMatch } from './word-match.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-search-'));
const readers = new ReaderPool(1);
after(async () => {
  await readers.close();
  rmSync(folder, { recursive: true });
});

test('words are the same with and without capitals and marks on letters', () => {
  assert.deepEqual(foldedWords('Orël’s RÉSUMÉ, 3.5 km'), ['orel', 's', 'resume', '3', '5', 'km']);
});

test('a snippet shows the phrase in its surroundings, and says where it was cut', () => {
  const text = `${'Nothing of note. '.repeat(30)}The dam broke at noon. ${'More of the same. '.repeat(30)}`;
  const snippet = new WordMatch({ words: ['more'], phrases: [['dam', 'break']], without: [] });
  assert.match(snippet.snippet(text.replace('broke', 'breaks')), /^… .*The dam breaks at noon.* …$/);
  assert.equal(new WordMatch({ words: ['dam'], phrases: [], without: [] }).snippet('The dam.'), 'The dam.');
});

test('after a takedown no word is left in any index of words', async () => {
  const path = join(folder, 'news.db');
  const store = await openStore(path, { access: 'write' });
  const text =
    'The Quillonburgh ferry sank, harbour master Yvessa Marr said. She denied that Zobrist Lines was warned.';
  await ingest(store, inputs({ id: 'a', text }, { id: 'b', text: 'The mayor of Lenn resigned, she said.' }), {
    readers,
  });
  assert.equal((await searchAnswer(store, 'quillonburgh')).articles.total, 1);
  assert.equal((await searchAnswer(store, 'yvessa')).entities.total, 1);
  await forget(store, 'a');
  assert.equal((await searchAnswer(store, 'quillonburgh')).articles.total, 0);
  await store.close();
  const database = new DatabaseSync(path);
  const words = ['search_article', 'search_claim'].flatMap((table) => {
    database.exec(`create virtual table temp.${table}_words using fts5vocab('main', '${table}', 'row')`);
    return database.prepare(`select term from temp.${table}_words`).all();
  });
  const left = [...words, ...database.prepare('select word as term from search_name').all()].map(({ term }) =>
    String(term),
  );
  database.close();
  assert.ok(left.includes('mayor'));
  assert.ok(!left.some((word) => /quillonburgh|yvessa|marr|zobrist/.test(word)), left.join());
});

test('a revision is found by its new words and no longer by the old ones', async () => {
  const store = await openStore(join(folder, 'revised.db'), { access: 'write' });
  await ingest(store, inputs({ url: 'https://a.example/1', text: 'The ferry sank, the harbour master said.' }), {
    readers,
  });
  await ingest(store, inputs({ url: 'https://a.example/1', text: 'The barge drifted, the harbour master said.' }), {
    readers,
  });
  assert.equal((await searchAnswer(store, 'sank')).articles.total, 0);
  assert.equal((await searchAnswer(store, 'drift')).articles.total, 1);
  await store.close();
});

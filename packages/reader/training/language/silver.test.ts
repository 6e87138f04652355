import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RELATIONS } from '../../src/language/relations.ts';
import { readSilver } from './silver.ts';

const corpora = fileURLToPath(new URL('../../../../../shared/corpora', import.meta.url));
const absent = existsSync(corpora) ? false : 'the corpora are not there';

test('each silver sentence has a root, heads of its own, and tokens in order', { skip: absent }, () => {
  let articles = 0;
  for (const { id, language } of readSilver(corpora, 'dev')) {
    articles++;
    const { tokens, sentences, head, relation } = language;
    for (let s = 0; s < sentences.count; s++) {
      let roots = 0;
      for (let t = sentences.first[s]; t < sentences.end[s]; t++) {
        assert.ok(tokens.start[t] < tokens.end[t], `${id}: token ${t} is empty`);
        assert.ok(t === 0 || tokens.start[t] >= tokens.end[t - 1], `${id}: token ${t} overlaps`);
        if (head[t] === -1) roots++;
        else assert.equal(sentences.of[head[t]], s, `${id}: the head of token ${t} stands in another sentence`);
        assert.equal(RELATIONS[relation[t]] === 'root', head[t] === -1);
      }
      assert.ok(roots >= 1, `${id}: sentence ${s} has no root`);
    }
  }
  assert.equal(articles, 83);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf } from './direction.ts';

test('a paragraph runs as most of its letters do, whatever it begins with', () => {
  assert.equal(directionOf('“לא נפתח,” said Noa Teval, who runs the ferry.'), 'ltr');
  assert.equal(directionOf('قال Ola إن الجسر مغلق حتى إشعار آخر.'), 'rtl');
  assert.equal(directionOf('17 — 31.'), 'ltr');
});

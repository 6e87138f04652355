import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const PAGE = `<html><body><article><h1>Dam</h1>
<p>The dam at Orlec is old, and people in the valley have asked about it for many years now.</p>
<p>“The dam is safe today,” Corin Maddox told reporters on Tuesday. “Nobody in the valley needs to lose sleep.”</p>
<h2>‘We heard it from the postman’</h2>
<p>Two people said the draft and the final text were identical in every part except for the cover.</p>
</article></body></html>`;

test('a quotation that goes on in its paragraph is the same assertion; a heading is nobody’s before it', () => {
  const { assertions, actors, text } = read({ html: PAGE }, loadModel());
  const found = assertions.map(({ content, speaker }) => [
    content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    actors.find(({ id }) => id === speaker)?.name,
  ]);
  assert.deepEqual(found[0], [
    '“The dam is safe today,” … “Nobody in the valley needs to lose sleep.”',
    'Corin Maddox',
  ]);
  assert.ok(found.every(([content]) => !content?.includes('postman')));
});

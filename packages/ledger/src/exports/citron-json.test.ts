import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citronDocument } from './citron-json.ts';
import { exampleReading } from './example-reading.ts';
import { webAnnotations } from './web-annotation.ts';

test('Citron offsets count code points, so that Python slices the same words', () => {
  const text = `\u{1F30A} ${exampleReading.text}`;
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + 3,
    end: span.end + 3,
  });
  const reading = {
    ...exampleReading,
    text,
    actors: [],
    assertions: exampleReading.assertions.map((a) => ({
      ...a,
      content: a.content.map(moved),
      cue: a.cue.map(moved),
      source: a.source.map(moved),
    })),
  };
  const points = [...text];
  const { quotes } = citronDocument(reading);
  assert.ok(quotes.length > 0);
  for (const { cue, contents } of quotes) {
    for (const span of [cue, ...contents]) assert.equal(points.slice(span.start, span.end).join(''), span.text);
  }
});

test('an annotation selects the exact words of the content', () => {
  const annotations = JSON.parse(JSON.stringify(webAnnotations(exampleReading)));
  assert.equal(annotations.length, exampleReading.assertions.length);
  const [position, quote] = annotations[0].target[0].selector;
  assert.equal(exampleReading.text.slice(position.start, position.end), quote.exact);
});

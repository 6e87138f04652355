import assert from 'node:assert/strict';
import type { ReadInput } from '../src/read.ts';
import { type Reading, readingSchema, type Span } from '../src/reading.ts';

/** What holds for every reading, whatever the input; throws where it does not. */
export function checkReading(input: ReadInput, reading: Reading): void {
  const parsed = readingSchema.safeParse(reading);
  assert.ok(parsed.success, parsed.error?.message);
  checkSpans(reading);
  checkReferences(reading);
  if (typeof input.text === 'string' && !reading.warnings.some(({ code }) => code === 'truncated')) {
    assert.equal(restored(reading), input.text, 'the text and its inserts do not add up to the input');
  }
}

/** The text with every insert back in its place. */
export function restored({ text, inserts }: Pick<Reading, 'text' | 'inserts'>): string {
  let whole = '';
  let at = 0;
  for (const insert of inserts) {
    whole += text.slice(at, insert.at) + insert.text;
    at = insert.at;
  }
  return whole + text.slice(at);
}

function checkSpans(reading: Reading): void {
  const { length } = reading.text;
  const inRange = (name: string, spans: readonly Span[]): void => {
    for (const { start, end } of spans)
      assert.ok(start < end && end <= length, `${name}: ${start} to ${end} of ${length}`);
  };
  const inOrder = (name: string, spans: readonly Span[]): void => {
    inRange(name, spans);
    for (let at = 1; at < spans.length; at++)
      assert.ok(spans[at - 1].end <= spans[at].start, `${name} overlap or turn back`);
  };
  inOrder('blocks', reading.blocks);
  inOrder('sentences', reading.sentences);
  inOrder('times', reading.times);
  let last = 0;
  for (const { at } of reading.inserts) {
    assert.ok(at >= last && at <= length, `insert at ${at} after ${last} of ${length}`);
    last = at;
  }
  if (reading.article.dateline) inRange('dateline', [reading.article.dateline]);
  for (const { id, content, cue, source, interpolations } of reading.assertions) {
    for (const [name, spans] of Object.entries({ content, cue, source, interpolations }))
      inOrder(`${id} ${name}`, spans);
  }
  for (const { id, mentions } of reading.actors) inRange(`actor ${id}`, mentions);
  for (const { id, mentions, authenticity, channel, since } of reading.statements) {
    const others = [channel, since].filter((span) => span !== undefined);
    inRange(`statement ${id}`, [...mentions, ...authenticity.evidence, ...others]);
  }
}

function checkReferences({ actors, assertions, statements }: Reading): void {
  const actorIds = unique('actor', actors);
  const assertionIds = unique('assertion', assertions);
  unique('statement', statements);
  const parents = new Map(assertions.map(({ id, within }) => [id, within]));
  for (const { id, within, chain, speaker } of assertions) {
    for (const link of chain) assert.ok(actorIds.has(link), `${id}: chain names ${link}`);
    if (speaker !== null) assert.ok(actorIds.has(speaker), `${id}: speaker ${speaker}`);
    if (within !== undefined) assert.ok(assertionIds.has(within), `${id}: within ${within}`);
    let steps = 0;
    for (let parent = within; parent !== undefined; parent = parents.get(parent)) {
      assert.ok(++steps <= assertions.length, `${id} is nested in itself`);
    }
  }
  for (const { id, by, releasedBy } of statements) {
    for (const actor of [...by, ...releasedBy]) assert.ok(actorIds.has(actor), `${id}: by ${actor}`);
  }
}

function unique(name: string, things: readonly { id: string }[]): ReadonlySet<string> {
  const ids = new Set(things.map(({ id }) => id));
  assert.equal(ids.size, things.length, `two ${name}s of one id`);
  return ids;
}

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { ArticleAnswer, ClaimAnswer, Page } from '@hearsay/ledger/questions/answers';
import { openTestDesk } from './test-desk.ts';

describe('an editor decides, and takes it back', async () => {
  const desk = await openTestDesk();
  after(() => desk.close());
  const article = async (id = 1): Promise<ArticleAnswer> =>
    (await desk.ask(`/api/articles/${id}`)).json() as ArticleAnswer;
  const decide = async (kind: string, payload: object): Promise<number> => {
    const answer = await desk.write('POST', '/api/decisions', { kind, payload });
    assert.equal(answer.status, 201, answer.text);
    return (answer.json() as { id: number }).id;
  };
  const undo = async (id: number): Promise<void> =>
    assert.equal((await desk.write('DELETE', `/api/decisions/${id}`)).status, 200);
  const placeOf = ({ reading, revisions }: ArticleAnswer, ordinal: number) => {
    const [{ start, end }] = reading.assertions[ordinal].content;
    return { article: 1, revision: revisions[revisions.length - 1].id, start, end };
  };

  test('a correction stands over the machine’s reading at once, and goes when it is undone', async () => {
    const before = await article();
    const at = placeOf(before, 0);
    const span = { start: at.start, end: at.end - 5 };
    const made = [
      await decide('assertion-correction', {
        action: 'edit',
        at,
        set: { speaker: 'A passer-by', certainty: 'PS+', span },
      }),
      await decide('assertion-correction', { action: 'delete', at: placeOf(before, 1) }),
      await decide('assertion-correction', {
        action: 'add',
        at: { ...at, start: 0, end: 4 },
        set: { speaker: 'Nell', cue: { start: 6, end: 11 } },
      }),
    ];
    const corrected = await article();
    const edited = corrected.reading.assertions.findIndex(({ content }) => content[0].start === span.start);
    assert.deepEqual(corrected.reading.assertions[edited].content, [span]);
    assert.equal(corrected.reading.assertions[edited].certainty, 'PS+');
    const speaker = corrected.reading.actors.find(({ id }) => id === corrected.reading.assertions[edited].speaker);
    assert.equal(speaker?.name, 'A passer-by');
    assert.deepEqual(
      [corrected.assertions[edited].correction?.decisionId, corrected.assertions[edited].correction?.author],
      [made[0], 'editor'],
    );
    assert.deepEqual(
      corrected.deleted.map(({ decisionId }) => decisionId),
      [made[1]],
    );
    assert.ok(corrected.assertions.some(({ correction }) => correction?.action === 'add'));

    const lines = (await desk.ask('/api/corrections.jsonl')).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ action, decision }) => [action, decision]),
      [
        ['edit', made[0]],
        ['delete', made[1]],
        ['add', made[2]],
      ],
    );
    assert.deepEqual(lines[0].machine.content, before.reading.assertions[0].content);
    assert.deepEqual([lines[0].editor.content, lines[0].editor.speaker], [[span], 'A passer-by']);
    assert.deepEqual([lines[1].editor, lines[2].machine], [null, null]);
    assert.equal(lines[0].text, before.reading.text);

    for (const id of made.reverse()) await undo(id);
    const after = await article();
    assert.deepEqual(after.reading.assertions, before.reading.assertions);
    assert.deepEqual(after.deleted, []);
    assert.equal((await desk.ask('/api/corrections.jsonl')).text, '');
  });

  test('a correction of what is not there, or of words outside the text, is refused', async () => {
    const at = placeOf(await article(), 0);
    const send = async (payload: object) =>
      (await desk.write('POST', '/api/decisions', { kind: 'assertion-correction', payload })).status;
    assert.equal(await send({ action: 'edit', at: { ...at, start: at.start + 1 }, set: {} }), 404);
    assert.equal(await send({ action: 'delete', at: { ...at, article: 900 } }), 404);
    assert.equal(await send({ action: 'edit', at, set: { span: { start: 0, end: 1e6 } } }), 400);
    assert.equal(await send({ action: 'add', at: { ...at, start: 9, end: 9 }, set: {} }), 400);
  });

  test('a verdict stands beside the status, and its page changes at once', async () => {
    const claim = async (): Promise<ClaimAnswer> => (await desk.ask('/api/claims/1')).json() as ClaimAnswer;
    const { status } = (await claim()).claim;
    const id = await decide('verdict', { claim: 1, rating: 'mostly-false', note: 'He spoke two days later.' });
    const rated = await claim();
    assert.deepEqual(
      [rated.verdicts[0].id, rated.verdicts[0].rating, rated.claim.status],
      [id, 'mostly-false', status],
    );
    assert.match((await desk.ask('/api/exports/claim-review?claim=1')).text, /mostly-false/);
    await undo(id);
    assert.ok((await claim()).verdicts.every(({ undone }) => undone));
    const decisions = (await desk.ask('/api/decisions')).json() as Page<{
      id: number;
      undone: boolean;
      author: string;
    }>;
    assert.deepEqual(
      [decisions.items[0].id, decisions.items[0].undone, decisions.items[0].author],
      [id, true, 'editor'],
    );
  });

  test('merging and splitting claims and entities, and back', async () => {
    const other = (await desk.ask('/api/stories/1/claims')).json() as Page<{ id: number }>;
    const [into, from] = other.items.map(({ id }) => id);
    const merged = await decide('claim-merge', { into, from: [from] });
    assert.equal(((await desk.ask(`/api/claims/${from}`)).json() as ClaimAnswer).claim.id, into);
    await undo(merged);
    assert.equal(((await desk.ask(`/api/claims/${from}`)).json() as ClaimAnswer).claim.id, from);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DeskAnswer } from '@hearsay/ledger/questions/answers';
import { startDeskProcess } from '../../test/desk-process.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));

describe('npm start', () => {
  test('opens the desk of the sample, whose first claim is the contested one, and ends at Ctrl-C', async () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', `file://${project}`), 'utf8'));
    const [program, ...args] = String(scripts.start).split(' ');
    assert.equal(program, 'node');
    const desk = startDeskProcess([...args, '--port', '0'], project);
    const address = await desk.address;
    assert.ok(address !== undefined, desk.printed());
    const { changed } = (await (await fetch(`${address}/api/desk`)).json()) as DeskAnswer;
    const [{ text, status }] = changed.items;
    assert.match(text, /Tamas Orel.* was killed/);
    assert.equal(status, 'disputed');
    desk.child.kill('SIGINT');
    assert.equal(await desk.ended, 0, desk.printed());
  });

  test('what it does not know is one line and 1', async () => {
    for (const args of [
      ['--port', 'four'],
      ['--colour', 'red'],
    ]) {
      const desk = startDeskProcess(['packages/desk/src/sample/start-sample.ts', ...args], project);
      assert.equal(await desk.ended, 1);
      assert.match(desk.printed(), /^npm start: .*\n$/);
    }
  });
});

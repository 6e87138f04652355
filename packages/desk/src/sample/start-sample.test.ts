import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDeskProcess } from '../../test/desk-process.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));

describe('npm start', () => {
  test('opens the desk of the sample, which has a claim to look at, and ends at Ctrl-C', async () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', `file://${project}`), 'utf8'));
    const [program, ...args] = String(scripts.start).split(' ');
    assert.equal(program, 'node');
    const desk = startDeskProcess([...args, '--port', '0'], project);
    const address = await desk.address;
    assert.ok(address !== undefined, desk.printed());
    const { claim } = (await (await fetch(`${address}/api/claims/1`)).json()) as { claim: { status: string } };
    assert.equal(claim.status, 'disputed');
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '@hearsay/reader/model/load-model';
import { read } from '@hearsay/reader/read';
import { outletName } from './outlet-name.ts';
import { toldOutlet } from './told-outlet.ts';

const model = loadModel();

function told(text: string): (string | null)[] {
  const reading = read({ text }, model);
  return reading.assertions.map((assertion) => toldOutlet(reading, assertion));
}

test('a statement is traced to the outlet that was told', () => {
  assert.ok(told('The pumps were never tested, Mara Vell told CNN on Friday.').includes('CNN'));
  assert.ok(told('"The pumps were never tested," Mara Vell told The Northern Herald.').includes('Northern Herald'));
});

test('a report of an outlet is traced to it', () => {
  assert.ok(told('Reuters reported that the pumps of Lenn were never tested.').includes('Reuters'));
});

test('a statement told to nobody in particular is traced to nobody', () => {
  assert.deepEqual(new Set(told('"The pumps were never tested," Mara Vell told reporters.')), new Set([null]));
});

test('an outlet is known by one name', () => {
  assert.equal(outletName('The Associated Press'), 'AP');
  assert.equal(outletName('the Reuters news agency'), 'Reuters');
  assert.equal(outletName('BBC News'), 'BBC');
  assert.equal(outletName('New York Daily News'), 'New York Daily News');
  assert.equal(outletName('local television'), null);
  assert.equal(outletName('the ministry'), null);
});

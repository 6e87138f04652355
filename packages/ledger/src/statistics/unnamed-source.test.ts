import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnnamedSource } from './unnamed-source.ts';

const UNNAMED = [
  { type: 'unnamed', name: 'a source close to the club' },
  { type: 'group', name: 'officials' },
  { type: 'group', name: 'Verran officials' },
  { type: 'group', name: 'Local residents' },
] as const;

const NOT_UNNAMED = [
  { type: 'person', name: 'Mara Vell' },
  { type: 'organization', name: 'the company' },
  { type: 'group', name: 'Northern Column' },
  { type: 'group', name: 'Sarn police' },
  { type: 'document', name: 'a report' },
] as const;

test('people who are described are unnamed, alone or as many', () => {
  for (const actor of UNNAMED) assert.ok(isUnnamedSource(actor), actor.name);
});

test('whoever has a name, bodies and documents are not unnamed', () => {
  for (const actor of NOT_UNNAMED) assert.ok(!isUnnamedSource(actor), actor.name);
});

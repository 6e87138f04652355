import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { loadModel } from './model/load-model.ts';
import { read } from './read.ts';
import { readingJsonSchema } from './reading.ts';

const published: object = JSON.parse(readFileSync(new URL('../schema/reading.schema.json', import.meta.url), 'utf8'));
const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');

describe('the JSON Schema of a reading', () => {
  test('is published as it stands in the code ("hearsay schema" prints it)', () => {
    assert.deepEqual(published, JSON.parse(JSON.stringify(readingJsonSchema())));
  });

  test('holds for real readings, of a page, a text and nothing', () => {
    const validate = new Ajv2020().compile(published);
    const model = loadModel();
    for (const input of [{ html: sample('dam-inspection.html') }, { text: sample('ferry-letter.txt') }, { text: '' }]) {
      const reading = JSON.parse(JSON.stringify(read(input, model)));
      assert.ok(validate(reading), JSON.stringify(validate.errors));
    }
    assert.equal(validate({ version: 1 }), false);
  });
});

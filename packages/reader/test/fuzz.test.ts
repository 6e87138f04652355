import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadModel } from '../src/model/load-model.ts';
import { read } from '../src/read.ts';
import { checkReading } from './invariants.ts';
import { mutatedInput } from './mutations.ts';

const INPUTS = 400;
const model = loadModel();

describe('the reader on wounded pages and texts ("npm run fuzz" reads 10,000)', () => {
  test('gives a valid reading of each', () => {
    for (let seed = 0; seed < INPUTS; seed++) {
      const input = mutatedInput(seed);
      try {
        checkReading(input, read(input, model));
      } catch (error) {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
    }
  });

  test('gives the same reading again, whatever was read in between', () => {
    for (let seed = 0; seed < INPUTS; seed += 20) {
      const first = read(mutatedInput(seed), model);
      read(mutatedInput(seed + 1), model);
      assert.deepEqual(read(mutatedInput(seed), model), first);
    }
  });
});

import { readFileSync } from 'node:fs';
import { decodeWeights } from '@hearsay/reader/model/weights';
import { type StanceModel, stanceModel } from './stance-model.ts';

/**
 * Reads the weights that come with this package.
 * @throws {Error} where the file is missing or damaged.
 */
export function loadStanceModel(): StanceModel {
  return stanceModel(decodeWeights(readFileSync(new URL('../../model/stance.bin', import.meta.url))));
}

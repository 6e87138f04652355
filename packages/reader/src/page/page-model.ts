import type { ObliviousTrees } from '../model/boosted-trees.ts';
import { headerNumbers } from '../model/header.ts';
import type { Weights } from '../model/weights.ts';

/** What reading pages has learnt. */
export interface PageModel {
  /** The logit that a block is the body's, from its features. */
  readonly body: ObliviousTrees;
}

/**
 * Opens the weights of the file `page.bin`; the arrays stay views over its bytes.
 * @throws {Error} where the file lacks an array or has another layout.
 */
export function loadPageModel({ header, arrays }: Weights): PageModel {
  const { depth } = headerNumbers(header, ['depth']);
  const { features, thresholds, leaves } = arrays;
  if (!(features instanceof Uint8Array && thresholds instanceof Float32Array && leaves instanceof Float32Array)) {
    throw new Error('page weights: the trees are missing or not of types u8 and f32');
  }
  return { body: { depth, features, thresholds, leaves } };
}

/** The weights as they are written to a file. */
export function pageWeights({ body: { depth, features, thresholds, leaves } }: PageModel): Weights {
  return { header: { depth }, arrays: { features, thresholds, leaves } };
}

import { readFileSync } from 'node:fs';
import type { ObliviousTrees } from '@hearsay/reader/model/boosted-trees';
import { headerNumbers } from '@hearsay/reader/model/header';
import { decodeWeights, encodeWeights } from '@hearsay/reader/model/weights';
import type { WordVectors } from './word-vectors.ts';

/** What is learnt of whether two propositions are one. */
export interface ClaimModel {
  vectors: WordVectors;
  /** Log odds over the evidence on a pair, with `start` added. */
  trees: ObliviousTrees;
  start: number;
}

let loaded: ClaimModel | undefined;

/**
 * The weights that come with this package, read from the disk once.
 * @throws {Error} where the file is missing or damaged.
 */
export function claimModel(): ClaimModel {
  loaded ??= decodeClaimModel(readFileSync(new URL('../../model/claims.bin', import.meta.url)));
  return loaded;
}

export function encodeClaimModel({ vectors, trees, start }: ClaimModel): Uint8Array {
  const keys = new Int32Array(vectors.placeOf.size);
  for (const [key, place] of vectors.placeOf) keys[place] = key;
  return encodeWeights({
    header: { component: 'claims', dimensions: vectors.dimensions, depth: trees.depth, start },
    arrays: {
      'vectors.keys': keys,
      'vectors.values': vectors.values,
      'trees.features': trees.features,
      'trees.thresholds': trees.thresholds,
      'trees.leaves': trees.leaves,
    },
  });
}

function decodeClaimModel(bytes: Uint8Array): ClaimModel {
  const { header, arrays } = decodeWeights(bytes);
  const { dimensions, depth, start } = headerNumbers(header, ['dimensions', 'depth', 'start']);
  const keys = arrays['vectors.keys'];
  const values = arrays['vectors.values'];
  const features = arrays['trees.features'];
  const thresholds = arrays['trees.thresholds'];
  const leaves = arrays['trees.leaves'];
  const isWhole =
    keys instanceof Int32Array &&
    values instanceof Int8Array &&
    features instanceof Uint8Array &&
    thresholds instanceof Float32Array &&
    leaves instanceof Float32Array;
  if (!isWhole) throw new Error('claims.bin: not the weights of claims');
  const placeOf = new Map(Array.from(keys, (key, place) => [key, place]));
  return { vectors: { dimensions, placeOf, values }, trees: { depth, features, thresholds, leaves }, start };
}

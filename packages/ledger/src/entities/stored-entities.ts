import { storedFeatures } from '../store/stored-features.ts';
import type { Writing } from '../store/writing.ts';
import { type EntityFeatures, featuresOfActors, type KeptActor } from './entity-features.ts';

/** The features of revisions that are in the ledger, by revision. */
export async function storedEntities(
  revisions: readonly number[],
  writing: Writing,
): Promise<Map<number, EntityFeatures>> {
  const stored = await storedFeatures<KeptActor[]>(writing, 'entities', revisions);
  return new Map([...stored].map(([id, { kept, reading }]) => [id, featuresOfActors(kept, reading())]));
}

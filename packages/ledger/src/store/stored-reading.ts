import type { Reading } from '@hearsay/reader/reading';
import { decodeJson } from './encoded-json.ts';

/** A reading out of `revision.reading`; `check` holds every one against the schema. */
export function storedReading(bytes: Uint8Array): Reading {
  return decodeJson(bytes) as Reading;
}

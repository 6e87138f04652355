import type { Reading } from '@hearsay/reader/reading';
import { unpackJson } from './packed-json.ts';

/** A reading out of `revision.reading`; `check` holds every one against the schema. */
export function storedReading(bytes: Uint8Array): Reading {
  return unpackJson(bytes) as Reading;
}

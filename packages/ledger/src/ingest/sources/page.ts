import { binaryKind, isBlank } from '@hearsay/input/binary';
import { detectType } from '@hearsay/input/detect-type';
import { InputError } from '@hearsay/input/input-error';
import type { ReadInput } from '@hearsay/reader/read';
import { MAX_PAGE_BYTES } from './limits.ts';

/** What is known of a page beside its bytes. */
export type PageFacts = Pick<ReadInput, 'contentType' | 'outlet' | 'published' | 'title' | 'url'>;

/**
 * One article from the bytes of a page or a text; `null` for more bytes than are taken in.
 * @throws {InputError} where there is nothing to read.
 */
export function pageInput(bytes: Uint8Array | null, facts: PageFacts): ReadInput {
  if (bytes === null) {
    const way = 'if it holds many articles, write them as JSON lines';
    throw new InputError('too-large', `it is longer than ${MAX_PAGE_BYTES / 1e6} MB, too long for one article; ${way}`);
  }
  if (isBlank(bytes)) throw new InputError('empty', 'it is empty: nothing to read');
  const binary = binaryKind(bytes);
  if (binary !== undefined) {
    throw new InputError('binary', `it is ${binary}, neither HTML nor plain text; convert it to one of them first`);
  }
  return { [detectType(bytes)]: bytes, ...facts };
}

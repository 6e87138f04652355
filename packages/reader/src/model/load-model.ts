import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { loadArgumentModel } from '../attribution/arguments-model.ts';
import { loadCueModel } from '../attribution/cue-model.ts';
import { loadLanguageModel } from '../language/language-model.ts';
import { loadPageModel } from '../page/page-model.ts';
import type { Model } from './model.ts';
import { decodeWeights } from './weights.ts';

const FILES = ['language.bin', 'cues.bin', 'arguments.bin', 'page.bin'] as const;

/**
 * Reads the weights that come with this package. The one place in the reader that touches the disk: `read` itself is
 * given its model.
 * @throws {Error} where a file is missing or damaged.
 */
export function loadModel(): Model {
  // A start reads all weights: SHA-256 over them would take 20 ms of it, this takes 3.
  let checksum = 0;
  const [language, cues, argumentWeights, page] = FILES.map((file) => {
    const bytes = readFileSync(new URL(`../../model/${file}`, import.meta.url));
    checksum = crc32(bytes, checksum);
    return decodeWeights(bytes);
  });
  return {
    version: checksum.toString(16).padStart(8, '0'),
    language: loadLanguageModel(language),
    cues: loadCueModel(cues),
    arguments: loadArgumentModel(argumentWeights),
    page: loadPageModel(page),
  };
}

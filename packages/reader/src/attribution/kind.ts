import type { Tokens } from '../language/language.ts';
import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';

/** `direct` where all words of the content stand in quotation marks, `indirect` where none does, `mixed` else. */
export function kindOf(tokens: Tokens, depth: Uint8Array, content: readonly TokenRange[]): Assertion['kind'] {
  let quoted = 0;
  let plain = 0;
  for (const { first, end } of content) {
    for (let token = first; token < end; token++) {
      if (!WORD.test(tokens.text.slice(tokens.start[token], tokens.end[token]))) continue;
      if (depth[token] > 0) quoted++;
      else plain++;
    }
  }
  return quoted === 0 ? 'indirect' : plain === 0 ? 'direct' : 'mixed';
}

const WORD = /[\p{L}\p{N}]/u;

import type { Tokens } from '../language/language.ts';
import type { Block } from '../reading.ts';
import type { TokenRange } from './attribution.ts';

/** The tokens of each block; tokens between blocks belong to none. */
export function blockRanges(tokens: Tokens, blocks: readonly Block[]): TokenRange[] {
  let token = 0;
  return blocks.map((block) => {
    while (token < tokens.count && tokens.start[token] < block.start) token++;
    const first = token;
    while (token < tokens.count && tokens.start[token] < block.end) token++;
    return { first, end: token };
  });
}

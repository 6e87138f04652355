import type { Tokens } from '../language/language.ts';
import type { TokenRange } from './attribution.ts';

/** Beyond so many tokens brackets hold the speaker's own aside rather than an editor's help. */
const LONGEST = 8;

/** The editor's words inside a quotation, "[the ministry]" or "(Saudi)", brackets included. */
export function findInterpolations(tokens: Tokens, quotation: TokenRange): TokenRange[] {
  const found: TokenRange[] = [];
  let open = -1;
  for (let token = quotation.first; token < quotation.end; token++) {
    const character = tokens.text[tokens.start[token]];
    if (character === '(' || character === '[') open = token;
    else if ((character === ')' || character === ']') && open >= 0) {
      if (token - open - 1 <= LONGEST) found.push({ first: open, end: token + 1 });
      open = -1;
    }
  }
  return found;
}

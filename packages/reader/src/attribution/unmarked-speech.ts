import { isVerb, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';

/**
 * Whether the words of a report lost both their quotation marks: a verb and a colon announce them, they begin with a
 * capital, and somebody speaks of himself in them ("Mara Vell said: We will rebuild the bridge"). Under "I" and "we" the
 * reporter would not give words of his own.
 */
export function isUnmarkedSpeech({ tree, depth }: Scene, { head, cue, content, kind }: Report): boolean {
  const [range] = content;
  if (kind || head < 0 || cue.length !== 1 || content.length !== 1 || range.first < head || !isVerb(tree, head))
    return false;
  const { tokens } = tree.language;
  const announced = wordOf(tree, range.first - 1) === ':' && range.first - head <= LONGEST_ANNOUNCEMENT;
  if (!announced || !/^\p{Lu}/u.test(tokens.text.slice(tokens.start[range.first]))) return false;
  let isOwn = false;
  for (let token = range.first; token < range.end; token++) {
    if (depth[token] > 0) return false;
    if (/^(?:i|me|my|our|us|we)$/.test(wordOf(tree, token))) isOwn = true;
  }
  return isOwn;
}

/** From the verb to the words that its colon announces, in tokens: "told the council on Monday:". */
const LONGEST_ANNOUNCEMENT = 8;

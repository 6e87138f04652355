import type { TokenRange } from './attribution.ts';
import { wordOf } from './phrases.ts';
import type { Tree } from './tree.ts';

/** Words that make a name, or a description, that of a news outlet. */
const OUTLET_WORD =
  /^(?:abc|afp|agency|al-jazeera|ap|associated|bbc|bloomberg|broadcaster|buzzfeed|cbs|channel|chronicle|cnn|daily|dpa|fox|gawker|gazette|guardian|herald|independent|itv|jazeera|journal|mail|media|mirror|msnbc|nbc|news|newspaper|newsweek|npr|outlet|outlets|paper|people|post|press|radio|reuters|sky|sun|telegraph|television|time|times|today|tribune|tv|upi|xinhua)$/;

const SPREAD = 6;

/** The outlet to which a source told something: "told Gawker", "told the Northern Herald on Friday"; null for others. */
export function outletTold(tree: Tree, verb: number): TokenRange | null {
  const { tokens } = tree.language;
  let end = verb + 1;
  let isOutlet = false;
  while (end < Math.min(tokens.count, verb + 1 + SPREAD)) {
    const word = wordOf(tree, end);
    const capital = /^\p{Lu}/u.test(tokens.text[tokens.start[end]]);
    if (
      (word === 'the' && end > verb + 1) ||
      DAY.test(word) ||
      !(capital || /^(?:the|a|an|local|state|of|'s|radio|television|tv|newspaper|media|broadcaster)$/.test(word))
    )
      break;
    if (OUTLET_WORD.test(word)) isOutlet = true;
    end++;
  }
  return isOutlet ? { first: verb + 1, end } : null;
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** The outlet to which the words came: "in a statement provided to the Northern Herald, the mayor said". */
export function outletGivenTo(tree: Tree, before: number): TokenRange | null {
  for (let token = before - 1; token > Math.max(0, before - GIVEN_REACH); token--) {
    if (/^[.?!]$/.test(wordOf(tree, token))) return null;
    if (
      wordOf(tree, token) === 'to' &&
      /^(?:provided|given|sent|e-?mailed|issued|released)$/.test(wordOf(tree, token - 1))
    ) {
      return outletTold(tree, token);
    }
  }
  return null;
}

const GIVEN_REACH = 20;

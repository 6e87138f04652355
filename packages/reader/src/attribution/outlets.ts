import { NAME_TYPES } from '../language/names.ts';
import type { TokenRange } from './attribution.ts';
import { sentenceAround, tagOf, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

/**
 * The news outlet to which the words of a report were said, the outer link of their chain: "told Gawker X", "said in a
 * statement provided to the Northern Herald", "speaking to local television, she said"; null where none was. Where an
 * interview was only the occasion ("said in an interview with Gawker") it brings no link.
 */
export function outletToldBy(scene: Scene, { head, source, content, cue }: Report): TokenRange | null {
  const { tree } = scene;
  const sentence = sentenceAround(tree, head);
  const isTelling = tree.language.lemma[head] === 'tell';
  if (isTelling) {
    const told = outletAfter(tree, head) ?? nameTold(tree, head);
    if (told) return told;
  }
  const isSaid = (token: number) => content.some(({ first, end }) => token >= first && token < end);
  const from = Math.max(sentence.first, source[0].first - REACH);
  const to = Math.min(sentence.end, (cue.at(-1)?.end ?? head + 1) + REACH);
  for (let token = from; token < to - 1; token++) {
    const isConfirmed = isConfirmedTo(tree, head, token);
    if ((isSaid(token) && !isConfirmed) || scene.depth[token] !== scene.depth[head]) continue;
    if (!announcesTalk(tree, token) && !isSaidTo(tree, head, token) && !isConfirmed) continue;
    const isSpeaking = TALK.test(wordOf(tree, token - 1)) || isStatedTo(tree, token);
    const outlet = outletAfter(tree, token) ?? (isSpeaking ? nameTold(tree, token) : null);
    if (outlet && !(isConfirmed && !isOutletName(tree, outlet))) return outlet;
  }
  return null;
}

/**
 * A name behind "told", "speaking to" or "in a statement to" that is neither a person's nor a place's nor that of a body or a people: outlets have names of
 * every kind, and reports give the words that others were told much less often.
 */
function nameTold(tree: Tree, before: number): TokenRange | null {
  const { tokens, name } = tree.language;
  const first = before + 1;
  const start = wordOf(tree, first) === 'the' ? first + 1 : first;
  let end = start;
  while (
    /^NNP/.test(tagOf(tree, end)) &&
    /^[\p{Lu}\d]/u.test(tokens.text.slice(tokens.start[end])) &&
    !DAY.test(wordOf(tree, end))
  ) {
    if (name[end] === PERSON || name[end] === LOCATION || BODY.test(wordOf(tree, end))) return null;
    end++;
  }
  if (end === start || end - start > LONGEST_BARE_NAME || TITLE.test(wordOf(tree, start))) return null;
  return isTold(tree, end) ? { first, end } : null;
}

const LONGEST_BARE_NAME = 3;
const TITLE =
  /^(?:capt|col|dr|gen|gov|judge|king|lt|maj|miss|mr|mrs|ms|pope|president|prince|princess|prof|queen|rep|sen|sgt|sir)\.?$/;

/** Whether a name is whom somebody told: the words themselves, the end or the day follow. */
function isTold(tree: Tree, end: number): boolean {
  return !/^(?:'s?|and|of|to)$/.test(wordOf(tree, end));
}

/** Whether a word, in lower case, makes a name or a description that of a news outlet. */
export function isOutletWord(word: string): boolean {
  return NAMED_OUTLET.test(word) || DESCRIBED_OUTLET.test(word);
}

/** Tokens before a source and behind a cue in which the words that name the outlet stand. */
const REACH = 20;

/** "Confirmed to the Herald": the preposition right behind the cue. */
function isSaidTo(tree: Tree, head: number, token: number): boolean {
  return token === head + 1 && wordOf(tree, token) === 'to' && SAYING.test(tree.language.lemma[head]);
}

/** "Confirmed the news to Mashable": a thing between the cue and its preposition. */
function isConfirmedTo(tree: Tree, head: number, token: number): boolean {
  if (wordOf(tree, token) !== 'to' || token <= head + 1 || token > head + LONGEST_THING) return false;
  return CONFIRMING.test(tree.language.lemma[head]) && tagOf(tree, token - 1).startsWith('NN');
}

/** Longest thing that is confirmed to an outlet, in tokens. */
const LONGEST_THING = 6;

function isOutletName(tree: Tree, { end }: TokenRange): boolean {
  return NAMED_OUTLET.test(wordOf(tree, end - 1)) || SITE_ADDRESS.test(wordOf(tree, end - 1));
}

/** "Speaking to", "spoke with", "provided to": a preposition behind a word of talk. */
function announcesTalk(tree: Tree, token: number): boolean {
  const before = wordOf(tree, token - 1);
  if (wordOf(tree, token) === 'to') return TALK.test(before) || TALK_TO.test(before) || isStatedTo(tree, token);
  return wordOf(tree, token) === 'with' && TALK.test(before);
}

/** "Said in a statement to", "wrote in an email to". */
function isStatedTo(tree: Tree, to: number): boolean {
  if (wordOf(tree, to) !== 'to') return false;
  if (!/^(?:comments?|e-?mail|letter|message|note|remarks|statement)$/.test(wordOf(tree, to - 1))) return false;
  return /^(?:in|by|via)$/.test(wordOf(tree, to - 2)) || /^(?:in|by|via)$/.test(wordOf(tree, to - 3));
}

const CONFIRMING = /^(?:admit|confirm|deny|dismiss|dispute|explain|refute|reveal)$/;
const SAYING = /^(?:admit|confirm|deny|explain|insist|reveal|say|speak|state|write)$/;
const TALK = /^(?:speaking|spoke|talked|talking)$/;
const TALK_TO = /^(?:e-?mailed|given|issued|provided|released|sent)$/;

/** Longest name of an outlet, its description included, in tokens. */
const LONGEST = 8;

/** The outlet named or described by the words behind a token. */
function outletAfter(tree: Tree, token: number): TokenRange | null {
  const { tokens, name } = tree.language;
  const first = token + 1;
  const sentence = sentenceAround(tree, token);
  let end = -1;
  for (let at = first; at < Math.min(sentence.end, first + LONGEST); at++) {
    const word = wordOf(tree, at);
    const isSite = SITE_ADDRESS.test(word);
    if (
      DAY.test(word) ||
      !(isSite || PART.test(tagOf(tree, at))) ||
      (at > first && tagOf(tree, at) === 'DT' && !isTitled(at))
    )
      break;
    const isCapital = /^\p{Lu}/u.test(tokens.text[tokens.start[at]]);
    if (BODY.test(word) || TITLE.test(word)) return null;
    if (end >= 0 && /^'s?$/.test(wordOf(tree, at + 1))) break;
    const named = isSite || (isCapital && (NAMED_OUTLET.test(word) || name[at] === ORGANIZATION));
    const titled = at === first + 1 && isTitled(first) && isCapital && name[at] !== PERSON && name[at] !== LOCATION;
    if (named || titled || DESCRIBED_OUTLET.test(word)) end = at + 1;
  }
  if (end < 0) return null;
  // "the Velden paper Lantern", "the Free Lantern": a name goes on with its last words, known or not.
  while (
    end < sentence.end &&
    tagOf(tree, end) === 'NNP' &&
    (DESCRIBED_OUTLET.test(wordOf(tree, end - 1)) || (name[end] !== PERSON && name[end] !== LOCATION)) &&
    !DAY.test(wordOf(tree, end))
  )
    end++;
  return { first, end };

  function isTitled(at: number): boolean {
    return tokens.text.startsWith('The', tokens.start[at]) && wordOf(tree, at) === 'the';
  }
}

const ORGANIZATION = NAME_TYPES.indexOf('ORGANIZATION');
const PERSON = NAME_TYPES.indexOf('PERSON');
const LOCATION = NAME_TYPES.indexOf('LOCATION');
const PART = /^(?:NN|JJ|VBN|DT|PRP\$|POS|CD)/;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
/** Whether a word is the address of a site: "velden.com". */
export function isSiteAddress(word: string): boolean {
  return SITE_ADDRESS.test(word);
}

const SITE_ADDRESS = /^[\p{L}\d-]+\.(?:com|co|net|org|info|tv|uk|fm)(?:\.[a-z]{2})?$/u;

/** Words that make a name with a capital that of a news outlet. */
const NAMED_OUTLET =
  /^(?:abc|afp|agency|al-jazeera|ansa|ap|arabiya|associated|bbc|bloomberg|buzzfeed|cbc|cbs|channel|chronicle|cnn|courier|daily|dispatch|dpa|examiner|express|fox|france-presse|gawker|gazette|globe|guardian|herald|huffpost|independent|inquirer|insider|itv|jazeera|journal|mail|mashable|mirror|msnbc|nbc|newsday|newsweek|npr|observer|online|people|post|press|record|register|reporter|reuters|review|sky|standard|star|sun|tass|telegraph|time|times|today|tribune|upi|vice|wire|worldpost|xinhua)$/;

/** Nouns for an outlet, as names have them and descriptions too: "local television". */
const DESCRIBED_OUTLET =
  /^(?:blog|broadcaster|magazine|media|network|news|newspaper|newspapers|outlet|outlets|paper|press|program|programme|publication|radio|site|station|tabloid|television|tv|website|websites|weekly)$/;

/** Bodies with a name of their own that speak and are spoken to, and bring no news. */
const BODY =
  /^(?:army|assembly|bank|board|cabinet|cia|commission|committee|company|congress|conference|council|court|department|embassy|fbi|government|hearing|house|house's|investigators|military|ministry|nato|office|officials|panel|parliament|party|pentagon|police|reporters|senate|staff|un|union|university)$/;

import type { Span } from '../reading.ts';
import type { Mention } from './mentions.ts';
import { lemmaAt, type Scene, sentenceEnd, spanOf, tagAt } from './scene.ts';

/** How many tokens behind a mention or its verb the words about channel and day may stand. */
export const REACH = 16;

/**
 * Where the words came out: "posted on [Facebook]", "broadcast by [Al-Manara television]", "in an interview with [the
 * Harrow Gazette]". The preposition stays outside.
 *
 * @param from the tokens behind which it may stand: the noun and the verbs of making and release
 */
export function channelOf(scene: Scene, mention: Mention, from: readonly number[]): Span | undefined {
  const before = platformBefore(scene, mention);
  if (before) return before;
  for (const start of from) {
    const end = Math.min(start + REACH, sentenceEnd(scene, start));
    for (let token = start + 1; token < end; token++) {
      if (token !== start + 1 && endsClause(scene, token)) break;
      const preposition = lemmaAt(scene, token);
      const isIn = preposition === 'in';
      if (!CHANNEL_PREPOSITIONS.has(preposition) && !isIn) continue;
      const phrase = nounChunk(scene, token + 1, end);
      if (phrase && isChannel(scene, mention, start, preposition, phrase)) return spanOf(scene, ...phrase);
    }
  }
  return mention.medium === 'interview' ? outletTold(scene, mention) : undefined;
}

/** The article, adjectives and nouns from a token on, as first and end. */
function nounChunk(scene: Scene, first: number, border: number): [number, number] | null {
  let end = first;
  while (end < border && CHUNK_TAGS.has(tagAt(scene, end)) && scene.timeAt[end] < 0) end++;
  // "Voice of America": a name goes on over its preposition.
  while (end < border && end > first && scene.actorAt[end] >= 0 && scene.actorAt[end] === scene.actorAt[end - 1]) end++;
  if (end === first || !tagAt(scene, end - 1).startsWith('NN')) return null;
  return [first, end];
}

function isChannel(
  scene: Scene,
  mention: Mention,
  start: number,
  preposition: string,
  [first, end]: readonly [number, number],
): boolean {
  const outlet = isOutlet(scene, first, end);
  if (preposition === 'with')
    return mention.medium === 'interview' && start === mention.noun && isBody(scene, first, end);
  if (preposition === 'by') return BROADCASTING.has(lemmaAt(scene, start)) && outlet;
  if (preposition === 'to') {
    const isGiven = start === mention.noun || GIVING.has(lemmaAt(scene, start));
    const givesTo = mention.medium === 'interview' && isGiven && isBody(scene, first, end);
    return givesTo || (isPlatformAt(scene, end - 1) && tagAt(scene, first) !== 'VB');
  }
  if (preposition === 'in') return outlet && PUBLISHING.has(lemmaAt(scene, start));
  return outlet || isPlatformAt(scene, end - 1);
}

/** "a Facebook post", "a CNN interview": the word before the noun. */
function platformBefore(scene: Scene, { first, noun, medium }: Mention): Span | undefined {
  for (let token = first; token < noun; token++) {
    if (tagAt(scene, token).startsWith('NNP') && PLATFORMS.has(lemmaAt(scene, token)))
      return spanOf(scene, token, token + 1);
  }
  if (medium !== 'interview') return undefined;
  let start = noun;
  while (start > first && tagAt(scene, start - 1).startsWith('NNP')) start--;
  return start < noun && isBody(scene, start, noun) ? spanOf(scene, start, noun) : undefined;
}

/** "told the Harrow Gazette in an interview". */
function outletTold(scene: Scene, { verb, first }: Mention): Span | undefined {
  if (verb < 0 || verb > first || lemmaAt(scene, verb) !== 'tell') return undefined;
  const phrase = nounChunk(scene, verb + 1, first);
  return phrase && isBody(scene, ...phrase) ? spanOf(scene, ...phrase) : undefined;
}

/** A body, not a person: the other side of an interview. */
function isBody(scene: Scene, first: number, end: number): boolean {
  const actor = scene.actorAt[end - 1];
  if (actor >= 0 && scene.actors[actor].type === 'person') return false;
  if (actor >= 0 && scene.actors[actor].type === 'organization') return true;
  return isOutlet(scene, first, end);
}

/** Whether some token of a run makes it the name of an outlet. */
export function isOutlet(scene: Scene, first: number, end: number): boolean {
  for (let token = first; token < end; token++) {
    const word = lemmaAt(scene, token);
    if (OUTLET_WORDS.has(word) || (OUTLET_NAMES.has(word) && tagAt(scene, token).startsWith('NNP'))) return true;
  }
  return false;
}

function isPlatformAt(scene: Scene, token: number): boolean {
  return PLATFORMS.has(lemmaAt(scene, token));
}

/** Whether the word before a noun is an outlet or a platform: what came out there is not its own. */
export function isChannelBefore(scene: Scene, { first }: Mention, token: number): boolean {
  return isPlatformAt(scene, token) || isOutlet(scene, first, token + 1);
}

/** A finite verb or a semicolon: what stands behind it is about something else. */
function endsClause(scene: Scene, token: number): boolean {
  return CLAUSE_TAGS.has(tagAt(scene, token));
}

const BROADCASTING: ReadonlySet<string> = new Set(['air', 'broadcast', 'carry', 'publish', 'release']);
const CHANNEL_PREPOSITIONS: ReadonlySet<string> = new Set(['by', 'on', 'over', 'through', 'to', 'via', 'with']);
const CHUNK_TAGS: ReadonlySet<string> = new Set(['CD', 'DT', 'JJ', 'NN', 'NNP', 'NNPS', 'NNS', 'PRP$', 'VBN']);
const CLAUSE_TAGS: ReadonlySet<string> = new Set(['.', ':', 'MD', 'VBD', 'VBP', 'VBZ']);
const GIVING: ReadonlySet<string> = new Set(['give', 'grant']);
const PUBLISHING: ReadonlySet<string> = new Set(['appear', 'print', 'publish', 'write']);

/** Nouns for outlets, by lemma. */
const OUTLET_WORDS: ReadonlySet<string> = new Set([
  'broadcaster',
  'channel',
  'magazine',
  'network',
  'newspaper',
  'radio',
  'station',
  'television',
  'tv',
]);

/** Words of which one makes a name that of an outlet. */
const OUTLET_NAMES: ReadonlySet<string> = new Set([
  'abc',
  'afp',
  'agency',
  'al-jazeera',
  'ap',
  'bbc',
  'cbs',
  'chronicle',
  'cnn',
  'fox',
  'gazette',
  'globe',
  'guardian',
  'herald',
  'journal',
  'mail',
  'msnbc',
  'nbc',
  'news',
  'npr',
  'pbs',
  'post',
  'press',
  'reuters',
  'standard',
  'star',
  'sun',
  'telegraph',
  'times',
  'today',
  'tribune',
]);

/** Where whoever writes is said to post. */
export const SOCIAL_PLATFORMS: ReadonlySet<string> = new Set([
  'account',
  'blog',
  'facebook',
  'instagram',
  'reddit',
  'snapchat',
  'telegram',
  'tumblr',
  'twitter',
  'weibo',
]);

/** Places where words are put up or sent out, by lemma. */
const PLATFORMS: ReadonlySet<string> = new Set([
  'account',
  'airwave',
  'app',
  'blog',
  'channel',
  'facebook',
  'feed',
  'forum',
  'homepage',
  'instagram',
  'internet',
  'liveleak',
  'media',
  'medium',
  'network',
  'newspaper',
  'page',
  'platform',
  'podcast',
  'radio',
  'reddit',
  'site',
  'snapchat',
  'station',
  'telegram',
  'television',
  'tumblr',
  'tv',
  'twitter',
  'vine',
  'web',
  'website',
  'weibo',
  'whatsapp',
  'youtube',
]);

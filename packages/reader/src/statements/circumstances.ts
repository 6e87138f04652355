import type { Statement } from '../reading.ts';
import { REACH } from './channels.ts';
import type { Mention } from './mentions.ts';
import { isVerbAt, lemmaAt, type Scene, sentenceEnd, sentenceStart, spanOf, tagAt } from './scene.ts';

/** A calendar day, week, month or year, with or without a clock time. */
const ISO_DATE = /^\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d))?(?=$|T)/;

/**
 * When a statement was made: the date in its phrase or soon behind it or its verb, else the one that opens the sentence.
 *
 * @param from the noun and the verbs of making and release
 */
export function dateOf(scene: Scene, { first, noun }: Mention, from: readonly number[]): string | undefined {
  for (let token = first; token < noun; token++) {
    const date = dateAt(scene, token);
    if (date) return date;
  }
  for (const start of from) {
    const end = Math.min(start + REACH, sentenceEnd(scene, start));
    for (let token = start + 1; token < end; token++) {
      const word = lemmaAt(scene, token);
      if (SINCE.has(word) || tagAt(scene, token) === ':' || (isVerbAt(scene, token) && !DATING.has(word))) break;
      const date = dateAt(scene, token);
      if (date) return date;
    }
  }
  if (from.length < 2) return undefined;
  const opening = sentenceStart(scene, noun);
  for (let token = opening; token < Math.min(opening + 4, first); token++) {
    const date = dateAt(scene, token);
    if (date) return date;
  }
  return undefined;
}

function dateAt({ times, timeAt }: Scene, token: number): string | undefined {
  const time = times[timeAt[token]];
  return time && (time.type === 'DATE' || time.type === 'TIME') ? ISO_DATE.exec(time.value)?.[0] : undefined;
}

/** How long it is: "the 24-minute audio", "a video lasting two minutes", "a speech that ran for an hour". */
export function durationOf(scene: Scene, { first, noun, end }: Mention): string | undefined {
  for (let token = first; token < noun; token++) {
    const duration = lengthAt(scene, token);
    if (duration) return duration;
  }
  const last = Math.min(end + REACH, sentenceEnd(scene, noun));
  let lasts = false;
  for (let token = end; token < last; token++) {
    const word = lemmaAt(scene, token);
    if (LASTING.has(word) && isVerbAt(scene, token)) lasts = true;
    else if (isVerbAt(scene, token) && !AUXILIARY.has(word)) return undefined;
    const duration = lengthAt(scene, token);
    if (!duration) continue;
    let after = token;
    while (after < last && scene.timeAt[after] === scene.timeAt[token]) after++;
    return lasts || LONG.has(lemmaAt(scene, after)) ? duration : undefined;
  }
  return undefined;
}

/** Clock lengths alone: a speech may be years in the making, but it does not last so long. */
function lengthAt({ times, timeAt }: Scene, token: number): string | undefined {
  const time = times[timeAt[token]];
  return time?.type === 'DURATION' && /^PT\d/.test(time.value) ? time.value : undefined;
}

export interface Since {
  since: NonNullable<Statement['since']>;
  /** The token before "first" or "last". */
  before: number;
}

/** How many tokens stand between "first" and "since". */
const LONGEST_SINCE = 8;

/** "his first public address since May", "The message was Vell's first since May": in or soon behind the mention. */
export function sinceOf(scene: Scene, { first, end, role }: Mention): Since | undefined {
  const border = Math.min(sentenceEnd(scene, first), end + (role === 'object' ? 2 : REACH));
  let order: { token: number; word: 'first' | 'last' } | undefined;
  for (let token = first; token < border; token++) {
    const word = lemmaAt(scene, token);
    if (word === 'first' || word === 'last') order = { token, word };
    if (word !== 'since' || !order || token - order.token > LONGEST_SINCE) continue;
    for (let at = token + 1; at <= token + 2 && at < sentenceEnd(scene, first); at++) {
      const time = scene.times[scene.timeAt[at]];
      if (!time || !ISO_DATE.test(time.value)) continue;
      const { start } = spanOf(scene, order.token, token);
      return { since: { order: order.word, value: time.value, start, end: time.end }, before: order.token - 1 };
    }
  }
  return undefined;
}

const AUXILIARY: ReadonlySet<string> = new Set(['be', 'have']);
const DATING: ReadonlySet<string> = new Set([
  'air',
  'be',
  'date',
  'issue',
  'post',
  'publish',
  'release',
  'send',
  'upload',
  'write',
]);
const LASTING: ReadonlySet<string> = new Set(['last', 'run']);
const LONG: ReadonlySet<string> = new Set(['in', 'long']);
const SINCE: ReadonlySet<string> = new Set(['after', 'before', 'following', 'since', 'until']);

import { comparableWord } from '@hearsay/reader/actors/same-name';
import { WORLD_NAMES } from '@hearsay/reader/actors/world-names';
import { NAME_TYPES } from '@hearsay/reader/language/names';
import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { countryOf } from '../country-names.ts';

const PERSON = NAME_TYPES.indexOf('PERSON');

/** Whether a word of a proposition is a name's key. */
export function isNameKey(word: string): boolean {
  return word.startsWith('@');
}

/** The key of each actor's name, by the actor's id. */
export function keysOfActors(
  { reading, language }: AnalysedArticle,
  tokenAt: (offset: number) => number,
): Map<string, string> {
  return new Map(
    reading.actors.map((actor) => {
      if (actor.type !== 'person') return [actor.id, nameKey(actor.name, false)];
      // The name finder can end a name before "al-Velani".
      const surname = actor.mentions
        .map(({ end }) => tokenAt(end))
        .find((token) => isArabicSurname(language.tokens, token));
      const { text, start, end } = language.tokens;
      return [actor.id, nameKey(surname === undefined ? actor.name : text.slice(start[surname], end[surname]), true)];
    }),
  );
}

function isArabicSurname({ text, start, end, count }: AnalysedArticle['language']['tokens'], token: number): boolean {
  return token < count && /^(?:al|el)-\p{Lu}/iu.test(text.slice(start[token], end[token]));
}

/** For each token the key of the name that it belongs to, '' for none; a name's key stands on all of its tokens. */
export function nameKeys(
  { reading, language }: AnalysedArticle,
  actorKeys: ReadonlyMap<string, string>,
  tokenAt: (offset: number) => number,
): string[] {
  const { tokens, name, sentences } = language;
  const keys = new Array<string>(tokens.count).fill('');
  const text = reading.text;
  for (let token = 0; token < tokens.count; token++) {
    if (name[token] === 0) continue;
    let end = token + 1;
    while (end < tokens.count && name[end] === name[token] && sentences.of[end] === sentences.of[token]) end++;
    if (name[token] === PERSON && isArabicSurname(tokens, end)) end++;
    keys.fill(nameKey(text.slice(tokens.start[token], tokens.end[end - 1]), name[token] === PERSON), token, end);
    token = end - 1;
  }
  for (const actor of reading.actors) {
    if (!NAMED.has(actor.type)) continue;
    const key = actorKeys.get(actor.id)!;
    for (const { start, end } of actor.mentions) {
      for (let token = tokenAt(start); token < tokens.count && tokens.start[token] < end; token++) {
        if (name[token] !== 0) keys[token] = key;
      }
    }
  }
  joinWorldNames(language.tokens, keys);
  joinKnownPeople(reading, actorKeys, language.tokens, keys);
  return keys;
}

const NAMED: ReadonlySet<string> = new Set(['person', 'organization', 'place']);

/** Names that the reader knows whole, whatever the name finder made of their parts: the longest first. */
function joinWorldNames({ text, start, end, count }: AnalysedArticle['language']['tokens'], keys: string[]): void {
  for (let token = 0; token < count; token++) {
    if (keys[token] === '' || !WORLD_NAME_BEGINS.has(text.slice(start[token], end[token]).toLowerCase())) continue;
    for (let length = Math.min(LONGEST_WORLD_NAME, count - token); length > 1; length--) {
      const known = WORLD_NAME.get(
        text
          .slice(start[token], end[token + length - 1])
          .toLowerCase()
          .replace(/\s+/g, ' '),
      );
      if (known === undefined) continue;
      keys.fill(`@${known}`, token, token + length);
      token += length - 1;
      break;
    }
  }
}

const WORLD_NAME: ReadonlyMap<string, string> = new Map([
  ...[...WORLD_NAMES.values()].map((name): [string, string] => [name, name]),
  ...WORLD_NAMES,
]);
/** First tokens of world names, which cut at more than white space: "U.S.-led". */
const WORLD_NAME_BEGINS: ReadonlySet<string> = new Set(
  [...WORLD_NAME.keys()].flatMap((name) => [name.split(' ')[0], /^[\p{L}\p{N}.]+/u.exec(name)?.[0] ?? name]),
);
const LONGEST_WORLD_NAME = 8;

/** Capitalised words that are all of one person's name are that name, whatever was made of them: the name finder can miss a part. */
function joinKnownPeople(
  reading: Reading,
  actorKeys: ReadonlyMap<string, string>,
  tokens: AnalysedArticle['language']['tokens'],
  keys: string[],
): void {
  const people = new Map<string, Set<string>>();
  for (const { id, type, name, aliases } of reading.actors) {
    if (type !== 'person') continue;
    const key = actorKeys.get(id)!;
    const words = people.get(key) ?? new Set<string>();
    people.set(key, words);
    for (const word of [name, ...aliases].join(' ').split(/\s+/)) words.add(comparableWord(word));
  }
  for (let token = 0; token < tokens.count; token++) {
    const key = `@${capitalised(tokens, token)}`;
    const words = people.get(key);
    if (!words) continue;
    let first = token;
    while (first > 0 && words.has(capitalised(tokens, first - 1))) first--;
    keys.fill(key, first, token + 1);
  }
}

/** A capitalised word in comparable form, '' for others; the Arabic article counts for nothing. */
function capitalised({ text, start, end }: AnalysedArticle['language']['tokens'], token: number): string {
  const word = text.slice(start[token], end[token]);
  return /^(?:\p{Lu}|al-\p{Lu}|el-\p{Lu})/u.test(word) ? comparableWord(word) : '';
}

/**
 * A person's last name, else all of the name, as the reader counts it ("US" and "America" are one); "@" before it tells it
 * from other words.
 */
function nameKey(name: string, isPerson: boolean): string {
  const plain = plainKey(name, isPerson);
  return plain === '' ? '' : `@${plain}`;
}

function plainKey(name: string, isPerson: boolean): string {
  const words = name
    .split(/[\s,()]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(comparableWord)
    .filter((word) => word !== 'the' && word !== 's');
  if (words.length === 0) return '';
  if (isPerson) return words[words.length - 1];
  const whole = words.join(' ');
  return countryOf(whole);
}

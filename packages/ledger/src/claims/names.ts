import { comparableWord } from '@hearsay/reader/actors/same-name';
import { WORLD_NAMES } from '@hearsay/reader/actors/world-names';
import { NAME_TYPES } from '@hearsay/reader/language/names';
import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';

const PERSON = NAME_TYPES.indexOf('PERSON');

/** For each token the key of the name or pronoun that it belongs to, '' for none; a name's key stands on all of its tokens. */
export function nameKeys({ reading, language }: AnalysedArticle, tokenAt: (offset: number) => number): string[] {
  const { tokens, name } = language;
  const keys = new Array<string>(tokens.count).fill('');
  const text = reading.text;
  for (let token = 0; token < tokens.count; token++) {
    if (name[token] === 0) continue;
    let end = token + 1;
    while (end < tokens.count && name[end] === name[token] && language.sentences.of[end] === language.sentences.of[token]) end++;
    const key = nameKey(text.slice(tokens.start[token], tokens.end[end - 1]), name[token] === PERSON);
    keys.fill(key, token, end);
    token = end - 1;
  }
  for (const actor of reading.actors) {
    if (actor.type === 'unnamed' || actor.type === 'group' || actor.type === 'document') continue;
    const key = actorKey(actor);
    for (const { start, end } of actor.mentions) {
      for (let token = tokenAt(start); token < tokens.count && tokens.start[token] < end; token++) {
        if (name[token] !== 0 || end - start < 8) keys[token] = key;
      }
    }
  }
  return keys;
}

export function actorKey(actor: Reading['actors'][number]): string {
  return nameKey(actor.name, actor.type === 'person');
}

/** A person's last name, else all of the name, as the reader counts it ("US" and "America" are one). */
export function nameKey(name: string, isPerson: boolean): string {
  const words = name
    .split(/[\s,()]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(comparableWord)
    .filter((word) => word !== 'the' && word !== 's');
  if (words.length === 0) return '';
  if (isPerson) return words[words.length - 1];
  const whole = words.join(' ');
  const known = WORLD_NAMES.get(whole) ?? whole;
  return DEMONYMS.get(known) ?? known;
}

/** What people and things of a country are called. One a line would be long: by country. */
const DEMONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    afghanistan: 'afghan afghans',
    australia: 'australian australians',
    canada: 'canadian canadians',
    china: 'chinese',
    cuba: 'cuban cubans',
    egypt: 'egyptian egyptians',
    france: 'french',
    germany: 'german germans',
    india: 'indian indians',
    indonesia: 'indonesian indonesians',
    iran: 'iranian iranians',
    iraq: 'iraqi iraqis',
    israel: 'israeli israelis',
    italy: 'italian italians',
    japan: 'japanese',
    lebanon: 'lebanese',
    libya: 'libyan libyans',
    mexico: 'mexican mexicans',
    pakistan: 'pakistani pakistanis',
    russia: 'russian russians',
    'saudi arabia': 'saudi saudis',
    spain: 'spanish',
    syria: 'syrian syrians',
    turkey: 'turkish turks',
    ukraine: 'ukrainian ukrainians',
    'united kingdom': 'british britons briton uk',
    'united states': 'american americans',
    yemen: 'yemeni yemenis',
  }).flatMap(([country, words]) => words.split(' ').map((word) => [word, country])),
);

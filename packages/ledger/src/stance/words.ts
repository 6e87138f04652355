/**
 * One number for one word, the same on every machine (FNV-1a over its UTF-16 units); never 0, so that 0 can stand for no
 * word.
 */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

/** One number for two words in order. */
export function pairHash(first: number, second: number): number {
  const hash = Math.imul(first ^ (second >>> 16) ^ (second << 5), 0x297a2d39) ^ second;
  return hash === 0 ? 1 : hash;
}

/**
 * What a word's inflections have in common: "beheads", "beheaded" and "beheading" are "behead". By its ending alone, for
 * headlines are written in capitals that leave no tag to trust.
 *
 * @param word in lower case
 */
export function stem(word: string): string {
  const base = word.replace(/['’]s?$/u, '');
  if (base.length <= 3 || /\d/.test(base)) return base;
  if (Object.hasOwn(IRREGULAR, base)) return IRREGULAR[base];
  return withoutEnding(base).replace(/e$/, '').replace(/y$/, 'i');
}

function withoutEnding(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/[^suai]s$/.test(word)) return word.slice(0, -1);
  const ending = /(?:ed|ing)$/.exec(word);
  if (ending === null || !/[aeiouy].*/.test(word.slice(0, ending.index)) || ending.index < 3) return word;
  return word.slice(0, ending.index).replace(/([bdfgmnprt])\1$/, '$1');
}

/** Forms that no ending tells, one word each. */
const IRREGULAR: Readonly<Record<string, string>> = {
  ate: 'eat',
  bought: 'bui',
  caught: 'catch',
  children: 'child',
  dead: 'die',
  death: 'die',
  deaths: 'die',
  died: 'die',
  dies: 'die',
  dying: 'die',
  eaten: 'eat',
  fought: 'fight',
  found: 'find',
  gave: 'giv',
  given: 'giv',
  held: 'hold',
  killing: 'kill',
  left: 'leav',
  made: 'mak',
  married: 'marri',
  men: 'man',
  paid: 'pai',
  sent: 'send',
  shot: 'shoot',
  slain: 'kill',
  sold: 'sell',
  stole: 'steal',
  stolen: 'steal',
  taken: 'tak',
  took: 'tak',
  women: 'woman',
  wives: 'wif',
  won: 'win',
};

/** Words that say nothing of what a text is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again against all also an and any are as at be because been before being between both but by can could
did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it
its itself just may me might more most must my new no nor not now of off on once only or other our out over own said same
say says she should so some such than that the their them then there these they this those through to too under until up
very was we were what when where which while who whom why will with would you your n't 's 're 've 'll 'd ca wo report
reports reported reportedly claim claims claimed alleged allegedly video watch photo photos update breaking us`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

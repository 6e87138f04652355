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

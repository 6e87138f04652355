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

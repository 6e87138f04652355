/** Names put in the place of others; invented, and none of them in another. */
const NAMES = [
  ...'Abelard Brisco Calder Dorvin Estrel Farrow Gantry Hollis Ingram Jorvik Kestle Larkin Morrow Nesbit Orlen'.split(
    ' ',
  ),
  ...'Pascoe Quarrel Rendle Strand Tolliver Umber Vance Wexler Yarrow Zeller Ashdown Brill Corvane Dellwyn'.split(' '),
];

const CUT_SENTENCES = 0.1;
const SHUFFLED = 0.3;
const RENAMED = 0.5;

export interface VariedArticle {
  id: string;
  text: string;
}

/**
 * Articles for growth: real bodies taken round and round, from the second round on with names and numbers changed, one
 * sentence in ten cut, and the paragraphs of three in ten in another order. The same seed gives the same articles. They are
 * less varied than real news: every round holds the same events under other names.
 */
export function* variedArticles(bodies: readonly string[], count: number, seed = 1): Generator<VariedArticle> {
  for (let at = 0; at < count; at++) {
    const round = Math.floor(at / bodies.length);
    const body = bodies[at % bodies.length];
    yield { id: `varied ${seed} ${at}`, text: round === 0 ? body : vary(body, random(seed * 1_000_003 + at)) };
  }
}

/** Numbers from 0 to 1 in an order that follows from the seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function vary(body: string, next: () => number): string {
  const names = new Map<string, string>();
  const renamed = body
    // A capital in the middle of a sentence begins a name.
    .replace(/(?<=[a-z,] )[A-Z][a-z]{3,}/g, (name) => {
      const known = names.get(name);
      if (known !== undefined) return known;
      const other = next() < RENAMED ? NAMES[Math.floor(next() * NAMES.length)] : name;
      names.set(name, other);
      return other;
    })
    .replace(/\d+/g, (digits) => (digits.length === 4 ? digits : String(1 + Math.floor(next() * 10 ** digits.length))));
  const paragraphs = renamed.split(/\n\n+/).map((paragraph) =>
    paragraph
      .split(/(?<=[.!?]["”]?) +(?=["“A-Z])/)
      .filter(() => next() >= CUT_SENTENCES)
      .join(' '),
  );
  if (next() < SHUFFLED) paragraphs.sort(() => next() - 0.5);
  const varied = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return varied === '' ? renamed : varied;
}

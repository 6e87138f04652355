import type { Assertion, Reading } from '@hearsay/reader/reading';

/** How alike two contents' words must be (Dice, over words) for the later to be the earlier one altered. */
const ALTERED = 0.5;

/** Pairs that are compared word by word; past it, which no news article reaches, assertions are added or cut only. */
const MAX_PAIRS = 250_000;

/** Fields of an assertion that can change while its words stay. */
const FIELDS = ['act', 'kind', 'certainty', 'stance'] as const;

/** What a later version of an article changed: places in `assertions` of either reading, and no words. */
export interface Changes {
  headline: boolean;
  /** Places in the later reading. */
  added: number[];
  /** Places in the earlier reading. */
  cut: number[];
  altered: { from: number; to: number; what: ('words' | 'speaker' | (typeof FIELDS)[number])[] }[];
}

/**
 * What changed in who says what, from one version of an article to the next ("silent edits"). Assertions with the same
 * words are one, wherever they moved; of the others, the most alike are taken as altered, and the rest as added or cut.
 */
export function compareReadings(earlier: Reading, later: Reading): Changes {
  const before = earlier.assertions.map((assertion) => phrase(earlier, assertion));
  const after = later.assertions.map((assertion) => phrase(later, assertion));
  const pairs = [...samePairs(before, after)];
  const leftBefore = rest(before.length, new Set(pairs.map(([from]) => from)));
  const leftAfter = rest(after.length, new Set(pairs.map(([, to]) => to)));
  const alike = alikePairs(before, after, leftBefore, leftAfter);
  const paired = { from: new Set(alike.map(([from]) => from)), to: new Set(alike.map(([, to]) => to)) };
  return {
    headline: plain(earlier.article.title ?? '') !== plain(later.article.title ?? ''),
    added: leftAfter.filter((at) => !paired.to.has(at)),
    cut: leftBefore.filter((at) => !paired.from.has(at)),
    altered: [...pairs, ...alike]
      .map(([from, to]) => ({ from, to, what: differences(before[from], after[to]) }))
      .filter(({ what }) => what.length > 0)
      .toSorted((a, b) => a.to - b.to),
  };
}

/** Whether two readings are of the same words under the same headline, date and outlet. */
export function isSameArticle(a: Reading, b: Reading): boolean {
  return (
    plain(a.text) === plain(b.text) &&
    plain(a.article.title ?? '') === plain(b.article.title ?? '') &&
    a.article.published === b.article.published &&
    a.article.outlet === b.article.outlet
  );
}

interface Phrase {
  assertion: Assertion;
  words: string;
  bag: Set<string>;
  speaker: string | null;
}

function phrase({ text, actors }: Reading, assertion: Assertion): Phrase {
  const words = plain(assertion.content.map(({ start, end }) => text.slice(start, end)).join(' '));
  const speaker = actors.find(({ id }) => id === assertion.speaker)?.name ?? null;
  return { assertion, words, bag: new Set(words.toLowerCase().split(' ')), speaker };
}

/** White space and the shape of quotation marks are the page's, not the speaker's. */
function plain(text: string): string {
  return text
    .replace(/[“”„‟"]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function* samePairs(before: readonly Phrase[], after: readonly Phrase[]): Generator<[number, number]> {
  const places = new Map<string, number[]>();
  after.forEach(({ words }, at) => {
    const known = places.get(words);
    if (known === undefined) places.set(words, [at]);
    else known.push(at);
  });
  for (const [from, { words }] of before.entries()) {
    const to = places.get(words)?.shift();
    if (to !== undefined) yield [from, to];
  }
}

function rest(count: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at));
}

function alikePairs(
  before: readonly Phrase[],
  after: readonly Phrase[],
  leftBefore: readonly number[],
  leftAfter: readonly number[],
): [number, number][] {
  if (leftBefore.length * leftAfter.length > MAX_PAIRS) return [];
  const candidates: { from: number; to: number; alike: number }[] = [];
  for (const from of leftBefore) {
    for (const to of leftAfter) {
      const alike = dice(before[from].bag, after[to].bag);
      if (alike >= ALTERED) candidates.push({ from, to, alike });
    }
  }
  candidates.sort((a, b) => b.alike - a.alike || a.from - b.from || a.to - b.to);
  const pairs: [number, number][] = [];
  const taken = { from: new Set<number>(), to: new Set<number>() };
  for (const { from, to } of candidates) {
    if (taken.from.has(from) || taken.to.has(to)) continue;
    taken.from.add(from);
    taken.to.add(to);
    pairs.push([from, to]);
  }
  return pairs;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function differences(from: Phrase, to: Phrase): Changes['altered'][number]['what'] {
  return [
    ...(from.words === to.words ? [] : (['words'] as const)),
    ...(from.speaker === to.speaker ? [] : (['speaker'] as const)),
    ...FIELDS.filter((field) => from.assertion[field] !== to.assertion[field]),
  ];
}

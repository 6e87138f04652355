/** One wording of a claim beside the claim's own text. */
export interface WordingVariant {
  words: string;
  /** In order: what both have, what this wording adds, what of the claim's text it cuts. */
  parts: { kind: 'same' | 'added' | 'cut'; text: string }[];
  /** How many assertions have it. */
  count: number;
  quotation: boolean;
  articleIds: number[];
}

/** An assertion's words, as its article has them. */
export interface Worded {
  words: string;
  quotation: boolean;
  articleId: number;
}

/** Words compared of one wording; what follows counts as one part. */
const MOST_WORDS = 120;
const MOST_VARIANTS = 50;

/**
 * The wordings of a claim, the most frequent first, each compared with the claim's text word by word. Wordings that differ
 * only in marks, capitals and punctuation are one. Time grows with the number of assertions, and for each of at most
 * fifty wordings with the square of its length, at most 120 words.
 */
export function variantsOf(text: string, assertions: readonly Worded[]): WordingVariant[] {
  const groups = Map.groupBy(assertions, ({ words }) => splitWords(words).map(plain).filter(Boolean).join(' '));
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_VARIANTS)
    .map((same) => ({
      words: same[0].words,
      parts: compareWords(splitWords(text), splitWords(same[0].words)),
      count: same.length,
      quotation: same.some(({ quotation }) => quotation),
      articleIds: [...new Set(same.map(({ articleId }) => articleId))],
    }));
}

function splitWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The longest common subsequence of words (Wagner and Fischer 1974), written out as parts. */
function compareWords(before: readonly string[], after: readonly string[]): WordingVariant['parts'] {
  const a = before.slice(0, MOST_WORDS);
  const b = after.slice(0, MOST_WORDS);
  const isSame = (i: number, j: number) => plain(a[i]) === plain(b[j]);
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = isSame(i, j)
        ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const parts: WordingVariant['parts'] = [];
  const add = (kind: 'same' | 'added' | 'cut', word: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`;
    else parts.push({ kind, text: word });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(i, j)) {
      add('same', b[j++]);
      i++;
    } else if (j === b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1]))
      add('cut', a[i++]);
    else add('added', b[j++]);
  }
  if (before.length > MOST_WORDS) add('cut', before.slice(MOST_WORDS).join(' '));
  if (after.length > MOST_WORDS) add('added', after.slice(MOST_WORDS).join(' '));
  return parts;
}

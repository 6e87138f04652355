import type { Language } from '../language/language.ts';
import { hashText } from './arguments-hash.ts';
import type { Cue } from './attribution.ts';
import type { Quotation } from './quotations.ts';
import { buildTree } from './tree.ts';

/** What finding arguments needs of each token of a text, worked out once for all its cues. */
export interface TokenFacts {
  readonly language: Language;
  /** Hash of the lemma. */
  readonly lemma: Int32Array;
  /** The number of a function word in the list below, from 1; 0 for other words. */
  readonly functionWord: Uint8Array;
  /** First token of the subtree, and the token after its last. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The head of the widest subtree that begins with the token, or that ends with it; the token itself where none does. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** One more than the index of the quotation that the token stands in, marks included; 0 outside. */
  readonly quotation: Int32Array;
  readonly quotations: readonly Quotation[];
  /** Sentence to paragraph. */
  readonly paragraph: Int32Array;
  /** The head of the strongest cue that a token is in, -1 for none; and how strong it is, 1 to 4. */
  readonly cueHead: Int32Array;
  readonly cueStrength: Uint8Array;
  /** The strongest cue of each sentence, 0 for none. */
  readonly sentenceStrength: Uint8Array;
}

/** Works out the facts; linear in the tokens. `quotations` stand in order and do not overlap. */
export function tokenFacts(language: Language, quotations: readonly Quotation[], cues: readonly Cue[]): TokenFacts {
  const { count } = language.tokens;
  const lemma = new Int32Array(count);
  const functionWord = new Uint8Array(count);
  const hashes = new Map<string, number>();
  for (let t = 0; t < count; t++) {
    const word = language.lemma[t];
    let hash = hashes.get(word);
    if (hash === undefined) {
      hash = hashText(word);
      hashes.set(word, hash);
    }
    lemma[t] = hash;
    functionWord[t] = FUNCTION_WORDS.get(word) ?? 0;
  }
  const quotation = new Int32Array(count);
  for (const [index, { first, end }] of quotations.entries()) quotation.fill(index + 1, first, end);
  return {
    language,
    lemma,
    functionWord,
    ...subtrees(language),
    quotation,
    quotations,
    paragraph: paragraphs(language),
    ...strengths(language, cues),
  };
}

function subtrees(language: Language): Pick<TokenFacts, 'left' | 'right' | 'opens' | 'closes'> {
  const { first: left, end: right } = buildTree(language);
  const { count } = language.tokens;
  const opens = Int32Array.from({ length: count }, (_, token) => token);
  const closes = opens.slice();
  for (let t = 0; t < count; t++) {
    const first = left[t];
    const last = right[t] - 1;
    if (right[t] > right[opens[first]]) opens[first] = t;
    if (first < left[closes[last]]) closes[last] = t;
  }
  return { left, right, opens, closes };
}

/** Paragraphs are parted by an empty line. */
function paragraphs({ tokens, sentences }: Language): Int32Array {
  const paragraph = new Int32Array(sentences.count);
  for (let s = 1; s < sentences.count; s++) {
    const gapStart = tokens.end[sentences.first[s] - 1];
    const gapEnd = tokens.start[sentences.first[s]];
    let breaks = 0;
    for (let at = gapStart; at < gapEnd; at++) if (tokens.text.charCodeAt(at) === 10) breaks++;
    paragraph[s] = paragraph[s - 1] + (breaks > 1 ? 1 : 0);
  }
  return paragraph;
}

function strengths(
  { tokens, sentences }: Language,
  cues: readonly Cue[],
): Pick<TokenFacts, 'cueHead' | 'cueStrength' | 'sentenceStrength'> {
  const cueHead = new Int32Array(tokens.count).fill(-1);
  const cueStrength = new Uint8Array(tokens.count);
  const sentenceStrength = new Uint8Array(sentences.count);
  for (const cue of cues) {
    const strength = cueStrengthOf(cue.score);
    for (let t = cue.first; t < cue.end; t++) {
      if (strength <= cueStrength[t]) continue;
      cueStrength[t] = strength;
      cueHead[t] = cue.head;
    }
    const sentence = sentences.of[cue.head];
    if (strength > sentenceStrength[sentence]) sentenceStrength[sentence] = strength;
  }
  return { cueHead, cueStrength, sentenceStrength };
}

function cueStrengthOf(score: number): number {
  if (score < 0.15) return 1;
  if (score < 0.4) return 2;
  return score < 0.75 ? 3 : 4;
}

const FUNCTION_WORDS: ReadonlyMap<string, number> = new Map(
  `
about
after
against
also
although
and
as
at
because
before
but
by
during
for
from
he
how
if
in
it
like
not
of
on
or
over
since
so
than
that
the
then
they
though
to
until
what
when
where
whether
which
while
who
why
with
without
you
`
    .trim()
    .split('\n')
    .map((word, index) => [word, index + 1]),
);

import type { Language } from '../language/language.ts';
import type { Cue, TokenRange } from './attribution.ts';
import type { CueModel } from './cue-model.ts';
import { RELATION } from './cue-text.ts';
import { findCues } from './cues.ts';
import type { Quotation } from './quotations.ts';

/**
 * Finds the cues inside contents, which are read as a text of their own: what stands around them has no say, and a
 * quotation that makes up a whole content counts as no quotation. (PolNeAR, from which the model learnt, marks no cue inside
 * another's content, so that the scores of `findCues` are too low there.)
 * @param ranges the contents, in order and disjoint
 */
export function findNestedCues(
  language: Language,
  quotations: readonly Quotation[],
  ranges: readonly TokenRange[],
  model: CueModel,
): Cue[] {
  const original: number[] = [];
  const excerpt = new Int32Array(language.tokens.count).fill(-1);
  const rangeOf = new Int32Array(language.tokens.count).fill(-1);
  for (const [index, { first, end }] of ranges.entries()) {
    for (let token = first; token < end; token++) {
      excerpt[token] = original.length;
      rangeOf[token] = index;
      original.push(token);
    }
  }
  const inner = quotations.filter(({ first, end }) => {
    const range = ranges[rangeOf[first]];
    return range !== undefined && end <= range.end && !(first === range.first && end >= range.end - 1);
  });
  const moved = (token: number) => (token < 0 ? -1 : excerpt[token]);
  const cues = findCues(
    excerptOf(language, original, excerpt, rangeOf),
    outermost(inner).map((quotation) => ({
      ...quotation,
      level: 0,
      first: excerpt[quotation.first],
      end: excerpt[quotation.end - 1] + 1,
      opening: moved(quotation.opening),
      closing: moved(quotation.closing),
    })),
    model,
  );
  return cues.map((cue) => ({
    ...cue,
    head: original[cue.head],
    first: original[cue.first],
    end: original[cue.end - 1] + 1,
  }));
}

/** The quotations that stand in no other one; they come in order, a nested one after the one around it. */
function outermost(quotations: readonly Quotation[]): Quotation[] {
  let end = 0;
  return quotations.filter((quotation) => {
    if (quotation.first < end) return false;
    end = quotation.end;
    return true;
  });
}

/** The language of some of the tokens; a sentence ends with its range, and a token whose head lies outside is a root. */
function excerptOf(
  { tokens, sentences, tag, lemma, name, head, relation }: Language,
  original: readonly number[],
  excerpt: Int32Array,
  rangeOf: Int32Array,
): Language {
  const count = original.length;
  const starts: number[] = [];
  const of = new Int32Array(count);
  const heads = new Int32Array(count);
  const relations = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const token = original[at];
    const previous = original[at - 1];
    const goesOn = at > 0 && rangeOf[previous] === rangeOf[token] && sentences.of[previous] === sentences.of[token];
    if (!goesOn) starts.push(at);
    of[at] = starts.length - 1;
    const inside = head[token] >= 0 && rangeOf[head[token]] === rangeOf[token];
    heads[at] = inside ? excerpt[head[token]] : -1;
    relations[at] = inside ? relation[token] : RELATION.root;
  }
  return {
    tokens: {
      text: tokens.text,
      count,
      start: Int32Array.from(original, (token) => tokens.start[token]),
      end: Int32Array.from(original, (token) => tokens.end[token]),
    },
    sentences: {
      count: starts.length,
      first: Int32Array.from(starts),
      end: Int32Array.from([...starts.slice(1), count]).subarray(0, starts.length),
      of,
    },
    tag: Uint8Array.from(original, (token) => tag[token]),
    lemma: original.map((token) => lemma[token]),
    name: Uint8Array.from(original, (token) => name[token]),
    head: heads,
    relation: relations,
  };
}

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
  const original = new Int32Array(ranges.reduce((sum, { first, end }) => sum + Math.max(0, end - first), 0));
  const excerpt = new Int32Array(language.tokens.count).fill(-1);
  const rangeOf = new Int32Array(language.tokens.count).fill(-1);
  for (let index = 0, at = 0; index < ranges.length; index++) {
    for (let token = ranges[index].first; token < ranges[index].end; token++, at++) {
      excerpt[token] = at;
      rangeOf[token] = index;
      original[at] = token;
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
  original: Int32Array,
  excerpt: Int32Array,
  rangeOf: Int32Array,
): Language {
  const count = original.length;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const sentenceFirst: number[] = [];
  const of = new Int32Array(count);
  const tags = new Uint8Array(count);
  const lemmas = new Array<string>(count);
  const names = new Uint8Array(count);
  const heads = new Int32Array(count);
  const relations = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const token = original[at];
    const range = rangeOf[token];
    const previous = at > 0 ? original[at - 1] : -1;
    const goesOn = at > 0 && rangeOf[previous] === range && sentences.of[previous] === sentences.of[token];
    if (!goesOn) sentenceFirst.push(at);
    of[at] = sentenceFirst.length - 1;
    const above = head[token];
    const inside = above >= 0 && rangeOf[above] === range;
    heads[at] = inside ? excerpt[above] : -1;
    relations[at] = inside ? relation[token] : RELATION.root;
    starts[at] = tokens.start[token];
    ends[at] = tokens.end[token];
    tags[at] = tag[token];
    lemmas[at] = lemma[token];
    names[at] = name[token];
  }
  const first = Int32Array.from(sentenceFirst);
  const end = new Int32Array(first.length).fill(count);
  end.set(first.subarray(1));
  return {
    tokens: { text: tokens.text, count, start: starts, end: ends },
    sentences: { count: first.length, first, end, of },
    tag: tags,
    lemma: lemmas,
    name: names,
    head: heads,
    relation: relations,
  };
}

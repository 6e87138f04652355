import { relationOf, type Tree } from '../attribution/tree.ts';
import type { Language } from '../language/language.ts';
import type { Relation } from '../language/relations.ts';
import { TAGS, type Tag } from '../language/tags.ts';
import type { Actor, Assertion, Span, Time } from '../reading.ts';

/** What the finders of statements look into. */
export interface Scene {
  readonly tree: Tree;
  /** For each token how many quotations it stands in. */
  readonly depth: Uint8Array;
  readonly actors: readonly Actor[];
  /** Index into `actors` by id. */
  readonly actorById: ReadonlyMap<string, number>;
  /** For each token the index of the actor it mentions, the innermost mention's; -1 for none. */
  readonly actorAt: Int32Array;
  /** The assertion whose cue holds a token. */
  readonly cueAt: ReadonlyMap<number, Assertion>;
  /** The assertion whose source holds a token. */
  readonly sourceAt: ReadonlyMap<number, Assertion>;
  /** For each token the index of the temporal expression it belongs to; -1 for none. */
  readonly timeAt: Int32Array;
  readonly times: readonly Time[];
}

export function makeScene(
  tree: Tree,
  depth: Uint8Array,
  actors: readonly Actor[],
  assertions: readonly Assertion[],
  times: readonly Time[],
): Scene {
  const { tokens } = tree.language;
  const actorAt = new Int32Array(tokens.count).fill(-1);
  const mentions = actors.flatMap((actor, index) => actor.mentions.map((span) => ({ span, index })));
  mentions.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  for (const { span, index } of mentions) fill(tree.language, actorAt, span, index);
  const timeAt = new Int32Array(tokens.count).fill(-1);
  for (const [index, time] of times.entries()) fill(tree.language, timeAt, time, index);
  const cueAt = new Map<number, Assertion>();
  const sourceAt = new Map<number, Assertion>();
  for (const assertion of assertions) {
    for (const span of assertion.cue) spread(tree.language, cueAt, span, assertion);
    for (const span of assertion.source) spread(tree.language, sourceAt, span, assertion);
  }
  const actorById = new Map(actors.map(({ id }, index) => [id, index]));
  return { tree, depth, actors, actorById, actorAt, cueAt, sourceAt, timeAt, times };
}

function fill(language: Language, at: Int32Array, { start, end }: Span, value: number): void {
  for (let token = tokenAt(language, start); token < at.length && language.tokens.start[token] < end; token++) {
    at[token] = value;
  }
}

/** A cue or source longer than this is a whole sentence taken for one. */
const LONGEST_SPAN = 40;

function spread(language: Language, at: Map<number, Assertion>, { start, end }: Span, assertion: Assertion): void {
  const { tokens } = language;
  const first = tokenAt(language, start);
  const last = Math.min(tokens.count, first + LONGEST_SPAN);
  for (let token = first; token < last && tokens.start[token] < end; token++) {
    if (!at.has(token)) at.set(token, assertion);
  }
}

/** The first token that ends after an offset. */
function tokenAt({ tokens }: Language, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lemma of a token, '' beyond the text. */
export function lemmaAt({ tree }: Scene, token: number): string {
  return tree.language.lemma[token] ?? '';
}

/** A token's word in lower case, '' beyond the text. */
export function wordAt({ tree }: Scene, token: number): string {
  const { text, start, end } = tree.language.tokens;
  return text.slice(start[token], end[token]).toLowerCase();
}

/** The part of speech of a token, '' beyond the text. */
export function tagAt({ tree }: Scene, token: number): Tag | '' {
  return TAGS[tree.language.tag[token]] ?? '';
}

/** More dependants than this only stand in texts made to be slow. */
const MOST_DEPENDANTS = 64;

/** A token's dependants in the order of the text, the first 64. */
export function dependantsOf({ tree }: Scene, token: number): number[] {
  const found: number[] = [];
  for (let child = tree.child[token]; child >= 0 && found.length < MOST_DEPENDANTS; child = tree.sibling[child]) {
    found.push(child);
  }
  return found;
}

/** The first dependant with one of the relations, -1 for none. */
export function dependantBy(scene: Scene, token: number, ...relations: readonly Relation[]): number {
  return dependantsOf(scene, token).find((child) => relations.includes(relationOf(scene.tree, child))) ?? -1;
}

/** The preposition of a noun, '' for none. */
export function prepositionOf(scene: Scene, noun: number): string {
  return lemmaAt(scene, dependantBy(scene, noun, 'case'));
}

export function isVerbAt(scene: Scene, token: number): boolean {
  return token >= 0 && tagAt(scene, token).startsWith('VB');
}

/** The token after the last one of the sentence around a token. */
export function sentenceEnd({ tree }: Scene, token: number): number {
  const { sentences } = tree.language;
  return sentences.end[sentences.of[token]];
}

export function sentenceStart({ tree }: Scene, token: number): number {
  const { sentences } = tree.language;
  return sentences.first[sentences.of[token]];
}

/** The offsets of a run of tokens. */
export function spanOf({ tree }: Scene, first: number, end: number): Span {
  const { tokens } = tree.language;
  return { start: tokens.start[first], end: tokens.end[end - 1] };
}

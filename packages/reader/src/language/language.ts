/**
 * The tokens of one text in order, as parallel arrays of UTF-16 offsets. Tokens never overlap; only the spaced ellipsis
 * ". . ." holds white space.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The sentences of one text, as parallel arrays over token indices. Every token is in exactly one sentence. */
export interface Sentences {
  readonly count: number;
  /** Index of a sentence's first token. */
  readonly first: Int32Array;
  /** Index after a sentence's last token. */
  readonly end: Int32Array;
  /** Token index to sentence index. */
  readonly of: Int32Array;
}

/**
 * What the language layer knows of one text: parallel arrays over the tokens. Penn Treebank tags, Universal
 * Dependencies relations.
 */
export interface Language {
  readonly tokens: Tokens;
  readonly sentences: Sentences;
  /** Index into `TAGS`. */
  readonly tag: Uint8Array;
  /** Lower-case base form. */
  readonly lemma: readonly string[];
  /** Index into `NAME_TYPES`; 0 is no name. */
  readonly name: Uint8Array;
  /** Token index of the syntactic head; -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into `RELATIONS`: how the token depends on its head. */
  readonly relation: Uint8Array;
}

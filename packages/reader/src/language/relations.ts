/**
 * Universal Dependencies v2 relations as far as attribution needs them, in the order of `Language.relation`. Where they
 * differ from UD:
 * - the tokens of a name are `compound` of its last token, never `flat`;
 * - a negation ("not", "n't", "never", the determiner "no") is `neg`;
 * - `obl:unmarked` and `nmod:unmarked` are the noun phrases without preposition ("said Tuesday", "a year later");
 * - speech that comes before its cue ("It works, he said") is mostly the `ccomp` of the cue, sometimes its head.
 */
export const RELATIONS = [
  'root',
  'nsubj',
  'nsubj:pass',
  'csubj',
  'obj',
  'iobj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'acl:relcl',
  'parataxis',
  'obl',
  'obl:agent',
  'obl:unmarked',
  'nmod',
  'nmod:poss',
  'nmod:unmarked',
  'appos',
  'nummod',
  'amod',
  'advmod',
  'neg',
  'det',
  'compound',
  'compound:prt',
  'fixed',
  'conj',
  'cc',
  'mark',
  'case',
  'aux',
  'aux:pass',
  'cop',
  'expl',
  'discourse',
  'dep',
  'punct',
] as const;

export type Relation = (typeof RELATIONS)[number];

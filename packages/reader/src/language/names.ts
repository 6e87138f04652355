/** Kinds of names (CoNLL 2003), in the order of `Language.name`. Neighbouring tokens of one kind are one name. */
export const NAME_TYPES = ['O', 'PERSON', 'ORGANIZATION', 'LOCATION', 'MISC'] as const;

export type NameType = (typeof NAME_TYPES)[number];

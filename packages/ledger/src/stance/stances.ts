/** What a text does to a claim (FNC-1): says nothing of it, speaks of it and takes no side, upholds it, contradicts it. */
export const STANCES = ['unrelated', 'discuss', 'agree', 'disagree'] as const;

export type Stance = (typeof STANCES)[number];

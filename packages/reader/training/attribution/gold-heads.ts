import type { TokenRange } from '../../src/attribution/attribution.ts';
import { type CueText, RELATION, WORD_CLASS } from '../../src/attribution/cue-text.ts';

/** The token that heads a gold cue: a main verb before a noun before an adjective, one with its governor outside first. */
export function goldHead(text: CueText, { first, end }: TokenRange): number {
  const { head } = text.language;
  let best = first;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (let token = first; token < end; token++) {
    const governed = head[token] >= first && head[token] < end;
    const rank = classRank(text, token) + (governed ? 0 : OUTERMOST);
    if (rank > bestRank) {
      best = token;
      bestRank = rank;
    }
  }
  return best;
}

const OUTERMOST = 4;
const MAIN_VERB = 9;
const AUXILIARY = 2;
const RANKS: Readonly<Record<number, number>> = {
  [WORD_CLASS.noun]: 7,
  [WORD_CLASS.adjective]: 6,
  [WORD_CLASS.colon]: 5,
  [WORD_CLASS.adverb]: 4,
  [WORD_CLASS.name]: 3,
  [WORD_CLASS.preposition]: 3,
  [WORD_CLASS.modal]: 1,
  [WORD_CLASS.pronoun]: 1,
};

function classRank({ wordClass, language }: CueText, token: number): number {
  if (wordClass[token] !== WORD_CLASS.verb) return RANKS[wordClass[token]] ?? 0;
  const relation = language.relation[token];
  const auxiliary = relation === RELATION.aux || relation === RELATION['aux:pass'] || relation === RELATION.cop;
  return auxiliary ? AUXILIARY : MAIN_VERB;
}

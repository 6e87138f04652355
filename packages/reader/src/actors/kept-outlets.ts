import type { TokenRange } from '../attribution/attribution.ts';
import type { UnresolvedAssertion } from '../attribution/unresolved.ts';
import type { Language } from '../language/language.ts';

/** Sentences that may stand between what somebody told an outlet and what he says on. */
const SENTENCES_OF_TALK = 2;

/**
 * Keeps an outlet as the outer link for what the same speaker goes on to say: 'Vell told the Herald X. "Y," she said.' Nobody
 * else may speak in between. Words in the reporter's own ("She said Y") keep none: they may come from elsewhere.
 *
 * @param order the indexes of `found`, by place, what is nested right after what is around it
 * @returns the chains, those of nested assertions with the outlet of the one around them
 */
export function keepOutlets(
  language: Language,
  found: readonly UnresolvedAssertion[],
  order: readonly number[],
  speakers: readonly number[],
  chains: readonly (readonly number[])[],
): number[][] {
  const kept = found.map(() => -1);
  let talk: { speaker: number; outlet: number; sentence: number } | null = null;
  for (const index of order) {
    const { within, kind, told, act, cue, content } = found[index];
    const speaker = speakers[index];
    if (within >= 0) kept[index] = kept[within];
    if (within >= 0 || kind === 'narration' || speaker < 0) continue;
    const sentence = language.sentences.of[(cue[0] ?? content[0]).first];
    if (told) talk = { speaker, outlet: chains[index][0], sentence };
    else if (talk?.speaker !== speaker) talk = null;
    else if (sentence - talk.sentence <= SENTENCES_OF_TALK && chains[index].length === 1 && act === 'statement') {
      if (!goesOn(language, found[index])) continue;
      kept[index] = talk.outlet;
      talk.sentence = sentence;
    }
  }
  return chains.map((chain, index) =>
    kept[index] < 0 || chain.includes(kept[index]) ? [...chain] : [kept[index], ...chain],
  );
}

/** Whether somebody goes on talking: his very words, or what he "added". What he writes, he writes elsewhere. */
function goesOn({ lemma }: Language, { kind, cue }: UnresolvedAssertion): boolean {
  if (cue.length === 0) return false;
  const verbs = cue.flatMap(({ first, end }) => lemma.slice(first, end));
  if (verbs.some((verb) => WRITING.has(verb))) return false;
  return kind === 'direct' || isGoingOn({ lemma }, cue);
}

/** Whether a cue says that one goes on talking: "he added". */
export function isGoingOn({ lemma }: Pick<Language, 'lemma'>, cue: readonly TokenRange[]): boolean {
  return cue.some(({ first, end }) => lemma.slice(first, end).some((verb) => ADDING.has(verb)));
}

const ADDING: ReadonlySet<string> = new Set(['add', 'continue']);
const WRITING: ReadonlySet<string> = new Set(['post', 'publish', 'release', 'statement', 'tweet', 'write']);

import { dependant } from '@hearsay/reader/attribution/tree';
import { NAME_TYPES } from '@hearsay/reader/language/names';
import type { Assertion, Reading } from '@hearsay/reader/reading';
import type { Scene } from './features.ts';
import { isNameKey } from './names.ts';
import type { Proposition } from './proposition.ts';

/** How an assertion's words would do as the text of its claim. */
export interface Wording {
  /** Higher is clearer: it says its event and whom it concerns, in the length of a sentence and without pronouns. */
  clarity: number;
  /** Pronouns of the content, each with the place of the actor in `reading.actors` that it stands for. */
  pronouns: { start: number; end: number; actor: number }[];
}

const SHORTEST_CLEAR = 4;
const LONGEST_CLEAR = 25;
const LONGEST_TEXT = 300;

export function wordingOf(
  scene: Scene,
  assertion: Assertion,
  content: readonly number[],
  proposition: Proposition,
): Wording {
  const { tree, reading } = scene;
  const { start, end } = tree.language.tokens;
  const actorOf = new Map([...scene.actorKeys].map(([id, key]) => [key, id]));
  const pronouns: Wording['pronouns'] = [];
  let unresolved = 0;
  let isSomebodyNamed = false;
  for (const token of content) {
    isSomebodyNamed ||= tree.language.name[token] === PERSON;
    if (!PRONOUN.test(tree.word[token])) continue;
    // "Vell broke her ankles" stands alone as it is.
    if (isSomebodyNamed && THIRD_PERSON.test(tree.word[token])) continue;
    const key = scene.referents.keyOf(token, assertion, speakerOf(scene, assertion));
    const actor = reading.actors.findIndex(({ id }) => id === actorOf.get(key));
    if (key === '' || actor < 0) unresolved++;
    else pronouns.push({ start: start[token], end: end[token], actor });
  }
  let clarity = 0;
  if (proposition.events.some(({ isMain, affected }) => isMain && affected.length > 0)) clarity += 3;
  if (content.length >= SHORTEST_CLEAR && content.length <= LONGEST_CLEAR) clarity += 2;
  if (proposition.words.some(isNameKey)) clarity += 1;
  if (content.some((token) => dependant(tree, token, 'nsubj', 'nsubj:pass') >= 0)) clarity += 2;
  if (assertion.kind === 'indirect') clarity += 1;
  if (proposition.polarity === 'for' && assertion.certainty !== 'Uu') clarity += 1;
  return { clarity: clarity - pronouns.length - 2 * unresolved, pronouns };
}

const THIRD_PERSON = /^(?:he|her|him|his|she)$/;
const PERSON = NAME_TYPES.indexOf('PERSON');
const PRONOUN = /^(?:he|her|him|his|i|it|its|me|my|our|she|their|them|they|this|us|we)$/;

export function speakerOf({ reading, actorKeys }: Scene, { speaker }: Assertion): { key: string; type: string } | null {
  const actor = reading.actors.find(({ id }) => id === speaker);
  return actor ? { key: actorKeys.get(actor.id)!, type: actor.type } : null;
}

/**
 * An assertion's content as a text that stands alone: pronouns replaced by names, in brackets as the words of another, no
 * marks around it, no "that" before it.
 */
export function standaloneText(
  reading: Pick<Reading, 'text' | 'actors'>,
  assertion: Assertion,
  { pronouns }: Wording,
): string {
  const named = new Set<number>();
  const words = assertion.content
    .map(({ start, end }) => {
      let text = '';
      let at = start;
      for (const pronoun of pronouns) {
        if (pronoun.start < at || pronoun.end > end) continue;
        text += reading.text.slice(at, pronoun.start);
        const word = reading.text.slice(pronoun.start, pronoun.end);
        text += named.has(pronoun.actor) ? word : nameFor(word, reading.actors[pronoun.actor].name);
        named.add(pronoun.actor);
        at = pronoun.end;
      }
      return text + reading.text.slice(at, end);
    })
    .join(' … ')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:that|whether|if)\s+/i, '')
    .replace(/^["“”'‘\s]+|["“”'’,;:.\s]+$/gu, '')
    .replace(ACRONYM_CUT, '$&.');
  return words.length <= LONGEST_TEXT ? words : `${words.slice(0, LONGEST_TEXT).replace(/\s+\S*$/u, '')} …`;
}

/** "The U.S.", without its last full stop. */
const ACRONYM_CUT = /\p{Lu}\.\p{Lu}$/u;

function nameFor(pronoun: string, name: string): string {
  return /^(?:his|my)$/i.test(pronoun) ? `[${name}'s]` : `[${name}]`;
}

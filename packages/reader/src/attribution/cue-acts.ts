import type { Assertion } from '../reading.ts';
import { ACT_LEXICON } from './cue-act-words.ts';
import { type CueText, RELATION, WORD_CLASS } from './cue-text.ts';
import { cueVerb } from './cue-verbs.ts';

/**
 * The act of a cue, by its head and the frame that the head stands in. What no lexicon knows is a statement where it
 * has a clause or a quotation beside it, an intention where it has an infinitive, else an attitude.
 */
export function cueAct(text: CueText, head: number): Assertion['act'] {
  const lemma = text.language.lemma[head];
  switch (text.wordClass[head]) {
    case WORD_CLASS.verb:
      return verbAct(text, head);
    case WORD_CLASS.noun:
      return ACT_LEXICON.noun.get(lemma) ?? frameAct(text, head);
    case WORD_CLASS.adjective:
      return ACT_LEXICON.adjective.get(lemma) ?? frameAct(text, head);
    case WORD_CLASS.adverb:
      return ACT_LEXICON.adverb.get(lemma) ?? 'attitude';
    case WORD_CLASS.preposition:
      return ACT_LEXICON.preposition.get(lemma) ?? 'attitude';
    default:
      return 'statement';
  }
}

function verbAct(text: CueText, head: number): Assertion['act'] {
  const { lemma } = text.language;
  const frame = lexicalFrame(text, head);
  for (const word of frame.words) {
    const act = ACT_LEXICON.verb.get(`${lemma[head]} ${word}`);
    if (act !== undefined) return act;
  }
  const act = cueVerb(lemma[head])?.act ?? ACT_LEXICON.verb.get(lemma[head]) ?? frameAct(text, head);
  if (act === 'intention' && frame.infinitive >= 0 && REFUSALS.has(lemma[head])) {
    return cueVerb(lemma[frame.infinitive])?.act === 'statement' ? 'statement' : act;
  }
  if (act === 'statement' && frame.addressee && frame.infinitive >= 0 && !STATES.has(lemma[frame.infinitive])) {
    return 'order';
  }
  return act;
}

/** "Declined to comment" is about what was not said. */
const REFUSALS: ReadonlySet<string> = new Set(['decline', 'refuse']);

/** "Told him to leave" orders; "showed him to be wrong" does not. */
const STATES: ReadonlySet<string> = new Set(['be', 'have']);

interface LexicalFrame {
  /** Particles and prepositions that the verb has, and "to" where it has an infinitive. */
  words: string[];
  /** The verb of the infinitive; -1 where there is none. */
  infinitive: number;
  /** Whether somebody is told. */
  addressee: boolean;
}

function lexicalFrame(text: CueText, head: number): LexicalFrame {
  const { lemma, relation } = text.language;
  const frame: LexicalFrame = { words: [], infinitive: -1, addressee: false };
  for (let d = text.firstDependent[head]; d >= 0; d = text.nextDependent[d]) {
    if (relation[d] === RELATION['compound:prt']) frame.words.push(lemma[d]);
    else if (relation[d] === RELATION.obj || relation[d] === RELATION.iobj) frame.addressee = true;
    else if (relation[d] === RELATION.obl) {
      const preposition = child(text, d, RELATION.case);
      if (preposition >= 0) frame.words.push(lemma[preposition]);
    } else if (relation[d] === RELATION.xcomp && isInfinitive(text, d)) {
      frame.words.push('to');
      if (child(text, d, RELATION.cop) < 0) frame.infinitive = d;
    }
  }
  return frame;
}

function isInfinitive(text: CueText, verb: number): boolean {
  const marker = child(text, verb, RELATION.mark);
  return marker >= 0 && text.language.lemma[marker] === 'to';
}

function child(text: CueText, token: number, wanted: number): number {
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    if (text.language.relation[d] === wanted) return d;
  }
  return -1;
}

function frameAct(text: CueText, head: number): Assertion['act'] {
  const { relation } = text.language;
  for (let d = text.firstDependent[head]; d >= 0; d = text.nextDependent[d]) {
    if (relation[d] === RELATION.ccomp) return 'statement';
    if (relation[d] === RELATION.xcomp && isInfinitive(text, d)) return 'intention';
  }
  return bordersQuotation(text, head) ? 'statement' : 'attitude';
}

function bordersQuotation({ quoted, mark }: CueText, head: number): boolean {
  if (quoted[head] > 0) return false;
  const near = (at: number) => mark[at] > 0;
  return near(head - 1) || near(head - 2) || near(head + 1) || near(head + 2);
}

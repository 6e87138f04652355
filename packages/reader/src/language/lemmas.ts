import { join } from './hashing.ts';
import type { Tokens } from './language.ts';
import { type Lexicon, lookUp } from './lexicon.ts';
import { TAGS } from './tags.ts';
import { ALPHANUMERIC, NUMBER, PUNCTUATION, type Words, WRITTEN } from './words.ts';

/** How forms become lemmas: endings to change, learnt from lemmatised text. */
export interface LemmaModel {
  /** Edits as "cut|added": "3|y" makes "carry" of "carries". At most 256. */
  readonly edits: readonly string[];
  /** From a form with its tag, and from an ending with its tag, to the index of an edit. */
  readonly lexicon: Lexicon;
}

/** The longest ending that tells how an unknown word is inflected. */
export const LONGEST_ENDING = 5;

/** Tags whose unknown words change by their ending; the others change in known words only ("n't", "an"). */
const INFLECTED = Uint8Array.from(TAGS, (tag) => (/^(?:NNS|NNPS|VBD|VBG|VBN|VBZ|JJR|JJS|RBR|RBS)$/.test(tag) ? 1 : 0));

/** The lower-case base form of every token. */
export function lemmatise(tokens: Tokens, words: Words, tags: Uint8Array, model: LemmaModel): string[] {
  const { text, count, start, end } = tokens;
  const edits = model.edits.map(parseEdit);
  const lemmas = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    if (isUninflected(words, i)) {
      lemmas[i] = text.slice(start[i], end[i]).toLowerCase();
      continue;
    }
    const first = words.same[i];
    if (first !== i && tags[first] === tags[i]) {
      lemmas[i] = lemmas[first];
      continue;
    }
    const form = text.slice(start[i], end[i]).toLowerCase().replaceAll('’', "'");
    const known = lookUp(model.lexicon, formKey(words.form[i], tags[i]));
    const index = known >= 0 || INFLECTED[tags[i]] === 0 ? known : editByEnding(form, tags[i], model.lexicon);
    lemmas[i] = index < 0 ? form : applyEdit(form, edits[index]);
  }
  return lemmas;
}

/** Figures and punctuation are their own lemmas; figures of one length share a form. */
export function isUninflected(words: Words, i: number): boolean {
  const written = words.shape[i] & WRITTEN;
  return written === NUMBER || written === ALPHANUMERIC || written >= PUNCTUATION;
}

interface Edit {
  cut: number;
  added: string;
}

function parseEdit(edit: string): Edit {
  const bar = edit.indexOf('|');
  return { cut: Number(edit.slice(0, bar)), added: edit.slice(bar + 1) };
}

/** An edit never eats a whole longer word that it was not learnt from. */
function applyEdit(form: string, edit: Edit): string {
  return edit.cut > form.length ? form : form.slice(0, form.length - edit.cut) + edit.added;
}

/** The edit that the longest known ending stands for, -1 for none. */
export function editByEnding(form: string, tag: number, lexicon: Lexicon): number {
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length > 0; length--) {
    const known = lookUp(lexicon, endingKey(form, length, tag));
    if (known >= 0) return known;
  }
  return -1;
}

export function formKey(form: number, tag: number): number {
  return join(form, tag);
}

export function endingKey(form: string, length: number, tag: number): number {
  let key = tag + 64 * length;
  for (let at = form.length - length; at < form.length; at++) key = join(key, form.charCodeAt(at));
  return key;
}

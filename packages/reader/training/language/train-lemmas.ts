import {
  editByEnding,
  endingKey,
  formKey,
  isUninflected,
  type LemmaModel,
  LONGEST_ENDING,
} from '../../src/language/lemmas.ts';
import { createLexicon } from '../../src/language/lexicon.ts';
import type { Document } from './treebank.ts';

/** An ending is learnt from this many different forms on; a form from as many occurrences. */
const ENDING_FORMS = 3;
const FORM_SEEN = 2;
/** Edits are stored in one byte. */
const EDITS = 256;

interface Form {
  form: string;
  hash: number;
  tag: number;
  /** How often each edit was seen. */
  edits: Map<string, number>;
}

/** Learns lemmas from documents that have names too: CoreNLP's, so that there is one convention. */
export function trainLemmas(documents: readonly Document[]): LemmaModel {
  const forms = countForms(documents.filter((document) => document.named));
  const frequency = new Map<string, number>();
  for (const { edits } of forms) for (const [edit, seen] of edits) add(frequency, edit, seen);
  const edits = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([edit]) => edit);
  edits.length = Math.min(edits.length, EDITS);
  const indices = new Map(edits.map((edit, index) => [edit, index]));

  const entries = new Map<number, number>();
  for (const [key, counts] of countEndings(forms)) {
    const index = indices.get(mostFrequent(counts));
    if (index !== undefined && total(counts) >= ENDING_FORMS) entries.set(key, index);
  }
  const endings = createLexicon(entries);
  for (const { form, hash, tag, edits: seen } of forms) {
    const index = indices.get(mostFrequent(seen));
    const guess = editByEnding(form, tag, endings);
    if (index === undefined || total(seen) < FORM_SEEN || index === guess) continue;
    if (guess >= 0 || edits[index] !== IDENTITY) entries.set(formKey(hash, tag), index);
  }
  return { edits, lexicon: createLexicon(entries) };
}

const IDENTITY = '0|';

function countForms(documents: readonly Document[]): Form[] {
  const forms = new Map<number, Form>();
  for (const { tokens, words, sentences, usable, tag, lemma } of documents) {
    for (let s = 0; s < sentences.count; s++) {
      for (let i = sentences.first[s]; usable[s] && i < sentences.end[s]; i++) {
        if (isUninflected(words, i)) continue;
        const key = formKey(words.form[i], tag[i]);
        const form = tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase().replaceAll('’', "'");
        const entry: Form = forms.get(key) ?? { form, hash: words.form[i], tag: tag[i], edits: new Map() };
        forms.set(key, entry);
        add(entry.edits, editBetween(entry.form, lemma[i]), 1);
      }
    }
  }
  return [...forms.values()];
}

/** Each ending with its tag: how many forms change by which edit. */
function countEndings(forms: readonly Form[]): Map<number, Map<string, number>> {
  const endings = new Map<number, Map<string, number>>();
  for (const { form, tag, edits } of forms) {
    const edit = mostFrequent(edits);
    for (let length = 1; length <= Math.min(LONGEST_ENDING, form.length - 1); length++) {
      const key = endingKey(form, length, tag);
      const counts = endings.get(key) ?? new Map<string, number>();
      add(counts, edit, 1);
      endings.set(key, counts);
    }
  }
  return endings;
}

function editBetween(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && form[shared] === lemma[shared]) shared++;
  return `${form.length - shared}|${lemma.slice(shared)}`;
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [key, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = key;
  return best;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

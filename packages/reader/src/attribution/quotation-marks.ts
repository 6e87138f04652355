import type { Tokens } from '../language/language.ts';

/** Marks of different families never pair with each other. */
export type MarkFamily = 'double' | 'guillemet' | 'single';

/** What the form of a mark says of its direction: straight marks say nothing. */
export type MarkForm = 'opening' | 'closing' | 'straight';

const MARKS: Readonly<Record<string, readonly [MarkFamily, MarkForm]>> = {
  '"': ['double', 'straight'],
  "''": ['double', 'closing'],
  '``': ['double', 'opening'],
  '«': ['guillemet', 'opening'],
  '»': ['guillemet', 'closing'],
  '‟': ['double', 'opening'],
  '“': ['double', 'opening'],
  '„': ['double', 'opening'],
  '”': ['double', 'closing'],
  '＂': ['double', 'straight'],
  '‹': ['guillemet', 'opening'],
  '›': ['guillemet', 'closing'],
  '‛': ['single', 'opening'],
  '‘': ['single', 'opening'],
  '‚': ['single', 'opening'],
  "'": ['single', 'straight'],
  '`': ['single', 'opening'],
  '’': ['single', 'closing'],
};

const FIRST_CHARACTERS: ReadonlySet<number> = new Set(Object.keys(MARKS).map((mark) => mark.charCodeAt(0)));

/** A token that is a quotation mark, with the characters beside it ('' at the border of its block). */
export interface Mark {
  readonly token: number;
  readonly family: MarkFamily;
  readonly form: MarkForm;
  readonly before: string;
  readonly after: string;
  /** One character that has a form of its own: two apostrophes may stand for either mark. */
  readonly isCurly: boolean;
}

/** The quotation marks among the tokens `first` to `end` of one block, in order. */
export function findMarks(tokens: Tokens, first: number, end: number): Mark[] {
  const marks: Mark[] = [];
  const { text } = tokens;
  for (let token = first; token < end; token++) {
    const start = tokens.start[token];
    const length = tokens.end[token] - start;
    if (length > 2 || !FIRST_CHARACTERS.has(text.charCodeAt(start))) continue;
    const kind = MARKS[text.slice(start, start + length)];
    if (!kind) continue;
    marks.push({
      token,
      family: kind[0],
      form: kind[1],
      before: token === first ? '' : text[start - 1],
      after: token + 1 === end ? '' : text[start + length],
      isCurly: length === 1 && kind[1] !== 'straight',
    });
  }
  return marks;
}

const SPACE = /^\s$/u;
const OPENING_PUNCTUATION = /^[([{—–\-/¿¡]$/u;
const STOP = /^[.,;:!?…]$/u;
const CLOSING_PUNCTUATION = /^[)\]}—–\-/]$/u;
const ANY_MARK = /^["“”„‟«»‹›'‘’‚‛`＂]$/u;

/** How much speaks against a mark opening a quotation, by its form and its neighbours: 0 is a perfect opening mark. */
export function openingCost(mark: Mark): number {
  const { before, after } = mark;
  let cost = mark.form === 'closing' ? WRONG_FORM : 0;
  if (before !== '' && !SPACE.test(before) && !OPENING_PUNCTUATION.test(before)) {
    cost += ANY_MARK.test(before) ? 0.5 : STOP.test(before) ? 1 : 2;
  }
  if (after === '') cost += 3;
  else if (SPACE.test(after)) cost += 1.5;
  else if (ANY_MARK.test(after)) cost += 0.5;
  else if (STOP.test(after)) cost += after === '.' || after === '…' ? 0.75 : 1.5;
  return cost;
}

/** How much speaks against a mark closing a quotation: 0 is a perfect closing mark. */
export function closingCost(mark: Mark): number {
  const { before, after } = mark;
  let cost = mark.form === 'opening' ? WRONG_FORM : 0;
  if (before === '') cost += 3;
  else if (SPACE.test(before)) cost += 1.5;
  else if (ANY_MARK.test(before)) cost += 0.5;
  else if (OPENING_PUNCTUATION.test(before) && !CLOSING_PUNCTUATION.test(before)) cost += 2;
  if (after !== '' && !SPACE.test(after) && !STOP.test(after) && !CLOSING_PUNCTUATION.test(after)) {
    cost += ANY_MARK.test(after) ? 0.5 : STOP.test(before) ? 1 : 2;
  }
  return cost;
}

const WRONG_FORM = 2;

/** How much speaks against a mark being no quotation mark at all: an apostrophe, a plural possessive, inches, a slip. */
export function ignoringCost(mark: Mark): number {
  const { before, after } = mark;
  if (mark.family === 'single') {
    if (/^[sxz]$/iu.test(before) && (after === '' || SPACE.test(after) || STOP.test(after))) return 0.2;
    if (/^\d$/u.test(after) || /^\d$/u.test(before)) return 0.1;
    return mark.form === 'opening' ? 1.5 : 1;
  }
  if (/^\d$/u.test(before) && !STOP.test(after)) return 1;
  return isTurnedRound(mark) ? TURNED_ROUND : 4;
}

/** Dearer than to open with a mark of the wrong form that nothing closes: such a mark is no slip. */
const TURNED_ROUND = 5.5;

/** Whether a curly mark stands as only the other of its pair does: ”so, or so“. */
function isTurnedRound({ family, form, before, after, isCurly }: Mark): boolean {
  if (family !== 'double' || !isCurly) return false;
  const opens = (before === '' || SPACE.test(before)) && WORD.test(after);
  const closes = (after === '' || SPACE.test(after)) && (WORD.test(before) || STOP.test(before));
  return form === 'closing' ? opens : form === 'opening' && closes;
}

const WORD = /^[\p{L}\p{N}]$/u;

import { type Atoms, BREAK, isCapitalized, spaced, written } from './atoms.ts';

export type Direction = 'past' | 'future' | undefined;

/** How many atoms on each side of an expression can say which way it points. */
const REACH = 20;

/** How many atoms before a verb its auxiliaries can stand. */
const AUXILIARIES = 4;

/** Words whose event lies ahead: modals, plans, and verbs that in the present or the infinitive schedule one. */
const FUTURE: ReadonlySet<string> = new Set([
  'aim',
  'aims',
  'arrive',
  'arrives',
  'begin',
  'begins',
  'can',
  'closes',
  'due',
  'expect',
  'expected',
  'expects',
  'expire',
  'expires',
  'go',
  'goes',
  'going',
  'hope',
  'hopes',
  'hoping',
  'hosts',
  'intends',
  'leave',
  'leaves',
  'may',
  'meet',
  'meets',
  'might',
  'must',
  'open',
  'opens',
  'plan',
  'planned',
  'planning',
  'plans',
  'resume',
  'resumes',
  'scheduled',
  'shall',
  'should',
  'slated',
  'start',
  'starts',
  'upcoming',
  'vote',
  'want',
  'wants',
  'will',
  'would',
]);

/** Auxiliaries that put even a future word into the past: "had been due Friday". */
const PAST_AUXILIARIES: ReadonlySet<string> = new Set(['had']);

/** Irregular verbs in the past; others are told by their "-ed". */
const PAST: ReadonlySet<string> = new Set([
  'became',
  'began',
  'bought',
  'broke',
  'brought',
  'came',
  'cut',
  'did',
  'drew',
  'fell',
  'felt',
  'found',
  'gave',
  'got',
  'grew',
  'had',
  'held',
  'hit',
  'kept',
  'knew',
  'led',
  'left',
  'lost',
  'made',
  'met',
  'paid',
  'put',
  'ran',
  'rose',
  'said',
  'saw',
  'sent',
  'set',
  'shot',
  'sold',
  'spoke',
  'spent',
  'stood',
  'told',
  'took',
  'was',
  'went',
  'were',
  'won',
  'wrote',
]);

/** Verbs that put what they act on off to the date after "to", "until" or "through", even in the past. */
const DEFERRING: ReadonlySet<string> = new Set([
  'adjourned',
  'deferred',
  'delayed',
  'extended',
  'given',
  'moved',
  'postponed',
  'rescheduled',
]);

/** Prepositions before the date that something is put off to. */
const DEFERRED_TO: ReadonlySet<string> = new Set(['through', 'till', 'to', 'until']);

/** Before "to": "is to resume". */
const IS: ReadonlySet<string> = new Set(['are', 'is']);

/** Prepositions right before a date that say which side it is on. */
const PREPOSITIONS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['effective', 'future'],
  ['ended', 'past'],
  ['since', 'past'],
]);

/**
 * Which way the words around an expression point: the words right before it, else the nearest verb before it in its
 * sentence, else the nearest after it.
 */
export function directionOf(atoms: Atoms, first: number, end: number): Direction {
  const preposition = PREPOSITIONS.get(atoms.word[first - 1] ?? '');
  if (preposition !== undefined) return preposition;
  if (atoms.word[first - 1] === 'of' && first > 1 && written(atoms, first - 2).toLowerCase() === 'ahead')
    return 'future';
  if ((atoms.word[end] === "'" || atoms.word[end] === '’') && atoms.word[end + 1] === 's') return 'past';
  if (atoms.word[first - 1] === 'as' && (atoms.word[first - 2] === 'soon' || atoms.word[first - 2] === 'early'))
    return 'future';
  // "the deadline is Monday", "the vote is on Sunday"
  const copula = atoms.word[first - 1] === 'on' || atoms.word[first - 1] === 'in' ? first - 2 : first - 1;
  if (copula >= 0 && IS.has(lowerWord(atoms, copula))) return 'future';
  const deferred = DEFERRED_TO.has(atoms.word[first - 1] ?? '');
  for (let at = first - 1; at >= 0 && first - at <= REACH && !endsSentence(atoms, at); at--) {
    if (deferred && DEFERRING.has(lowerWord(atoms, at))) return 'future';
    const direction = verbAt(atoms, at);
    if (direction !== undefined) return direction;
  }
  for (let at = end; at < atoms.count && at - end < REACH && !endsSentence(atoms, at); at++) {
    const direction = verbAt(atoms, at);
    if (direction !== undefined) return direction;
  }
  return undefined;
}

/** The direction of the verb at an atom, its auxiliaries heard; undefined where it is no verb that tells. */
function verbAt(atoms: Atoms, at: number): Direction {
  const word = lowerWord(atoms, at);
  const future = (FUTURE.has(word) && !isNoun(atoms, at)) || (word === 'set' && atoms.word[at + 1] === 'to');
  if (atoms.word[at] === 'to' && IS.has(lowerWord(atoms, at - 1))) return 'future';
  if (!future && !PAST.has(word) && !isRegularPast(word)) return undefined;
  for (
    let before = at - 1;
    before >= 0 && at - before <= AUXILIARIES && atoms.word[before] !== ',' && !endsSentence(atoms, before);
    before--
  ) {
    const auxiliary = lowerWord(atoms, before);
    if (PAST_AUXILIARIES.has(auxiliary)) return 'past';
    if (!future && putsAhead(atoms, before, auxiliary)) return 'future';
  }
  return future ? 'future' : 'past';
}

/** Whether a word puts the verb after it into the future: "will be signed", "is expected to be signed". */
function putsAhead(atoms: Atoms, at: number, word: string): boolean {
  return MODALS.has(word) || (FUTURE.has(word) && atoms.word[at + 1] === 'to' && !isNoun(atoms, at));
}

const MODALS: ReadonlySet<string> = new Set(['can', 'may', 'might', 'must', 'shall', 'should', 'will', 'would']);

/** "the vote", "a plan" */
function isNoun(atoms: Atoms, at: number): boolean {
  const before = atoms.word[at - 1];
  return before === 'the' || before === 'a' || before === 'an';
}

/** "-ed", but not where it is no ending, as in "indeed". */
function isRegularPast(word: string): boolean {
  return word.endsWith('ed') && word.length > 4 && !word.endsWith('eed') && word !== 'hundred';
}

/** A word in lower case; empty for a capital, since "May", "Will" and "United" are names. */
function lowerWord(atoms: Atoms, at: number): string {
  const length = atoms.end[at]! - atoms.start[at]!;
  return length < 2 || length > 14 || isCapitalized(atoms, at) ? '' : written(atoms, at);
}

/** A full stop that ends a sentence stands after a longer word or a mark, not after an initial or "Gen". */
function endsSentence(atoms: Atoms, at: number): boolean {
  const word = atoms.word[at]!;
  if (word === '“' || word === '”' || word === '"' || (word === '`' && atoms.word[at + 1] === '`')) return true;
  if (word === BREAK || word === '?' || word === '!' || word === ';') return true;
  if (word !== '.' || at === 0 || at + 1 >= atoms.count || !spaced(atoms, at + 1)) return false;
  return atoms.end[at - 1]! - atoms.start[at - 1]! > 3;
}

import { foldedWords } from './folded-words.ts';

/** What can stand before a colon in a search, and what after it: a list of values, or a word for what is free. */
export const FILTERS = {
  act: ['statement', 'order', 'knowledge', 'intention', 'attitude'],
  after: 'date',
  before: 'date',
  certainty: ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu'],
  claim: 'number',
  entity: 'number',
  kind: ['direct', 'indirect', 'mixed', 'narration', 'omission'],
  outlet: 'text',
  polarity: ['for', 'against', 'observing'],
  speaker: 'text',
  stance: ['acknowledges', 'distances', 'endorses'],
  status: ['unconfirmed', 'single-origin', 'corroborated', 'disputed', 'denied', 'retracted'],
  story: 'number',
} as const satisfies Record<string, readonly string[] | 'date' | 'number' | 'text'>;

export type FilterName = keyof typeof FILTERS;

/** A search as it was meant. */
export interface SearchQuery {
  /** Words that must all occur, in lower case. */
  words: string[];
  /** Words that must occur side by side. */
  phrases: string[][];
  /** Words that must not occur. */
  without: string[];
  /** Values of a filter that was given several times are alternatives; days are ISO dates. */
  filters: Partial<Record<FilterName, string[]>>;
  /** What was not understood, with the way out; the rest of the query stands. */
  problems: string[];
}

/**
 * Reads a search: words, `"phrases"`, `-word`, and filters such as `speaker:"Mara Vell"` or `after:2031-04-01`. Never throws:
 * what makes no sense is named in `problems` and left out. Pure.
 *
 *     parseSearch('speaker:Vell certainty:Uu after:2031-04 dam')
 */
export function parseSearch(text: string): SearchQuery {
  const query: SearchQuery = { words: [], phrases: [], without: [], filters: {}, problems: [] };
  for (const { sign, name, value, quoted } of terms(text)) {
    const words = foldedWords(value);
    if (name !== undefined && isFilter(name)) {
      if (sign === '') addFilter(query, name, value);
      else query.problems.push(`"-${name}:${value}" was left out: a filter only takes in; "-" goes before words.`);
    } else if (name !== undefined && !/^https?$/i.test(name) && !quoted && /^[a-z]+$/i.test(name) && sign === '') {
      const names = Object.keys(FILTERS).join(', ');
      query.problems.push(
        `"${name}:" is no filter; there are ${names}. To search for the words, put them in quotation marks.`,
      );
    } else if (words.length === 0) continue;
    else if (sign === '-') query.without.push(...words);
    else if (quoted || words.length > 1) query.phrases.push(words);
    else query.words.push(words[0]);
  }
  if (query.without.length > 0 && query.words.length + query.phrases.length === 0) {
    query.problems.push('"-word" was left out: it takes from what other words find; give one of those too.');
  }
  return query;
}

interface Term {
  sign: string;
  name: string | undefined;
  value: string;
  quoted: boolean;
}

function* terms(text: string): Iterable<Term> {
  const pattern = /(-?)(?:([A-Za-z]+):)?(?:["“]([^"“”]*)["”]?|([^\s"“”]+))/g;
  for (const [, sign, name, phrase, word] of text.matchAll(pattern)) {
    const bare = /^([a-z]+):$/.exec(word ?? '')?.[1];
    if (name === undefined && bare !== undefined && isFilter(bare))
      yield { sign, name: bare, value: '', quoted: false };
    else yield { sign, name, value: phrase ?? word, quoted: phrase !== undefined };
  }
}

function isFilter(name: string): name is FilterName {
  return Object.hasOwn(FILTERS, name.toLowerCase()) && name === name.toLowerCase();
}

function addFilter(query: SearchQuery, name: FilterName, value: string): void {
  const form = FILTERS[name];
  const meant =
    form === 'date'
      ? dayOf(value)
      : form === 'number'
        ? numberOf(value)
        : typeof form === 'string'
          ? namedBy(value)
          : choiceOf(form, value);
  if (meant === undefined) {
    const wanted =
      form === 'date'
        ? 'a day such as 2031-04-02'
        : form === 'number'
          ? 'a number'
          : typeof form === 'string'
            ? 'a name'
            : `one of ${form.join(', ')}`;
    query.problems.push(`"${name}:${value}" was left out: give ${wanted}.`);
    return;
  }
  const values = query.filters[name] ?? [];
  values.push(meant);
  query.filters[name] = values;
}

/** A year or a month stands for its first day. */
function dayOf(value: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (found === null) return undefined;
  const day = `${found[1]}-${found[2] ?? '01'}-${found[3] ?? '01'}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

function numberOf(value: string): string | undefined {
  return /^[1-9]\d{0,14}$/.test(value) ? value : undefined;
}

function namedBy(value: string): string | undefined {
  return foldedWords(value).length > 0 ? value.trim() : undefined;
}

function choiceOf(choices: readonly string[], value: string): string | undefined {
  return choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
}

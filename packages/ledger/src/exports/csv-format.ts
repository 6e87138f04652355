import type { Assertion, Reading } from '@hearsay/reader/reading';
import type { Polarity } from '../questions/answers.ts';
import { actorNames, assertionLine } from './assertion-line.ts';
import type { Format } from './format.ts';
import { visibleText } from './visible-text.ts';

const COLUMNS = [
  'article id',
  'assertion id',
  'act',
  'kind',
  'speaker',
  'chain',
  'source',
  'cue',
  'content',
  'certainty',
  'stance',
  'confidence',
  'start',
  'end',
  'outlet',
  'published',
  'title',
] as const;

/** One assertion a row (RFC 4180), with a head row. `start` and `end` are those of the content. */
export const csvFormat: Format = {
  open: csvRow(COLUMNS),
  reading: (reading) => {
    const names = actorNames(reading);
    return reading.assertions.map((assertion) => csvRow(cells(reading, names, assertion))).join('');
  },
  close: '',
};

/** The claim that an assertion is evidence of, and on which side. */
export interface ClaimOfAssertion {
  claim: number;
  polarity: Polarity;
}

/** The same with the claim of each assertion: what a ledger knows of a reading. */
export const ledgerCsv = {
  open: csvRow([...COLUMNS, 'claim', 'polarity']),
  /** @param claims by the assertion's id in its reading */
  reading: (reading: Reading, claims: ReadonlyMap<string, ClaimOfAssertion>): string => {
    const names = actorNames(reading);
    return reading.assertions
      .map((assertion) => {
        const own = claims.get(assertion.id);
        return csvRow([...cells(reading, names, assertion), own?.claim ?? '', own?.polarity ?? '']);
      })
      .join('');
  },
} as const;

function cells(reading: Reading, names: ReadonlyMap<string, string>, assertion: Assertion): (string | number)[] {
  const { speaker, chain, source, cue, content } = assertionLine(reading, names, assertion);
  return [
    reading.id,
    assertion.id,
    assertion.act,
    assertion.kind,
    speaker,
    chain.join(' > '),
    source,
    cue,
    content,
    assertion.certainty,
    assertion.stance ?? '',
    Number(assertion.confidence.toFixed(3)),
    assertion.content[0]?.start ?? '',
    assertion.content.at(-1)?.end ?? '',
    visibleText(reading.article.outlet ?? ''),
    reading.article.published ?? '',
    visibleText(reading.article.title ?? ''),
  ];
}

function csvRow(values: readonly (string | number)[]): string {
  return `${values.map((value) => (typeof value === 'number' ? String(value) : csvCell(value))).join(',')}\r\n`;
}

/** Spreadsheets run a cell that begins like a formula (OWASP, CSV injection): an apostrophe makes it text. */
function csvCell(value: string): string {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

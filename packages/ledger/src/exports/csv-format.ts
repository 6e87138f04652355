import type { Assertion, Reading } from '@hearsay/reader/reading';
import { actorNames, assertionLine } from './assertion-line.ts';
import type { Format } from './format.ts';

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

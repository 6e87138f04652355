import { styleText } from 'node:util';
import {
  actorNames,
  assertionLine,
  CERTAINTY_WORDS,
  certaintyInWords,
  isUnresolved,
  REPAIR_WORDS,
  UNRESOLVED_WORDS,
} from '@hearsay/ledger/exports/assertion-line';
import type { Format } from '@hearsay/ledger/exports/format';
import { visibleText } from '@hearsay/ledger/exports/visible-text';
import type { Assertion, Reading, Statement } from '@hearsay/reader/reading';
import { wrapText } from './wrap-text.ts';

export interface TextOptions {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const WIDEST = 100;
const NARROWEST = 30;
const INDENT = '     ';

/** Beyond this an insert is shortened, and a source: one glance tells what it is. */
const GLANCE_LENGTH = 60;

const CERTAINTY_STYLES: Readonly<Record<Assertion['certainty'], Style>> = {
  'CT+': 'green',
  'PR+': 'cyan',
  'PS+': 'yellow',
  'CT-': 'red',
  'PR-': 'red',
  'PS-': 'red',
  Uu: 'magenta',
};

/** A person's view in a terminal: who, by which words, how firmly; then what was said. */
export function textFormat(options: TextOptions): Format {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const paint: Paint = (style, text) =>
    options.color && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  return {
    open: '',
    reading: (reading, index, name) => `${index === 0 ? '' : '\n'}${view(reading, name, width, paint)}\n`,
    close: '',
  };
}

function view(reading: Reading, name: string, width: number, paint: Paint): string {
  const names = actorNames(reading);
  const numbers = new Map(reading.assertions.map(({ id }, at) => [id, at + 1]));
  const sections = [
    head(reading, name, width, paint),
    ...reading.assertions.map((assertion) => assertionView(reading, names, numbers, assertion, width, paint)),
    foot(reading, names, width, paint),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function head({ article }: Reading, name: string, width: number, paint: Paint): string {
  const title = wrapText(visibleText(article.title ?? name), width);
  const place = [article.dateline?.place, article.dateline?.date].filter((part) => part !== undefined).join(', ');
  const facts = [
    article.outlet,
    article.bylines.join(', '),
    article.credit,
    article.published?.replace('T', ' '),
    place,
    article.url,
  ]
    .map((fact) => visibleText(fact ?? ''))
    .filter((fact) => fact !== '');
  return [paint('bold', title), paint('dim', wrapText(facts.join(' · '), width))]
    .filter((line) => line !== '')
    .join('\n');
}

/** The number; source and cue; how firmly; then the content under it. */
function assertionView(
  reading: Reading,
  names: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, number>,
  assertion: Assertion,
  width: number,
  paint: Paint,
): string {
  const line = assertionLine(reading, names, assertion);
  const who = line.speaker || line.source || (assertion.kind === 'narration' ? 'the reporter' : 'nobody named');
  const evidence =
    line.source !== '' && line.source.toLowerCase() !== who.toLowerCase() ? `(“${glance(line.source)}”)` : '';
  const cue = glance(line.cue || '(no cue)');
  const fits = INDENT.length + glance(who).length + evidence.length + cue.length + 3 <= width;
  const through = line.chain.slice(0, -1);
  const grounds = [
    assertion.kind,
    assertion.act,
    assertion.stance ?? '',
    isUnresolved(assertion) ? UNRESOLVED_WORDS : '',
    assertion.repaired === undefined ? '' : REPAIR_WORDS[assertion.repaired],
    assertion.within === undefined ? '' : `within ${numbers.get(assertion.within)}`,
    `confidence ${assertion.confidence.toFixed(2)}`,
  ].filter((ground) => ground !== '');
  const certainty = `${assertion.certainty} ${CERTAINTY_WORDS[assertion.certainty]}`;
  const inner = width - INDENT.length;
  const firmness = wrapText(`${certainty} · ${grounds.join(' · ')}`, inner, INDENT);
  return [
    `${paint('dim', String(numbers.get(assertion.id)).padStart(3))}  ${paint('bold', glance(who))}${fits && evidence !== '' ? ` ${evidence}` : ''}  ${paint('italic', cue)}`,
    fits || evidence === '' ? '' : wrapText(evidence, inner, INDENT),
    through.length === 0 ? '' : wrapText(`through ${through.join(' > ')}`, inner, INDENT),
    wrapText(line.content, inner, INDENT),
    firmness.replace(certainty, paint(CERTAINTY_STYLES[assertion.certainty], certainty)),
  ]
    .filter((row) => row !== '')
    .join('\n');
}

function glance(words: string): string {
  return words.length > GLANCE_LENGTH ? `${words.slice(0, GLANCE_LENGTH).trimEnd()}…` : words;
}

function foot(reading: Reading, names: ReadonlyMap<string, string>, width: number, paint: Paint): string {
  const rows = [
    ...reading.statements.map((statement) => statementRow(reading, names, statement)),
    ...times(reading),
    ...reading.inserts.map((insert) => {
      return `Left out: ${insert.kind} “${glance(visibleText(insert.text))}”: ${visibleText(insert.why)}`;
    }),
  ].map((row) => paint('dim', wrapText(row, width)));
  const warnings = reading.warnings.map(({ code, message }) =>
    paint('yellow', wrapText(`Warning (${code}): ${visibleText(message)}`, width)),
  );
  const count = reading.assertions.length;
  const sum = `${count} ${count === 1 ? 'assertion' : 'assertions'} in ${reading.sentences.length} sentences`;
  return [...rows, ...warnings, paint('dim', sum)].join('\n');
}

function statementRow(reading: Reading, names: ReadonlyMap<string, string>, statement: Statement): string {
  const people = (ids: readonly string[]): string => ids.map((id) => visibleText(names.get(id) ?? id)).join(', ');
  const doubts = statement.authenticity.evidence.map(({ start, end }) => visibleText(reading.text.slice(start, end)));
  const parts = [
    `Statement: ${statement.medium}`,
    statement.by.length === 0 ? '' : `by ${people(statement.by)}`,
    statement.releasedBy.length === 0 ? '' : `released by ${people(statement.releasedBy)}`,
    statement.date ?? '',
    statement.duration ?? '',
    statement.since === undefined ? '' : `${statement.since.order} since ${statement.since.value}`,
    `authenticity ${certaintyInWords(statement.authenticity.certainty)}${doubts.length === 0 ? '' : `: “${doubts.join('”, “')}”`}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function times(reading: Reading): string[] {
  if (reading.times.length === 0) return [];
  const row = reading.times.map(
    ({ start, end, value }) => `${visibleText(reading.text.slice(start, end))} = ${visibleText(value)}`,
  );
  return [`Times: ${row.join('; ')}`];
}

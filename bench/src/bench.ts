import { parseArgs } from 'node:util';
import type { Row } from './measure.ts';

/** Each section loads only what it measures with. */
const SECTIONS: Readonly<Record<string, () => Promise<Row[]>>> = {
  pages: async () => (await import('./pages.ts')).benchPages(),
  texts: async () => (await import('./texts.ts')).benchTexts(),
  times: async () => (await import('./times.ts')).benchTimes(),
  start: async () => (await import('./command.ts')).benchStart(),
  load: async () => (await import('./command.ts')).benchLoad(),
  memory: async () => (await import('./command.ts')).benchMemory(),
  growth: async () => (await import('./growth.ts')).benchGrowth(),
  ingest: async () => (await import('./ingest.ts')).benchIngest(),
  parts: async () => (await import('./ingest-parts.ts')).benchIngestParts(),
  crash: async () => (await import('./crash.ts')).benchCrash(),
};

/** They take half an hour and more: only where they are named. */
const LONG = new Set(['ingest', 'parts', 'crash']);

const USAGE = `npm run bench [-- SECTION... [--json]]

Sections: ${Object.keys(SECTIONS).join(', ')}; without a name all but ${[...LONG].join(', ')}. pages, texts, times, ingest, parts and crash need the corpora beside the project.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS).filter((name) => !LONG.has(name));
if (values.help || names.some((name) => !(name in SECTIONS))) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const rows: Row[] = [];
for (const name of names) {
  const measured = await SECTIONS[name]();
  rows.push(...measured);
  if (!values.json)
    process.stdout.write(measured.length === 0 ? `${name}: no corpus here\n` : `${measured.map(line).join('\n')}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);

function line({ section, what, value, unit, target }: Row): string {
  const shown = value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 20 ? 3 : 0);
  const verdict = target === undefined ? '' : `   ${target} ${met(value, target) ? '✔' : '✖'}`;
  return `${section.padEnd(8)}${what.padEnd(50)}${shown.padStart(10)} ${unit}${verdict}`;
}

function met(value: number, target: string): boolean {
  const [relation, bound] = target.split(' ');
  return relation === '≥' ? value >= Number(bound) : value <= Number(bound);
}

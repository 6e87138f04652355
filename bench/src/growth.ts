import { readFileSync } from 'node:fs';
import { loadModel } from '@hearsay/reader/model/load-model';
import { type ReadInput, read } from '@hearsay/reader/read';
import { type Row, time } from './measure.ts';

const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');

/** Texts and pages of any length: news as it is, and shapes that quadratic code chokes on. */
export const SHAPES: Readonly<Record<string, (length: number) => ReadInput>> = {
  'news text': (length) => ({ text: fill(sample('ferry-letter.txt'), length) }),
  'news text in one paragraph': (length) => ({ text: fill(sample('ferry-letter.txt').replace(/\s+/g, ' '), length) }),
  'quotation marks, straight': (length) => ({ text: '"'.repeat(length) }),
  'quotation marks, opening': (length) => ({ text: fill('“ ', length) }),
  'a word without end': (length) => ({ text: 'a'.repeat(length) }),
  'a line without full stops': (length) => ({ text: fill('he said that ', length) }),
  'full stops': (length) => ({ text: '.'.repeat(length) }),
  'opening brackets': (length) => ({ text: fill('(ALSO READ: ', length) }),
  digits: (length) => ({ text: fill('1-', length) }),
  'line ends': (length) => ({ text: fill('x\n\n', length) }),
  'news page': (length) => ({ html: `<article>${fill(articleOf(sample('dam-inspection.html')), length)}</article>` }),
  'nested elements': (length) => ({ html: fill('<div>', length) }),
  'unclosed links': (length) => ({ html: fill('<p><a href=x>word ', length) }),
  'angle brackets': (length) => ({ html: `<p>${'<'.repeat(length)}` }),
  'attributes without end': (length) => ({ html: `<p ${fill('a="b" ', length)}` }),
};

const BASE = 20_000;
const FACTOR = 10;
const RUNS = 5;
const TARGET = 12;

/** Ten times the input may take at most twelve times as long. */
export function benchGrowth(): Row[] {
  const model = loadModel();
  return Object.entries(SHAPES).map(([shape, make]) => {
    const taken = (length: number): number => {
      const input = make(length);
      // The least is what the code takes; the others hold what else the machine did.
      return Math.min(...Array.from({ length: RUNS }, () => time(() => void read(input, model))));
    };
    taken(BASE);
    const value = taken(BASE * FACTOR) / taken(BASE);
    return { section: 'growth', what: `${shape}, 10 × the length`, value, unit: '× the time', target: `≤ ${TARGET}` };
  });
}

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function articleOf(page: string): string {
  return /<article>(.*)<\/article>/s.exec(page)?.[1] ?? page;
}

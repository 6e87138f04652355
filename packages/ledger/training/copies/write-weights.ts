import { readFileSync, writeFileSync } from 'node:fs';
import type { Weights } from '../../src/copies/copy-weights.ts';
import type { CopyModel } from './train-copies.ts';

const FILE = new URL('../../src/copies/copy-weights.ts', import.meta.url);
const FROM = '// Written by `npm run train`; see training/copies.\n';

/** Puts the weights into `copy-weights.ts`, behind its types. */
export function writeWeights({ related, same }: CopyModel): void {
  const source = readFileSync(FILE, 'utf8');
  const types = source.slice(0, source.indexOf(FROM) + FROM.length);
  writeFileSync(FILE, `${types}${constant('RELATED', related)}${constant('SAME', same)}`);
}

function constant(name: string, { bias, of }: Weights): string {
  const weights = Object.entries(of).map(([measure, weight]) => `    ${measure}: ${rounded(weight)},\n`);
  return `export const ${name}: Weights = {\n  bias: ${rounded(bias)},\n  of: {\n${weights.join('')}  },\n};\n`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

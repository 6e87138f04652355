import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadModel } from '@hearsay/reader/model/load-model';
import { read } from '@hearsay/reader/read';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { corpusPages, corpusPath } from './corpora.ts';
import { alternating, type Row } from './measure.ts';

const PASSES = 5;
const TARGET_RATIO = 3.5;

/** Page to reading, beside Readability over linkedom and trafilatura, which stop at the main text. */
export function benchPages(): Row[] {
  const pages = corpusPages();
  if (pages.length === 0) return [];
  const model = loadModel();
  const html = pages.map((page) => page.html.toString());
  const totals = alternating(
    {
      hearsay: () => {
        for (const page of html) read({ html: page }, model);
      },
      readability: () => {
        for (const page of html) new Readability(parseHTML(page).document).parse();
      },
    },
    PASSES,
  );
  const row = (what: string, value: number, unit: string): Row => ({ section: 'pages', what, value, unit });
  const rows = [
    row('hearsay, page to reading', totals.hearsay / html.length, 'ms a page'),
    row('Readability over linkedom, page to main text', totals.readability / html.length, 'ms a page'),
    { ...row('times as fast as Readability', totals.readability / totals.hearsay, '×'), target: `≥ ${TARGET_RATIO}` },
  ];
  const trafilatura = trafilaturaTime();
  return trafilatura === undefined ? rows : [...rows, row('trafilatura, page to main text', trafilatura, 'ms a page')];
}

/** Milliseconds a page, where this machine has trafilatura. */
function trafilaturaTime(): number | undefined {
  const script = fileURLToPath(new URL('../trafilatura-time.py', import.meta.url));
  const folder = corpusPath('extraction/html');
  if (folder === undefined) return undefined;
  const { status, stdout } = spawnSync('python3', [script, folder, String(PASSES)], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

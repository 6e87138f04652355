import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '@hearsay/reader/model/load-model';
import { htmlFormat } from './formats/html-format.ts';
import { textFormat } from './formats/text-format.ts';
import { endQuietlyWithReader, print } from './output.ts';
import { readInput } from './read-input.ts';
import { terminal } from './terminal.ts';

/** The text does not say when it was published, so whoever saved it must. */
const SAMPLES = [
  { name: 'dam-inspection.html' },
  { name: 'ferry-letter.txt', title: 'Letter urges delta crews to stay ashore', published: '2031-03-10' },
];

const project = new URL('../../../', import.meta.url);
const report = fileURLToPath(new URL('hearsay-samples.html', project));

endQuietlyWithReader();
const model = loadModel();
const text = textFormat(terminal());
const html = htmlFormat('Samples');
let page = html.open;
for (const [index, { name, ...options }] of SAMPLES.entries()) {
  const file = fileURLToPath(new URL(`samples/${name}`, project));
  const reading = await readInput(file, options, model);
  page += html.reading(reading, index, name);
  await print(text.reading(reading, index, name));
}
writeFileSync(report, page + html.close);

const path = relative(process.cwd(), report);
await print(`
The same readings as a page, article and assertions side by side: ${path}
Read your own: npx hearsay read FILE|URL|- [--format html]
`);

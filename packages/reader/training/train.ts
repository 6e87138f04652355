/**
 * Trains every model of the reader from the corpora and writes its weights to `model/`: the same corpora give the same
 * bytes.
 *
 *     npm run train -- --corpora ../shared/corpora [--cache FOLDER]
 *
 * With `--cache`, the parsed training articles are kept in FOLDER for experiments.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { argumentWeights } from '../src/attribution/arguments-model.ts';
import { storeCueModel } from '../src/attribution/cue-model.ts';
import { languageWeights } from '../src/language/language-model.ts';
import { encodeWeights, type Weights } from '../src/model/weights.ts';
import { pageWeights } from '../src/page/page-model.ts';
import { trainArguments } from './attribution/arguments.ts';
import { attributionArticles } from './attribution/articles.ts';
import { trainCues } from './attribution/cues.ts';
import { parseArticles, parseJackknifed, writeParsed } from './language/parsed.ts';
import { scoreLanguage } from './language/score-language.ts';
import { trainLanguage } from './language/train-language.ts';
import { type Document, goldDocuments, silverDocuments } from './language/treebank.ts';
import { readTrainingPages, trainPage } from './page/train.ts';

const began = Date.now();
const { values } = parseArgs({ options: { corpora: { type: 'string' }, cache: { type: 'string' } } });
const { corpora, cache } = values;
if (corpora === undefined) {
  console.error('train: --corpora says where the corpora are, for example --corpora ../shared/corpora');
  process.exit(2);
}

report('language: reading the treebanks');
const { final, halves } = await trainLanguage(corpora, (done) => report(`language: ${done}`));
write('language.bin', languageWeights(final));
reportLanguage('PolNeAR dev (CoreNLP)', silverDocuments(corpora, 'dev'));
reportLanguage('EWT dev', goldDocuments(corpora, 'ewt', 'dev'));
reportLanguage('GUM dev', goldDocuments(corpora, 'gum', 'dev'));
const train = parseJackknifed(corpora, halves);
report(`${train.length} training articles parsed by models that have not seen them`);
if (cache !== undefined) {
  writeParsed(cache, 'train', train);
  writeParsed(
    cache,
    'dev',
    parseArticles(corpora, 'dev', () => final),
  );
  report(`parsed articles kept in ${cache}`);
}

const articles = attributionArticles(corpora, 'train', train);
const cues = trainCues(articles);
write('cues.bin', storeCueModel(cues.model));

const withCues = articles.map((article) => ({ ...article, cues: cues.outOfFold.get(article.id) ?? [] }));
write('arguments.bin', argumentWeights(trainArguments(withCues)));

write('page.bin', pageWeights(trainPage(await readTrainingPages(join(corpora, 'extraction')))));

function write(file: string, weights: Weights): void {
  const folder = new URL('../model/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const bytes = encodeWeights(weights);
  writeFileSync(new URL(file, folder), bytes);
  report(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB`);
}

function reportLanguage(name: string, documents: readonly Document[]): void {
  const scores = Object.entries(scoreLanguage(documents, final)).filter(([, share]) => !Number.isNaN(share));
  report(`${name}: ${scores.map(([what, share]) => `${what} ${(100 * share).toFixed(2)}`).join(', ')}`);
}

function report(line: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readGroundTruth } from '../../src/evaluation/extraction.ts';
import { shingleTokens } from '../../src/evaluation/shingles.ts';
import { findBlocks } from '../../src/page/blocks.ts';
import { decodePage } from '../../src/page/charset.ts';
import { blockFeatures, FAR, FEATURES } from '../../src/page/features.ts';
import { findMetadata } from '../../src/page/metadata.ts';
import { PageFacts } from '../../src/page/page-facts.ts';
import type { PageModel } from '../../src/page/page-model.ts';
import { parseTree } from '../../src/page/tree.ts';
import { type BoostingSettings, boostTrees, type Gradient } from '../boosted-trees.ts';
import { seededRandom } from '../random.ts';
import { labelBlocks } from './labels.ts';

/** Chosen by ten-fold cross-validation over the pages, twice. A small penalty, or deeper trees, lose pages with a single block. */
const SETTINGS: BoostingSettings = {
  trees: 150,
  depth: 4,
  rate: 0.1,
  features: 0.15,
  rows: 1,
  minimum: 0.05,
  penalty: 1,
  seed: 7,
};
/** Share of the pages that a tree sees. */
const DRAWN_PAGES = 0.6;
/** Copies of each page in which some features are blanked, so that no tree leans on one site's habits; and the share blanked. */
const COPIES = 3;
const BLANKED = 0.4;
/** Features that another site may lack: names of elements, semantic elements, what the page says of itself. */
const UNSURE = /^(?:named\.|within\.(?:article|fig|main|nav|section)|articleProp|titleCover)/;

/** A page made ready for training. */
export interface TrainingPage {
  id: string;
  html: string;
  /** The true text. */
  gold: string;
  features: Float32Array;
  labels: Uint8Array;
  /** How much each block counts: its share of its page's true text, so that pages weigh the same, as in the benchmark. */
  weights: Float64Array;
}

/** Trains on some pages. The same pages give the same weights. */
export function trainPage(pages: readonly TrainingPage[]): PageModel {
  const random = seededRandom(SETTINGS.seed);
  const copies = pages.flatMap((page) => [
    page,
    ...Array.from({ length: COPIES }, () => ({ ...page, features: blankSome(page.features, random) })),
  ]);
  const rows = copies.reduce((sum, page) => sum + page.labels.length, 0);
  const table = new Float32Array(rows * FEATURES.length);
  let row = 0;
  for (const page of copies) {
    table.set(page.features, row * FEATURES.length);
    row += page.labels.length;
  }
  const gradient = logisticGradient(copies, random);
  return { body: boostTrees(table, FEATURES.length, new Float64Array(rows), gradient, SETTINGS) };
}

/** Derivatives of the logistic loss over some of the pages, drawn anew for each tree: the blocks of a page are too alike to be drawn one by one. */
function logisticGradient(pages: readonly TrainingPage[], random: () => number): Gradient {
  return (scores, gradient, hessian) => {
    let row = 0;
    for (const { labels, weights } of pages) {
      const drawn = random() < DRAWN_PAGES ? 1 / (1 + COPIES) : 0;
      for (let block = 0; block < labels.length; block++, row++) {
        const p = 1 / (1 + Math.exp(-scores[row]));
        gradient[row] = drawn * weights[block] * (labels[block] - p);
        hessian[row] = drawn * weights[block] * Math.max(1e-6, p * (1 - p));
      }
    }
  };
}

function blankSome(features: Float32Array, random: () => number): Float32Array {
  const width = FEATURES.length;
  const blanked = features.slice();
  for (const [feature, name] of FEATURES.entries()) {
    if (!UNSURE.test(name) || random() >= BLANKED) continue;
    const blank = /^(?:named|within)/.test(name) ? FAR : 0;
    for (let at = feature; at < blanked.length; at += width) blanked[at] = blank;
  }
  return blanked;
}

/** Reads and labels the pages of a folder in the format of the Scrapinghub benchmark, in the order of their names. */
export async function readTrainingPages(folder: string): Promise<TrainingPage[]> {
  const truth = await readGroundTruth(folder);
  const files = (await readdir(join(folder, 'html'))).filter((file) => file.endsWith('.html.gz')).sort();
  const pages: TrainingPage[] = [];
  for (const file of files) {
    const id = file.slice(0, -'.html.gz'.length);
    const gold = truth.get(id);
    if (gold === undefined) continue;
    const { html } = decodePage(gunzipSync(await readFile(join(folder, 'html', file))));
    const tree = parseTree(html);
    const blocks = findBlocks(tree);
    const facts = new PageFacts(tree, blocks, findMetadata(tree, {}).metadata.title ?? '');
    const features = blockFeatures(facts, [...blocks.keys()]);
    const size = shingleTokens(gold).length;
    pages.push({
      id,
      html,
      gold,
      features,
      labels: labelBlocks(
        blocks.map((block) => block.text),
        gold,
      ),
      weights: Float64Array.from(blocks, (block) => (shingleTokens(block.text).length + 3) / (size + 50) + 0.002),
    });
  }
  return pages;
}

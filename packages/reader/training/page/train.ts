import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readGroundTruth } from '../../src/evaluation/extraction.ts';
import { shingleTokens } from '../../src/evaluation/shingles.ts';
import { findBlocks } from '../../src/page/blocks.ts';
import type { BoostedTrees } from '../../src/page/boosted-trees.ts';
import { BlockFeatures, FAR, FEATURES } from '../../src/page/features.ts';
import { findMetadata } from '../../src/page/metadata.ts';
import { parseTree } from '../../src/page/tree.ts';
import { type BoostingSettings, mulberry32, trainTrees } from './boosting.ts';
import { labelBlocks } from './labels.ts';

/** Chosen by ten-fold cross-validation over the pages, twice; the figures move little around them. */
const SETTINGS: BoostingSettings = {
  trees: 200,
  depth: 4,
  rate: 0.07,
  features: 0.15,
  groups: 0.6,
  minimum: 0.05,
  penalty: 0.05,
  seed: 7,
};
/** Copies of each page in which some features are blanked, so that no tree leans on one site's habits; and the share blanked. */
const COPIES = 2;
const BLANKED = 0.3;
/** Features that another site may lack: names of elements, semantic elements, tell-tale words, what the page says of itself. */
const UNSURE =
  /^(?:named\.|says\.|within\.(?:article|aside|fig|footer|header|main|nav|section)|articleProp|bodyOverlap|descriptionOverlap|hasArticleBody|title)/;

/** A page made ready for training. */
export interface TrainingPage {
  id: string;
  features: Float32Array;
  labels: Uint8Array;
  /** How much each block counts: its share of its page's true text, so that pages weigh the same, as in the benchmark. */
  weights: Float64Array;
}

/** Trains the choice of the body on a folder in the format of the Scrapinghub benchmark, and writes the weights. */
export async function trainPageBody(folder: string, output: string): Promise<void> {
  const trees = trainOn(await readTrainingPages(folder), SETTINGS);
  await writeFile(output, `${JSON.stringify(trees)}\n`);
}

/** Trains on some pages. */
export function trainOn(pages: readonly TrainingPage[], settings: BoostingSettings): BoostedTrees {
  const width = FEATURES.length;
  const random = mulberry32(settings.seed);
  const copies = pages.flatMap((page) => [
    page,
    ...Array.from({ length: COPIES }, () => ({ ...page, features: blankSome(page.features, random) })),
  ]);
  const rows = copies.reduce((sum, page) => sum + page.labels.length, 0);
  const table = new Float32Array(rows * width);
  const labels = new Uint8Array(rows);
  const weights = new Float64Array(rows);
  const groups = new Int32Array(rows);
  let row = 0;
  for (const [group, page] of copies.entries()) {
    table.set(page.features, row * width);
    labels.set(page.labels, row);
    weights.set(
      page.weights.map((weight) => weight / (1 + COPIES)),
      row,
    );
    groups.fill(group, row, row + page.labels.length);
    row += page.labels.length;
  }
  return trainTrees(table, width, labels, weights, groups, settings);
}

function blankSome(features: Float32Array, random: () => number): Float32Array {
  const width = FEATURES.length;
  const blanked = features.slice();
  for (const [feature, name] of FEATURES.entries()) {
    if (!UNSURE.test(name) || random() >= BLANKED) continue;
    const blank = /^(?:named|within)/.test(name) ? FAR : name === 'bodyOverlap' ? -1 : 0;
    for (let at = feature; at < blanked.length; at += width) blanked[at] = blank;
  }
  return blanked;
}

export async function readTrainingPages(folder: string): Promise<TrainingPage[]> {
  const truth = await readGroundTruth(folder);
  const files = (await readdir(join(folder, 'html'))).filter((file) => file.endsWith('.html.gz')).sort();
  const pages: TrainingPage[] = [];
  for (const file of files) {
    const id = file.slice(0, -'.html.gz'.length);
    const gold = truth.get(id);
    if (gold === undefined) continue;
    const tree = parseTree(gunzipSync(await readFile(join(folder, 'html', file))).toString());
    const blocks = findBlocks(tree);
    const { metadata, description, articleBody } = findMetadata(tree, {});
    const hints = { title: metadata.title ?? '', description, articleBody };
    const features = new BlockFeatures(tree, blocks, hints).rows(0, blocks.length);
    const size = shingleTokens(gold).length;
    pages.push({
      id,
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

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readGroundTruth } from '../../src/evaluation/extraction.ts';
import { shingleTokens } from '../../src/evaluation/shingles.ts';
import { findBlocks } from '../../src/page/blocks.ts';
import type { BoostedTrees } from '../../src/page/boosted-trees.ts';
import { blockFeatures, FEATURES } from '../../src/page/features.ts';
import { findMetadata } from '../../src/page/metadata.ts';
import { parseTree } from '../../src/page/tree.ts';
import { type BoostingSettings, trainTrees } from './boosting.ts';
import { labelBlocks } from './labels.ts';

/** Chosen by ten-fold cross-validation over the pages; the figures move little around them. */
const SETTINGS: BoostingSettings = {
  trees: 120,
  depth: 4,
  rate: 0.1,
  features: 0.3,
  minimum: 0.02,
  penalty: 0.05,
  seed: 7,
};

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
  const rows = pages.reduce((sum, page) => sum + page.labels.length, 0);
  const table = new Float32Array(rows * width);
  const labels = new Uint8Array(rows);
  const weights = new Float64Array(rows);
  let row = 0;
  for (const page of pages) {
    table.set(page.features, row * width);
    labels.set(page.labels, row);
    weights.set(page.weights, row);
    row += page.labels.length;
  }
  return trainTrees(table, width, labels, weights, settings);
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
    const features = blockFeatures(tree, blocks, { title: metadata.title ?? '', description, articleBody });
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

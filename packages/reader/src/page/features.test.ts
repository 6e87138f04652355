import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBlocks } from './blocks.ts';
import { blockFeatures, FEATURES } from './features.ts';
import { PageFacts } from './page-facts.ts';
import { parseTree } from './tree.ts';

/** A feature of each block of a page, by name. */
function column(html: string, name: string): number[] {
  const tree = parseTree(html);
  const blocks = findBlocks(tree);
  const table = blockFeatures(new PageFacts(tree, blocks, ''), [...blocks.keys()]);
  return blocks.map((_, index) => table[index * FEATURES.length + FEATURES.indexOf(name)]);
}

test('each value stands under its name, the last as well as the first', () => {
  const html = '<nav><a href=/>Home</a></nav><p>The dam held.</p><p>Rain fell.</p><h2>Outlook</h2>';
  assert.deepEqual(column(html, 'linkDensity'), [1, 0, 0, 0]);
  assert.deepEqual(column(html, 'neighbour1.linkDensity'), [0, 0, 0, -1]);
  assert.deepEqual(column(html, 'within.nav'), [0, 12, 12, 12]);
});

test('what stands under a title of other stories is told, and what follows a title in the body is not', () => {
  const section = '<div><h3>More from Orlen</h3><div><p>Baker wins twice</p></div></div>';
  const body = '<div><p>The dam held.</p><h3>More from Orlen</h3><p>Rain fell.</p></div>';
  assert.deepEqual(column(section, 'underRelated'), [0, 1]);
  assert.deepEqual(column(body, 'underRelated'), [0, 0, 0]);
});

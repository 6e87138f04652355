import type { PageBlock } from './blocks.ts';
import { tagOf } from './tags.ts';
import type { Tree } from './tree.ts';

/** An element that may hold the article, with the blocks inside. */
export interface Container {
  readonly node: number;
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly words: number;
}

/** Words that a block needs to count as prose, and the share of them that may stand in links. */
const PROSE_WORDS = 10;
const PROSE_LINKS = 0.4;
/** The heaviest child is followed down as long as it keeps this share of its parent's prose. */
const HEAVY_SHARE = 0.75;

/**
 * Three guesses at the element that holds the article: where prose is densest (each block scores for its parent, half for its grandparent,
 * after Readability), the smallest element with most of the page's prose, and the semantic element with most prose.
 */
export function findContainers(tree: Tree, blocks: readonly PageBlock[], words: readonly number[]): Container[] {
  const { count, parent, tag } = tree;
  const prose = new Float64Array(count);
  const density = new Float64Array(count);
  const characters = new Float64Array(count);
  const linked = new Float64Array(count);
  for (let index = 0; index < blocks.length; index++) {
    const { node, text, linked: links } = blocks[index];
    characters[node] += text.length;
    linked[node] += links;
    if (words[index] < PROSE_WORDS || links > PROSE_LINKS * text.length || blocks[index].kind === 'list-item') continue;
    prose[node] += words[index];
    const score = 1 + Math.min(3, text.length / 100);
    const above = Math.max(0, parent[node]);
    density[above] += score;
    density[Math.max(0, parent[above])] += score / 2;
  }
  for (let node = count - 1; node > 0; node--) {
    prose[parent[node]] += prose[node];
    characters[parent[node]] += characters[node];
    linked[parent[node]] += linked[node];
  }

  let densest = 0;
  let semantic = 0;
  let semanticScore = 0;
  let bestDensity = 0;
  for (let node = 1; node < count; node++) {
    const score = density[node] * (1 - linked[node] / Math.max(1, characters[node]));
    if (score > bestDensity) {
      bestDensity = score;
      densest = node;
    }
    const weight = semanticWeight(tree, node);
    if (weight * prose[node] > semanticScore) {
      semanticScore = weight * prose[node];
      semantic = node;
    }
  }

  let heavy = 0;
  for (let node = 1; node < count; node++) {
    if (parent[node] === heavy && prose[node] >= HEAVY_SHARE * prose[heavy] && prose[node] > 0 && tag[node] !== P)
      heavy = node;
  }

  return [densest, heavy, semantic].map((node) => containerAt(tree, blocks, words, node));
}

const P = tagOf('p');
const ARTICLE = tagOf('article');
const MAIN = tagOf('main');

function semanticWeight(tree: Tree, node: number): number {
  const attributes = tree.attributes[node];
  if (attributes?.itemprop?.toLowerCase() === 'articlebody') return 4;
  if (tree.tag[node] === ARTICLE) return 2;
  if (tree.tag[node] === MAIN || attributes?.role === 'main') return 1;
  return 0;
}

function containerAt(tree: Tree, blocks: readonly PageBlock[], words: readonly number[], node: number): Container {
  let firstBlock = -1;
  let lastBlock = -1;
  let sum = 0;
  for (let index = 0; index < blocks.length; index++) {
    const inside = blocks[index].node >= node && blocks[index].node < tree.end[node];
    if (!inside) continue;
    if (firstBlock < 0) firstBlock = index;
    lastBlock = index;
    sum += words[index];
  }
  return { node, firstBlock, lastBlock, words: sum };
}

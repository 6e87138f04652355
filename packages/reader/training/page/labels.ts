import { SHINGLE, shingles, shingleTokens } from '../../src/evaluation/shingles.ts';

/**
 * Which blocks of a page make up the true text: blocks whose words stand in the truth, then changed one by one as long as that
 * brings the text nearer to the truth, so that copies (a teaser that repeats the first paragraph) count once.
 */
export function labelBlocks(blocks: readonly string[], truth: string): Uint8Array {
  const tokens = blocks.map(shingleTokens);
  const gold = shingles(shingleTokens(truth));
  const labels = coveredBlocks(tokens, gold);
  let best = f1(tokens, labels, gold);
  for (let pass = 0; pass < 4; pass++) {
    let changed = false;
    for (let block = 0; block < labels.length; block++) {
      labels[block] ^= 1;
      const score = f1(tokens, labels, gold);
      if (score > best + 1e-9) {
        best = score;
        changed = true;
      } else labels[block] ^= 1;
    }
    if (!changed) break;
  }
  preferCompany(blocks, labels);
  return labels;
}

/** Of two copies of a block, the true one is that which stands among other true blocks. */
function preferCompany(blocks: readonly string[], labels: Uint8Array): void {
  const places = new Map<string, number[]>();
  for (const [block, text] of blocks.entries()) places.set(text, [...(places.get(text) ?? []), block]);
  const company = (block: number) => {
    let sum = 0;
    for (let at = Math.max(0, block - 4); at <= block + 4; at++) if (at !== block) sum += labels[at] ?? 0;
    return sum;
  };
  for (const copies of places.values()) {
    for (const block of copies) {
      if (labels[block] === 0) continue;
      const rival = copies.find((other) => labels[other] === 0 && company(other) > company(block));
      if (rival === undefined) continue;
      labels[block] = 0;
      labels[rival] = 1;
    }
  }
}

function coveredBlocks(tokens: readonly string[][], gold: ReadonlyMap<string, number>): Uint8Array {
  const all = tokens.flat();
  const covered = new Uint8Array(all.length);
  for (let at = 0; at + SHINGLE <= all.length; at++) {
    if (gold.has(all.slice(at, at + SHINGLE).join(' '))) covered.fill(1, at, at + SHINGLE);
  }
  const labels = new Uint8Array(tokens.length);
  let at = 0;
  for (const [block, own] of tokens.entries()) {
    let count = 0;
    for (const end = at + own.length; at < end; at++) count += covered[at];
    labels[block] = own.length > 0 && count * 2 >= own.length ? 1 : 0;
  }
  return labels;
}

function f1(tokens: readonly string[][], labels: Uint8Array, gold: ReadonlyMap<string, number>): number {
  const predicted = tokens.filter((_, block) => labels[block] === 1).flat();
  let common = 0;
  let size = 0;
  for (const [shingle, count] of shingles(predicted)) {
    size += count;
    common += Math.min(count, gold.get(shingle) ?? 0);
  }
  let truth = 0;
  for (const count of gold.values()) truth += count;
  return size + truth === 0 ? 0 : (2 * common) / (size + truth);
}

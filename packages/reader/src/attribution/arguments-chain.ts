/**
 * A linear chain over three labels: the scores of a conditional random field (Lafferty, McCallum and Pereira 2001), its
 * marginals by the forward-backward algorithm and its best label sequences by list Viterbi (Seshadri and Sundberg 1994).
 */
export const LABELS = 3;
const EDGES = LABELS * LABELS;

/** What a label says of a unit. */
export const OUTSIDE = 0;
export const SOURCE = 1;
export const CONTENT = 2;

/** Scores of one chain. `state[i * 3 + label]`; `edge[i * 9 + before * 3 + label]` for the step from `i - 1` to `i`. */
export interface ChainScores {
  length: number;
  state: Float64Array;
  edge: Float64Array;
}

export function newChainScores(capacity: number): ChainScores {
  return { length: 0, state: new Float64Array(capacity * LABELS), edge: new Float64Array(capacity * EDGES) };
}

export interface Marginals {
  logZ: number;
  /** Log of the summed weight of all prefixes that end in a label, and of all suffixes after it. */
  forward: Float64Array;
  backward: Float64Array;
}

/** The chain begins and ends outside: the edge into the first unit is scored from `OUTSIDE`. */
export function forwardBackward({ length, state, edge }: ChainScores): Marginals {
  const forward = new Float64Array(length * LABELS);
  const backward = new Float64Array(length * LABELS);
  for (let y = 0; y < LABELS; y++) forward[y] = state[y] + edge[y];
  for (let i = 1; i < length; i++) {
    const before = (i - 1) * LABELS;
    for (let y = 0; y < LABELS; y++) {
      const at = i * EDGES + y;
      forward[i * LABELS + y] =
        state[i * LABELS + y] +
        logSum(forward[before] + edge[at], forward[before + 1] + edge[at + 3], forward[before + 2] + edge[at + 6]);
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    const after = (i + 1) * LABELS;
    for (let x = 0; x < LABELS; x++) {
      const at = (i + 1) * EDGES + x * LABELS;
      backward[i * LABELS + x] = logSum(
        backward[after] + state[after] + edge[at],
        backward[after + 1] + state[after + 1] + edge[at + 1],
        backward[after + 2] + state[after + 2] + edge[at + 2],
      );
    }
  }
  const last = (length - 1) * LABELS;
  return { logZ: logSum(forward[last], forward[last + 1], forward[last + 2]), forward, backward };
}

function logSum(a: number, b: number, c: number): number {
  const top = a > b ? (a > c ? a : c) : b > c ? b : c;
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top) + Math.exp(c - top));
}

export interface Sequence {
  labels: Uint8Array;
  /** Sum of the scores along it, not normalised. */
  score: number;
}

/** Log probability below which a label of a unit is not followed up. */
const NEGLIGIBLE = -9;

/** The best `limit` label sequences, best first; labels that are all but impossible by their marginals are passed over. */
export function bestSequences(
  { length, state, edge }: ChainScores,
  { forward, backward, logZ }: Marginals,
  limit: number,
): Sequence[] {
  const cells = length * LABELS * limit;
  const score = new Float64Array(cells).fill(-Infinity);
  /** Where a cell's sequence comes from: label before times limit plus rank there. */
  const from = new Int32Array(cells);
  const rank = new Int32Array(LABELS);
  const possible = (cell: number): boolean => forward[cell] + backward[cell] - logZ > NEGLIGIBLE;
  for (let y = 0; y < LABELS; y++) if (possible(y)) score[y * limit] = state[y] + edge[y];
  for (let i = 1; i < length; i++) {
    const before = (i - 1) * LABELS;
    const only = onlyOne(possible(before), possible(before + 1), possible(before + 2));
    for (let y = 0; y < LABELS; y++) {
      if (!possible(i * LABELS + y)) continue;
      const cell = (i * LABELS + y) * limit;
      const own = state[i * LABELS + y];
      if (only >= 0) {
        const earlier = (before + only) * limit;
        const step = edge[i * EDGES + only * LABELS + y];
        for (let k = 0; k < limit && score[earlier + k] > -Infinity; k++) {
          score[cell + k] = score[earlier + k] + step + own;
          from[cell + k] = only * limit + k;
        }
        continue;
      }
      rank.fill(0);
      for (let k = 0; k < limit; k++) {
        let best = -Infinity;
        let bestLabel = -1;
        for (let x = 0; x < LABELS; x++) {
          if (rank[x] >= limit) continue;
          const candidate = score[(before + x) * limit + rank[x]] + edge[i * EDGES + x * LABELS + y];
          if (candidate > best) {
            best = candidate;
            bestLabel = x;
          }
        }
        if (bestLabel < 0) break;
        score[cell + k] = best + own;
        from[cell + k] = bestLabel * limit + rank[bestLabel];
        rank[bestLabel]++;
      }
    }
  }

  const sequences: Sequence[] = [];
  rank.fill(0);
  const last = (length - 1) * LABELS;
  while (sequences.length < limit) {
    let best = -Infinity;
    let bestLabel = -1;
    for (let y = 0; y < LABELS; y++) {
      if (rank[y] < limit && score[(last + y) * limit + rank[y]] > best) {
        best = score[(last + y) * limit + rank[y]];
        bestLabel = y;
      }
    }
    if (bestLabel < 0) break;
    const labels = new Uint8Array(length);
    let place = bestLabel * limit + rank[bestLabel]++;
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = Math.floor(place / limit);
      place = from[i * LABELS * limit + place];
    }
    sequences.push({ labels, score: best });
  }
  return sequences;
}

/** Which of three labels is possible where only one is; else -1. */
function onlyOne(first: boolean, second: boolean, third: boolean): number {
  if (Number(first) + Number(second) + Number(third) !== 1) return -1;
  return first ? 0 : second ? 1 : 2;
}

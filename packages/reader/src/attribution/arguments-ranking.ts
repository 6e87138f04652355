import { RELATIONS } from '../language/relations.ts';
import { CONTENT, type Sequence, SOURCE } from './arguments-chain.ts';
import { CONTENT_FEATURES, contentFeatures } from './arguments-content.ts';
import { mix } from './arguments-hash.ts';
import type { LabelledWindow } from './arguments-labelled.ts';
import { SOURCE_FEATURES, sourceFeatures } from './arguments-source.ts';

const CUE_FEATURES = 12;
const CANDIDATE_FEATURES = 6;

/** Features of one way to give a cue its arguments: numbers and codes, made to be split on by trees. */
export const RANKING_FEATURES = CUE_FEATURES + CANDIDATE_FEATURES + SOURCE_FEATURES + CONTENT_FEATURES;

/** Where the log probability of a candidate's labels stands among its features. */
export const LOG_PROBABILITY = CUE_FEATURES + 1;

/** Writes the features of each candidate of one cue from `base` on, `RANKING_FEATURES` a candidate. */
export function rankingFeatures(
  labelled: LabelledWindow,
  candidates: readonly Sequence[],
  out: Float32Array,
  base: number,
): void {
  const { logZ } = labelled.marginals;
  cueFeatures(labelled, out, base);
  const sources = shares(candidates, SOURCE, logZ);
  const contents = shares(candidates, CONTENT, logZ);
  for (const [index, { labels, score }] of candidates.entries()) {
    const start = base + index * RANKING_FEATURES;
    if (index > 0) out.copyWithin(start, base, base + CUE_FEATURES);
    let at = start + CUE_FEATURES;
    out[at++] = index;
    out[at++] = score - logZ;
    out[at++] = score - candidates[0].score;
    out[at++] = score - candidates[index === 0 ? Math.min(1, candidates.length - 1) : index - 1].score;
    out[at++] = sources[index];
    out[at++] = contents[index];
    sourceFeatures(labelled, labels, out, at);
    contentFeatures(labelled, labels, out, at + SOURCE_FEATURES);
  }
}

function cueFeatures({ facts, cue, window }: LabelledWindow, out: Float32Array, base: number): void {
  const { tag, relation, head } = facts.language;
  let dependents = 0;
  let quoted = 0;
  let rivals = 0;
  for (let unit = window.ownFirst; unit < window.ownEnd; unit++) {
    const t = window.first[unit];
    if (head[t] === cue.head) dependents |= DEPENDENT_BITS[relation[t]];
    if (facts.quotation[t] > 0) quoted++;
    if (window.rival[unit] > 2 && (unit === window.ownFirst || window.rival[unit - 1] === 0)) rivals++;
  }
  let at = base;
  out[at++] = tag[cue.head];
  out[at++] = relation[cue.head];
  out[at++] = cue.end - cue.first;
  out[at++] = window.cueFirst - window.ownFirst;
  out[at++] = window.ownEnd - window.cueEnd;
  out[at++] = facts.quotation[cue.head] > 0 ? 1 : 0;
  out[at++] = tag[cue.end - 1];
  out[at++] = dependents;
  out[at++] = quoted;
  out[at++] = window.ownEnd - window.ownFirst;
  out[at++] = rivals;
  out[at++] = cue.score;
}

/** For each candidate, how probable its units of one label are over all the candidates. */
function shares(candidates: readonly Sequence[], label: number, logZ: number): number[] {
  const total = new Map<number, number>();
  const keys = candidates.map(({ labels, score }) => {
    let key = 1;
    for (let unit = 0; unit < labels.length; unit++) if (labels[unit] === label) key = mix(key, unit + 1);
    total.set(key, (total.get(key) ?? 0) + Math.exp(score - logZ));
    return key;
  });
  return keys.map((key) => total.get(key)!);
}

const DEPENDENTS = ['nsubj', 'nsubj:pass', 'ccomp', 'obj', 'xcomp'];
const DEPENDENT_BITS = Uint8Array.from(RELATIONS, (relation) => {
  const place = DEPENDENTS.indexOf(relation);
  return place < 0 ? 0 : 1 << place;
});

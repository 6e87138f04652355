import type { TokenRange } from './attribution.ts';
import { finiteVerb } from './contents.ts';
import { cueVerb } from './cue-verbs.ts';
import { wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import { dependant } from './tree.ts';

export interface NestedReport {
  report: Report;
  /** Index of the report around it in the same array, -1 for none. */
  within: number;
  /** The words for each source, outermost to innermost. */
  chain: TokenRange[];
}

/** Levels of nesting that are kept. No report goes so deep; text made to be slow does, and each level costs its length. */
const MOST_LEVELS = 16;
/** How many contents around a cue are looked through for the one that holds it. */
const DEEPEST = 8;

/**
 * Orders reports by the beginning of their contents and sets each inside the innermost one whose content holds its cue.
 * A hedge that stands inside attributed words is left out: it belongs to the source, not to the reporter.
 */
export function nest(scene: Scene, reports: readonly Report[]): NestedReport[] {
  const around = containers(scene, reports);
  const kept = reports
    .map((report, index) => ({ report, index }))
    .filter(({ report, index }) => {
      return (report.kind !== 'narration' || around[index] < 0) && !isTooDeep(around, index);
    });
  kept.sort(
    (a, b) => startOf(a.report) - startOf(b.report) || sizeOf(b.report) - sizeOf(a.report) || a.index - b.index,
  );
  const place = new Map(kept.map(({ index }, at) => [index, at]));
  const chains = new Map<number, TokenRange[]>();
  const chainOf = (index: number): TokenRange[] => {
    const known = chains.get(index);
    if (known) return known;
    const report = reports[index];
    chains.set(index, []);
    const outer = around[index] >= 0 ? chainOf(around[index]) : [];
    const through = report.through.filter(({ first }) => outer.every((link) => link.first !== first));
    const chain = [...outer, ...through, ...(report.named ? [report.named] : report.source.slice(0, 1))];
    chains.set(index, chain);
    return chain;
  };
  return kept.map(({ report, index }) => ({
    report,
    within: around[index] >= 0 ? (place.get(around[index]) ?? -1) : -1,
    chain: report.kind === 'narration' ? [] : chainOf(index),
  }));
}

function isTooDeep(around: Int32Array, index: number): boolean {
  let level = 0;
  for (let outer = around[index]; outer >= 0; outer = around[outer]) if (++level >= MOST_LEVELS) return true;
  return false;
}

/** Whether others can be nested in it: a hedge has no source, and a bare act ("released a recording") no words. */
function isTestimony(scene: Scene, report: Report): boolean {
  return report.kind !== 'narration' && !isBareAct(scene, report) && !isDenial(scene, report);
}

function isBareAct({ tree, depth }: Scene, { act, content: [range] }: Report): boolean {
  return act === 'attitude' && depth[range.first] === 0 && finiteVerb(tree, range.first, range.end) < 0;
}

/** Who denies a claim does not report it: "denied a report that X". */
function isDenial({ tree }: Scene, { head }: Report): boolean {
  return head >= 0 && cueVerb(tree.language.lemma[head])?.certainty === 'CT-' && dependant(tree, head, 'obj') >= 0;
}

/** For each report the index of the attributed one whose content holds its cue, or the start of its content where it has none. */
function containers(scene: Scene, reports: readonly Report[]): Int32Array {
  const starts = reports
    .flatMap((report, index) =>
      isTestimony(scene, report) ? report.content.map((range) => ({ ...range, index })) : [],
    )
    .sort((a, b) => a.first - b.first || b.end - a.end);
  const asked = reports.map((report, index) => ({ at: anchorOf(report), index })).sort((a, b) => a.at - b.at);
  const around = new Int32Array(reports.length).fill(-1);
  const open: typeof starts = [];
  let next = 0;
  for (const { at, index } of asked) {
    while (next < starts.length && starts[next].first <= at) {
      while (open.length > 0 && open.at(-1)!.end <= starts[next].first) open.pop();
      open.push(starts[next++]);
    }
    for (let depth = open.length - 1; depth >= Math.max(0, open.length - DEEPEST); depth--) {
      const outer = open[depth];
      if (outer.first !== firstOf(reports[index]) && standsAlone(scene, reports[index], reports[outer.index])) continue;
      if (!liesInside(reports[index], outer) || outer.index === index || !isLarger(reports, outer.index, index))
        continue;
      around[index] = outer.index;
      break;
    }
  }
  return around;
}

function anchorOf(report: Report): number {
  return report.head >= 0 ? report.head : startOf(report);
}

/** A total order, so that no report can stand inside itself by way of others. */
function isLarger(reports: readonly Report[], one: number, other: number): boolean {
  const difference = sizeOf(reports[one]) - sizeOf(reports[other]);
  return difference > 0 || (difference === 0 && one < other);
}

/** Above this the engine is right on its own relations more often than on the end of the content around them. */
const SURE = 0.7;

/**
 * Whether the engine, to which nothing is nested, is sure of a relation inside the content of another, with no quotation
 * mark, no announcement and no "that" to say that it is part of it. What a cue closes behind it is part of it all.
 */
function standsAlone({ tree, depth }: Scene, report: Report, outer: Report): boolean {
  const { head, probability = 0 } = report;
  if (head < 0 || probability < SURE || outer.kind === 'direct' || depth[head] > 0) return false;
  if (outer.head >= lastOf(report)) return false;
  const before = firstOf(report) - 1;
  return wordOf(tree, wordOf(tree, before) === ',' ? before - 1 : before) !== 'that';
}

/** Where all of a report ends. */
function lastOf({ cue, source, content }: Report): number {
  return Math.max(...[...cue, ...source, ...content].map(({ end }) => end));
}

/** Where the words of a report begin, its content left out. */
function firstOf({ cue, source, content }: Report): number {
  const first = cue[0]?.first ?? content[0].first;
  return Math.min(first, source[0]?.first ?? first);
}

/** Whether the whole of a report, its source and its content too, is part of a content. */
function liesInside({ cue, source, content }: Report, { first, end }: TokenRange): boolean {
  return [...cue, ...(cue.length > 0 ? source : []), ...content].every(
    (range) => range.first >= first && range.end <= end,
  );
}

function startOf(report: Report): number {
  return report.content[0].first;
}

function sizeOf(report: Report): number {
  return report.content.reduce((sum, { first, end }) => sum + end - first, 0);
}

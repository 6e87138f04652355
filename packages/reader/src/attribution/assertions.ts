import type { Language } from '../language/language.ts';
import type { Model } from '../model/model.ts';
import type { Block } from '../reading.ts';
import { findAccordingTo, throughLeading } from './according.ts';
import { findAnnounced } from './announced.ts';
import type { TokenRange } from './attribution.ts';
import { certaintyOf } from './certainty.ts';
import { withCited } from './cited.ts';
import { continueQuotations } from './continuation.ts';
import { findIgnorance } from './ignorance.ts';
import { overAside } from './interrupted.ts';
import { withInvertedSource } from './inverted-source.ts';
import { kindOf } from './kind.ts';
import { readLearned } from './learned.ts';
import { mergeReports } from './merging.ts';
import { findNarration } from './narration.ts';
import { nest } from './nesting.ts';
import { withoutNextReport } from './next-report.ts';
import { findOmissions } from './omissions.ts';
import { findOutletReports, withoutOutletReports } from './outlet-reports.ts';
import { type Quotation, quotationDepth } from './quotations.ts';
import { withoutRefutation } from './refutation.ts';
import { findNounReports } from './report-nouns.ts';
import { findQuotedReports, findVerbReports, type Report, type Scene } from './reports.ts';
import { findRetractions } from './retractions.ts';
import { stanceOf } from './stance.ts';
import { withOutlets } from './told-outlets.ts';
import { buildTree } from './tree.ts';
import { findSigned, findTurns } from './turns.ts';
import { isUnmarkedSpeech } from './unmarked-speech.ts';
import type { UnresolvedAssertion } from './unresolved.ts';

/**
 * Finds the assertions of a text: nested, with chain, kind, certainty and stance, in the order in which their contents
 * begin. Sources are still the words of the text.
 */
export function findAssertions(
  language: Language,
  blocks: readonly Block[],
  quotations: readonly Quotation[],
  model: Model,
): UnresolvedAssertion[] {
  const scene = sceneOf(language, quotations);
  const byRule = [
    ...findOmissions(scene),
    ...findIgnorance(scene),
    ...findAccordingTo(scene),
    ...findNarration(scene),
    ...findVerbReports(scene),
    ...findNounReports(scene),
  ];
  const outletReports = findOutletReports(scene);
  const found = [
    ...findTurns(scene, blocks),
    ...findSigned(scene, blocks),
    ...findAnnounced(scene, blocks),
    ...findQuotedReports(scene),
    ...findRetractions(scene),
    ...outletReports,
    ...withoutOutletReports(mergeReports(scene, readLearned(scene, quotations, model), byRule), outletReports),
  ]
    .flatMap(sound)
    .map((report) => withoutRefutation(scene, withInvertedSource(scene, overAside(scene, report))));
  const apart = withoutNextReport(scene, withoutRivals(language.tokens.count, withCited(scene, found)));
  const reports = continueQuotations(
    scene,
    blocks,
    quotations,
    throughLeading(
      scene,
      withOutlets(
        scene,
        apart.map((report) => partAdjacent(scene, report)),
      ),
    ),
  );
  return nest(scene, reports).map(({ report, within, chain }) => ({
    within,
    act: report.act,
    kind: isUnmarkedSpeech(scene, report)
      ? 'direct'
      : (report.kind ?? kindOf(language.tokens, scene.depth, report.content)),
    content: report.content,
    cue: report.cue,
    source: report.cue.length > 0 ? report.source : [],
    chain,
    told: report.through.length > 0 ? (report.told ?? null) : null,
    speaker: report.source.length > 0 ? (chain.at(-1) ?? null) : null,
    certainty: certaintyOf(scene, report),
    stance: stanceOf(scene, report),
    confidence: report.score,
    ...mends(scene, report),
  }));
}

function sceneOf(language: Language, quotations: readonly Quotation[]): Scene {
  const spoken = quotations.filter(({ name }) => !name);
  const outer = quotations.filter(({ level }) => level === 0);
  return {
    tree: buildTree(language),
    depth: quotationDepth(language.tokens.count, spoken),
    starts: outer.map(({ first }) => first),
    opening: new Map(outer.map((quotation) => [quotation.first, quotation])),
    closing: new Map(outer.map((quotation) => [quotation.end, quotation])),
    around: enclosing(language.tokens.count, outer),
  };
}

function enclosing(count: number, outer: readonly Quotation[]): Scene['around'] {
  const index = new Int32Array(count).fill(-1);
  for (const [at, { first, end }] of outer.entries()) index.fill(at, first, end);
  return (token) => outer[index[token]];
}

/** Of two quotations whose marks ran into each other, a cue has the one that it touches. */
function partAdjacent({ depth, starts, opening }: Scene, report: Report): Report {
  const [range, ...others] = report.content;
  if (depth[range.first] === 0) return report;
  for (let at = countUpTo(starts, range.first); at < starts.length && starts[at] < range.end; at++) {
    const token = starts[at];
    if (opening.get(token)?.repaired !== 'adjacent') continue;
    const isBefore = report.head >= 0 && report.head < range.first;
    return { ...report, content: [isBefore ? { ...range, end: token } : { ...range, first: token }, ...others] };
  }
  return report;
}

/** A report without the parts of it that came out empty; none where its content did. */
function sound(report: Report): Report[] {
  const full = (ranges: readonly TokenRange[]) => ranges.filter(({ first, end }) => end > first);
  const content = full(report.content);
  if (content.length === 0) return [];
  return [{ ...report, content, cue: full(report.cue), source: full(report.source), through: full(report.through) }];
}

/** Of reports whose cues overlap the first one found stays. */
function withoutRivals(count: number, reports: readonly Report[]): Report[] {
  const taken = new Uint8Array(count);
  return reports.filter(({ cue }) => {
    if (cue.some((range) => taken.subarray(range.first, range.end).includes(1))) return false;
    for (const { first, end } of cue) taken.fill(1, first, end);
    return true;
  });
}

function mends(scene: Scene, report: Report): Pick<UnresolvedAssertion, 'interpolations' | 'repaired'> {
  const { starts, opening } = scene;
  const inside: Quotation[] = [];
  for (const { first, end } of report.content) {
    for (let at = countUpTo(starts, first - 1); at < starts.length && starts[at] < end; at++) {
      const quotation = opening.get(starts[at]);
      if (quotation) inside.push(quotation);
    }
  }
  const repaired = isUnmarkedSpeech(scene, report) ? 'both' : mendOf(inside);
  return { interpolations: inside.flatMap(({ interpolations }) => interpolations), ...(repaired ? { repaired } : {}) };
}

/** What was mended of the quotations of one assertion: both marks where the opening one of some and the closing one of others. */
function mendOf(quotations: readonly Quotation[]): Quotation['repaired'] {
  const mends = quotations.flatMap(({ repaired }) => repaired ?? []);
  return mends.includes('opening') && mends.includes('closing') ? 'both' : mends[0];
}

/** How many of some rising numbers are at most a limit. */
function countUpTo(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

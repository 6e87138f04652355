import type { Language } from '../language/language.ts';
import type { Block } from '../reading.ts';
import { findAccordingTo } from './according.ts';
import { findAnnounced } from './announced.ts';
import type { TokenRange } from './attribution.ts';
import { certaintyOf } from './certainty.ts';
import { continueQuotations } from './continuation.ts';
import { findIgnorance } from './ignorance.ts';
import { kindOf } from './kind.ts';
import { findNarration } from './narration.ts';
import { nest } from './nesting.ts';
import { findOmissions } from './omissions.ts';
import { type Quotation, quotationDepth } from './quotations.ts';
import { findNounReports } from './report-nouns.ts';
import { findVerbReports, type Report, type Scene } from './reports.ts';
import { stanceOf } from './stance.ts';
import { buildTree } from './tree.ts';
import type { UnresolvedAssertion } from './unresolved.ts';

/**
 * Finds the assertions of a text: nested, with chain, kind, certainty and stance, in the order in which their contents
 * begin. Sources are still the words of the text.
 */
export function findAssertions(
  language: Language,
  blocks: readonly Block[],
  quotations: readonly Quotation[],
): UnresolvedAssertion[] {
  const scene = sceneOf(language, quotations);
  const found = [
    ...findOmissions(scene),
    ...findIgnorance(scene),
    ...findAnnounced(scene, blocks),
    ...findAccordingTo(scene),
    ...findVerbReports(scene),
    ...findNounReports(scene),
    ...findNarration(scene),
  ];
  const reports = continueQuotations(
    scene,
    blocks,
    quotations,
    withoutRivals(language.tokens.count, found.flatMap(sound)),
  );
  return nest(reports).map(({ report, within, chain }) => ({
    within,
    act: report.act,
    kind: report.kind ?? kindOf(language.tokens, scene.depth, report.content),
    content: report.content,
    cue: report.cue,
    source: report.cue.length > 0 ? report.source : [],
    chain,
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
  const inside = report.content.flatMap(({ first, end }: TokenRange) => {
    const found: Quotation[] = [];
    for (let token = first; token < end; token++) {
      const quotation = scene.opening.get(token);
      if (quotation) found.push(quotation);
    }
    return found;
  });
  const repaired = inside.find((quotation) => quotation.repaired)?.repaired;
  return { interpolations: inside.flatMap(({ interpolations }) => interpolations), ...(repaired ? { repaired } : {}) };
}

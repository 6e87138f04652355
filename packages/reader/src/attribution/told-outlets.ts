import type { TokenRange } from './attribution.ts';
import { outletToldBy } from './outlets.ts';
import { isVerb } from './phrases.ts';
import type { Report, Scene } from './reports.ts';

/**
 * Gives each report the outlet to which it was said as its outer link: "she told Gawker X". What the same words for the
 * source say besides in the sentence was said there too: "told Gawker X, adding Y".
 */
export function withOutlets(scene: Scene, reports: readonly Report[]): Report[] {
  const told = reports.map((report) => withOutlet(scene, report));
  const byPlace = new Map<number, TokenRange[]>();
  for (const [index, { source, through }] of told.entries()) {
    if (through.length > 0 && reports[index].through.length === 0) byPlace.set(source[0].first, through);
  }
  return told.map((report) => {
    const through =
      canHaveOutlet(scene, report) && report.act === 'statement' ? byPlace.get(report.source[0].first) : undefined;
    return through ? { ...report, through, told: through[0] } : report;
  });
}

function withOutlet(scene: Scene, report: Report): Report {
  if (!canHaveOutlet(scene, report)) return report;
  const outlet = outletToldBy(scene, report);
  if (!outlet) return report;
  const content = report.content.map((range) => withoutAddressee(range, outlet));
  return { ...report, content, through: [outlet], told: outlet };
}

/** Whom one tells is no part of what one tells: "told the Lantern | the road was closed", "confirmed the news | to the Lantern". */
function withoutAddressee(range: TokenRange, outlet: TokenRange): TokenRange {
  if (range.first >= outlet.end || range.end < outlet.end) return range;
  if (range.first < outlet.first) return { first: range.first, end: Math.max(range.first + 1, outlet.first - 1) };
  return range.end > outlet.end ? { first: outlet.end, end: range.end } : range;
}

function canHaveOutlet({ tree }: Scene, { kind, through, source, head }: Report): boolean {
  return kind !== 'narration' && through.length === 0 && source.length > 0 && isVerb(tree, head);
}

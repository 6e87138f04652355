import { wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';

/**
 * Ends each content behind its cue where the same source reports anew behind a comma, or whoever leaves something unsaid:
 * "named the towns, the mayor did not mention the dam". What stands in a "that" clause or in quotation marks may go on.
 */
export function withoutNextReport({ tree, depth }: Scene, reports: readonly Report[]): Report[] {
  const opening = new Map<number, Report>();
  for (const report of reports) {
    const [source] = report.source;
    if (source && report.cue.length > 0 && source.end <= report.head) opening.set(source.first, report);
  }
  const speaker = ({ source: [range] }: Report) => tree.word.slice(range.first, range.end).join(' ');
  return reports.map((report) => {
    const { head, content, source } = report;
    const range = content[content.length - 1];
    if (head < 0 || source.length === 0 || range.first < head || wordOf(tree, range.first) === 'that') return report;
    for (let comma = range.first + 1; comma < range.end - 1; comma++) {
      if (wordOf(tree, comma) !== ',' || depth[comma] > 0) continue;
      const next = opening.get(comma + 1);
      if (!next || next === report || !(next.kind === 'omission' || speaker(next) === speaker(report))) continue;
      return { ...report, content: [...content.slice(0, -1), { first: range.first, end: comma }] };
    }
    return report;
  });
}

import type { Span } from '../reading.ts';

/** The parts of an attribution relation that are scored. */
export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** One attribution: the segments of each role, empty where the role is not filled. */
export type RoleSpans = Readonly<Record<Role, readonly Span[]>>;

/** One article's attributions, by people and by the reader, in the same offsets. */
export interface AttributionItem {
  id: string;
  gold: readonly RoleSpans[];
  predicted: readonly RoleSpans[];
}

/**
 * PolNeAR's measures (Newell, Margolin and Ruths 2018), micro-averaged over articles. Exact: a role's segments in an
 * article's attributions, each set of segments one item, those of two attributions that are the same counted once; empty
 * roles do not count. Char: the characters that a role covers in an article. `all.exact.f1` takes the three roles of an
 * attribution as one item.
 */
export function scoreAttribution(items: readonly AttributionItem[]): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const role of ROLES) {
    const exact = newCounts();
    const characters = newCounts();
    for (const { gold, predicted } of items) {
      countExact(keys(gold, [role]), keys(predicted, [role]), exact);
      countCharacters(union(gold, role), union(predicted, role), characters);
    }
    Object.assign(metrics, measures(`${role}.exact`, exact), measures(`${role}.char`, characters));
  }
  const all = newCounts();
  for (const { gold, predicted } of items) countExact(keys(gold, ROLES), keys(predicted, ROLES), all);
  return Object.assign(metrics, measures('all.exact', all));
}

interface Counts {
  right: number;
  gold: number;
  predicted: number;
}

function newCounts(): Counts {
  return { right: 0, gold: 0, predicted: 0 };
}

/** One key for each filled combination of roles. */
function keys(attributions: readonly RoleSpans[], roles: readonly Role[]): Set<string> {
  const found = new Set<string>();
  for (const attribution of attributions) {
    if (roles.every((role) => attribution[role].length === 0)) continue;
    found.add(roles.map((role) => segmentsKey(attribution[role])).join('|'));
  }
  return found;
}

function segmentsKey(segments: readonly Span[]): string {
  return [...segments]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => `${start}-${end}`)
    .join(',');
}

function countExact(gold: ReadonlySet<string>, predicted: ReadonlySet<string>, counts: Counts): void {
  counts.gold += gold.size;
  counts.predicted += predicted.size;
  counts.right += [...predicted].filter((key) => gold.has(key)).length;
}

/** What a role covers, as spans in order that do not touch. */
function union(attributions: readonly RoleSpans[], role: Role): Span[] {
  const spans = attributions.flatMap((attribution) => attribution[role]).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function countCharacters(gold: readonly Span[], predicted: readonly Span[], counts: Counts): void {
  const size = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  counts.gold += size(gold);
  counts.predicted += size(predicted);
  for (let g = 0, p = 0; g < gold.length && p < predicted.length; ) {
    counts.right += Math.max(0, Math.min(gold[g].end, predicted[p].end) - Math.max(gold[g].start, predicted[p].start));
    if (gold[g].end < predicted[p].end) g++;
    else p++;
  }
}

function measures(name: string, { right, gold, predicted }: Counts): Record<string, number> {
  return {
    [`${name}.precision`]: predicted === 0 ? 0 : right / predicted,
    [`${name}.recall`]: gold === 0 ? 0 : right / gold,
    [`${name}.f1`]: predicted + gold === 0 ? 0 : (2 * right) / (predicted + gold),
  };
}

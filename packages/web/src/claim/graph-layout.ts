import type { OriginGraph } from '@hearsay/ledger/questions/answers';

type GraphNode = OriginGraph['nodes'][number];

/** A node with its lane (0 at the top). Sources have no moment of their own: they stand before the axis. */
export interface Placed {
  readonly node: GraphNode;
  readonly lane: number;
}

/** One source with the lanes of those who heard it. */
export interface LaneGroup {
  readonly source: GraphNode | null;
  readonly first: number;
  readonly lanes: number;
}

export interface GraphLayout {
  readonly placed: readonly Placed[];
  readonly groups: readonly LaneGroup[];
  readonly lanes: number;
  /** First and last moment, in milliseconds; null where nothing has one. */
  readonly span: readonly [number, number] | null;
  readonly links: readonly {
    readonly from: Placed;
    readonly to: Placed;
    readonly kind: OriginGraph['links'][number]['kind'];
  }[];
}

/**
 * Lays an origin graph out in lanes: sources by their first appearance, under each the articles that heard it by time, a copy on
 * the lane of what it repeats. An article that several sources told stands with the first of them; one that none told, last.
 */
export function layoutGraph(graph: OriginGraph): GraphLayout {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const articles = graph.nodes.filter(({ kind }) => kind === 'article').sort(byTime);
  const sources = new Map<string, GraphNode[]>();
  const unsourced: GraphNode[] = [];
  for (const article of articles) {
    const told = graph.links.find(({ to, kind, from }) => kind === 'told' && to === article.id && byId.has(from));
    if (told === undefined) unsourced.push(article);
    else sources.set(told.from, [...(sources.get(told.from) ?? []), article]);
  }
  for (const node of graph.nodes) if (node.kind === 'source' && !sources.has(node.id)) sources.set(node.id, []);

  const groups: LaneGroup[] = [];
  const placed = new Map<string, Placed>();
  let lane = 0;
  const open = (source: GraphNode | null, heard: readonly GraphNode[]) => {
    groups.push({ source, first: lane, lanes: Math.max(1, heard.length) });
    if (source !== null) placed.set(source.id, { node: source, lane });
    for (const article of heard) placed.set(article.id, { node: article, lane: lane++ });
    if (heard.length === 0) lane++;
  };
  for (const [id, heard] of sources) open(byId.get(id)!, heard);
  if (unsourced.length > 0) open(null, unsourced);

  for (const copy of graph.nodes.filter(({ kind }) => kind === 'copy').sort(byTime)) {
    const origin = graph.links.find(({ kind, from, to }) => kind === 'repeats' && (from === copy.id || to === copy.id));
    const other = origin && (origin.from === copy.id ? origin.to : origin.from);
    const at = other === undefined ? undefined : placed.get(other);
    placed.set(copy.id, { node: copy, lane: at?.lane ?? lane++ });
  }

  const times = graph.nodes.flatMap(({ at, kind }) => (at === null || kind === 'source' ? [] : [Date.parse(at)]));
  const links = graph.links.flatMap(({ from, to, kind }) => {
    const [one, other] = [placed.get(from), placed.get(to)];
    return one && other ? [{ from: one, to: other, kind }] : [];
  });
  return {
    placed: [...placed.values()],
    groups,
    lanes: lane,
    span: times.length === 0 ? null : [Math.min(...times), Math.max(...times)],
    links,
  };
}

function byTime(one: GraphNode, other: GraphNode): number {
  return (one.at ?? '').localeCompare(other.at ?? '') || one.id.localeCompare(other.id);
}

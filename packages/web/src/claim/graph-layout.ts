import type { OriginGraph } from '@hearsay/ledger/questions/answers';

type GraphNode = OriginGraph['nodes'][number];

/** A node with its lane (0 at the top). */
export interface Placed {
  readonly node: GraphNode;
  readonly lane: number;
}

export interface GraphLayout {
  /** Sources have no moment of their own: they stand before the axis. */
  readonly sources: readonly Placed[];
  readonly articles: readonly Placed[];
  readonly copies: readonly Placed[];
  readonly links: readonly {
    readonly from: Placed;
    readonly to: Placed;
    readonly kind: OriginGraph['links'][number]['kind'];
  }[];
  readonly lanes: number;
  /** The first lane of each group of sources and articles that hang together. */
  readonly edges: readonly number[];
  /** The first lane of the articles that no source told; null where there is none. */
  readonly unsourced: number | null;
  /** First and last moment, in milliseconds; null where nothing has one. */
  readonly span: readonly [number, number] | null;
}

/**
 * Lays an origin graph out in lanes. Sources and the articles that heard them make groups; in a group the articles stand in the
 * order of time and each source near the mean of its articles (the barycentre heuristic of layered drawing: Sugiyama, Tagawa and
 * Toda 1981), the shorter side centred on the longer. A copy stands on the lane of what it repeats.
 */
export function layoutGraph(graph: OriginGraph): GraphLayout {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const told = graph.links.filter(({ kind, from, to }) => kind === 'told' && byId.has(from) && byId.has(to));
  const articles = graph.nodes.filter(({ kind }) => kind === 'article').sort(byTime);
  const placed = new Map<string, Placed>();
  const edges: number[] = [];
  let lanes = 0;

  const put = (nodes: readonly GraphNode[], room: number) => {
    const first = lanes + Math.floor((room - nodes.length) / 2);
    for (const [place, node] of nodes.entries()) placed.set(node.id, { node, lane: first + place });
  };
  const unsourced: GraphNode[] = [];
  for (const article of articles) {
    if (placed.has(article.id)) continue;
    const group = hangingTogether(article.id, told);
    const heard = articles.filter(({ id }) => group.has(id));
    const place = new Map(heard.map(({ id }, index) => [id, index]));
    const centre = (source: GraphNode) =>
      mean(told.flatMap(({ from, to }) => (from === source.id ? [place.get(to) ?? 0] : [])));
    const sources = graph.nodes.filter(({ id, kind }) => kind === 'source' && group.has(id));
    if (sources.length === 0) {
      unsourced.push(article);
      continue;
    }
    sources.sort((one, other) => centre(one) - centre(other));
    const room = Math.max(heard.length, sources.length);
    edges.push(lanes);
    put(heard, room);
    put(sources, room);
    lanes += room;
  }
  const alone = graph.nodes.filter(({ id, kind }) => kind === 'source' && !placed.has(id));
  if (alone.length > 0) {
    edges.push(lanes);
    put(alone, alone.length);
    lanes += alone.length;
  }
  const firstUnsourced = unsourced.length > 0 ? lanes : null;
  if (unsourced.length > 0) {
    edges.push(lanes);
    put(unsourced, unsourced.length);
    lanes += unsourced.length;
  }

  for (const copy of graph.nodes.filter(({ kind }) => kind === 'copy').sort(byTime)) {
    const repeats = graph.links.find(
      ({ kind, from, to }) => kind === 'repeats' && (from === copy.id || to === copy.id),
    );
    const origin = repeats && placed.get(repeats.from === copy.id ? repeats.to : repeats.from);
    placed.set(copy.id, { node: copy, lane: origin?.lane ?? lanes++ });
  }

  const times = graph.nodes.flatMap(({ at, kind }) => (at === null || kind === 'source' ? [] : [Date.parse(at)]));
  const of = (kind: GraphNode['kind']) => [...placed.values()].filter(({ node }) => node.kind === kind);
  return {
    sources: of('source'),
    articles: of('article'),
    copies: of('copy'),
    links: graph.links.flatMap(({ from, to, kind }) => {
      const [one, other] = [placed.get(from), placed.get(to)];
      return one && other ? [{ from: one, to: other, kind }] : [];
    }),
    lanes,
    edges,
    unsourced: firstUnsourced,
    span: times.length === 0 ? null : [Math.min(...times), Math.max(...times)],
  };
}

/** The ids that some links lead to from one, in any number of steps. */
function hangingTogether(id: string, links: readonly { from: string; to: string }[]): ReadonlySet<string> {
  const found = new Set([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { from, to } of links) {
      const other = from === next ? to : to === next ? from : null;
      if (other === null || found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length);
}

function byTime(one: GraphNode, other: GraphNode): number {
  return (one.at ?? '').localeCompare(other.at ?? '') || one.id.localeCompare(other.id);
}

/** Two articles that are the same text, by identifier. */
export type Link = readonly [a: number, b: number];

/**
 * The clusters that links make of articles, each in ascending order. Links come strongest first: one that would bring
 * together two articles of which an editor said that they are no copies is left out, and so are weaker ones through others.
 */
export function clusters(ids: readonly number[], links: readonly Link[], apart: readonly Link[]): number[][] {
  const root = new Map(ids.map((id) => [id, id]));
  const members = new Map(ids.map((id) => [id, [id]]));
  const find = (id: number): number => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at) as number;
    return at;
  };
  for (const [a, b] of links) {
    const [x, y] = [find(a), find(b)].sort((one, other) => one - other);
    if (x === y || apart.some(([p, q]) => isAcross(find(p), find(q), x, y))) continue;
    const joined = [...(members.get(x) ?? []), ...(members.get(y) ?? [])];
    for (const id of members.get(y) ?? []) root.set(id, x);
    members.set(x, joined);
    members.delete(y);
  }
  return [...members.values()].map((cluster) => cluster.sort((a, b) => a - b));
}

function isAcross(p: number, q: number, x: number, y: number): boolean {
  return (p === x && q === y) || (p === y && q === x);
}

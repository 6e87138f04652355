import { outletKey } from './outlet-name.ts';

/** An article of a cluster of copies, as the choice of its origin sees it. */
export interface ClusterMember {
  id: number;
  outlet: string | null;
  /** In UTC; null where nothing says when. */
  published: string | null;
  words: number;
  /** The agency whose credit it carries. */
  wire: string | null;
  /** Outlets that it names as where it has its report from. */
  credits: readonly string[];
}

export interface Origin {
  id: number;
  /** For a person, of the origin: why it and none of the others. */
  reason: string;
}

/**
 * The article from which the others of a cluster most likely have their text. What the texts say of their source goes
 * first, then the time, then the wording: the article of the outlet that others credit; one that carries an agency's
 * credit; the one published first; the fullest, from which others were cut. Pure; whatever the order of the members.
 */
export function chooseOrigin(members: readonly ClusterMember[]): Origin {
  return credited(members) ?? wired(members) ?? firstPublished(members) ?? fullest(members);
}

function credited(members: readonly ClusterMember[]): Origin | null {
  // By the key of an outlet, how many articles of others credit it.
  const votes = new Map<string, number>();
  for (const { outlet, wire, credits } of members) {
    const own = outlet === null ? null : outletKey(outlet);
    const named = new Set([...(wire === null ? [] : [wire]), ...credits].map(outletKey));
    for (const key of named) if (key !== own) votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  if (votes.size === 0) return null;
  let best: { member: ClusterMember; votes: number } | null = null;
  for (const member of members.toSorted(byTimeAndLength)) {
    const own = member.outlet === null ? 0 : (votes.get(outletKey(member.outlet)) ?? 0);
    if (own > (best?.votes ?? 0)) best = { member, votes: own };
  }
  return best && { id: best.member.id, reason: `other copies credit ${best.member.outlet}, whose article it is` };
}

function wired(members: readonly ClusterMember[]): Origin | null {
  const counts = new Map<string, number>();
  for (const { wire } of members) if (wire !== null) counts.set(wire, (counts.get(wire) ?? 0) + 1);
  const [agency] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (agency === undefined) return null;
  const [member] = members.filter(({ wire }) => wire === agency).sort(byTimeAndLength);
  return { id: member.id, reason: `it carries the credit of the agency ${agency}` };
}

function firstPublished(members: readonly ClusterMember[]): Origin | null {
  const dated = members.filter(({ published }) => published !== null).sort(byTimeAndLength);
  const [first, second] = dated;
  if (first?.published == null) return null;
  // Where two came at one time, the time says nothing between them.
  if (second?.published === first.published) return null;
  return {
    id: first.id,
    reason: `it was published first, on ${first.published.slice(0, 16).replace('T', ' at ')} UTC`,
  };
}

function fullest(members: readonly ClusterMember[]): Origin {
  const [first, second] = members.toSorted(byTimeAndLength);
  if (second === undefined || first.words > second.words) {
    return { id: first.id, reason: 'it has the fullest text, of which the others are a part' };
  }
  return { id: first.id, reason: 'it came in first of those that have the whole text' };
}

/** Earliest first, undated last; then the longest; then the one that came in first. */
function byTimeAndLength(a: ClusterMember, b: ClusterMember): number {
  if (a.published !== b.published) {
    if (a.published === null) return 1;
    if (b.published === null) return -1;
    return a.published < b.published ? -1 : 1;
  }
  return b.words - a.words || a.id - b.id;
}

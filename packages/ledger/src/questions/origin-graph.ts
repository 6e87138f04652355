import type { Store } from '../store/store.ts';
import type { ArticleCard, OriginGraph, Polarity } from './answers.ts';
import { articleCards } from './article-cards.ts';
import type { ClaimMember } from './claim-members.ts';
import { entityNames } from './evidence-pieces.ts';

/** A graph of more nodes is not looked at but stared at; what is more is counted. */
const MOST_NODES = 200;
/** Of these, articles that are no copies come first, so that every origin has a chance to be seen. */
const MOST_ORIGINS = 80;

type Node = OriginGraph['nodes'][number];
type Link = OriginGraph['links'][number];

/**
 * Who is said to have said a claim, the outlets that were told, the articles that report it and those that repeat their
 * text. `members` are the claim's pieces in the order of time, `articles` how many articles report it in all.
 */
export async function originGraph(
  store: Store,
  members: readonly ClaimMember[],
  articles: number,
): Promise<OriginGraph> {
  const byArticle = Map.groupBy(members, ({ articleId }) => articleId);
  const ids = [...new Set([...byArticle.keys(), ...members.map(({ originId }) => originId)])];
  const cards = await articleCards(store, ids, 'by key');
  const names = await entityNames(
    store,
    members.flatMap(({ speakerId }) => speakerId ?? []),
  );
  const graph = new Graph();
  const isCopy = (id: number): boolean => cards.get(id)?.originId !== id;
  const shown = ids.filter((id) => cards.has(id));
  const origins = shown.filter((id) => !isCopy(id)).slice(0, MOST_ORIGINS);
  for (const id of origins) graph.addOrigin(cards.get(id), byArticle.get(id) ?? [], names);
  const kept = new Set(origins);
  for (const id of shown.filter(isCopy)) {
    const card = cards.get(id);
    if (card === undefined || graph.nodes.size >= MOST_NODES) continue;
    kept.add(id);
    graph.addCopy(card, byArticle.get(id) ?? []);
  }
  const reporting = [...kept].filter((id) => byArticle.has(id)).length;
  return {
    nodes: [...graph.nodes.values()].slice(0, MOST_NODES),
    links: [...graph.links.values()].filter(({ from, to }) => graph.nodes.has(from) && graph.nodes.has(to)),
    leftOut: Math.max(0, articles - reporting),
  };
}

class Graph {
  readonly nodes = new Map<string, Node>();
  readonly links = new Map<string, Link>();

  addOrigin(
    card: ArticleCard | undefined,
    pieces: readonly ClaimMember[],
    names: ReadonlyMap<number, { name: string }>,
  ): void {
    if (card === undefined) return;
    const article = this.#add(articleNode(card, 'article', pieces));
    for (const { speakerId, told, polarity, ...piece } of pieces) {
      const time = ownTime(piece);
      const name = speakerId === null ? undefined : names.get(speakerId)?.name;
      const isOwn = told !== null && told.toLowerCase() === card.outlet?.toLowerCase();
      const outlet = told === null || isOwn ? undefined : this.#source(`outlet ${told}`, told, null, time, null);
      const isOutlet = outlet !== undefined && name?.toLowerCase() === told?.toLowerCase();
      const source =
        name === undefined || isOutlet
          ? undefined
          : this.#source(`entity ${speakerId}`, name, speakerId, time, polarity);
      if (source !== undefined) this.#link(source, outlet ?? article, 'told');
      if (outlet !== undefined) this.#link(outlet, article, 'cites');
    }
  }

  addCopy(card: ArticleCard, pieces: readonly ClaimMember[]): void {
    const copy = this.#add(articleNode(card, 'copy', pieces));
    this.#link(`article ${card.originId}`, copy, 'repeats');
  }

  #source(id: string, label: string, entityId: number | null, at: string | null, polarity: Polarity | null): string {
    const known = this.nodes.get(id);
    if (known !== undefined && known.polarity !== polarity) known.polarity = null;
    if (known === undefined) this.nodes.set(id, { id, kind: 'source', label, at, polarity, articleId: null, entityId });
    return id;
  }

  #add(node: Node): string {
    this.nodes.set(node.id, node);
    return node.id;
  }

  #link(from: string, to: string, kind: Link['kind']): void {
    this.links.set(`${from} ${to} ${kind}`, { from, to, kind });
  }
}

/** When the article says that it was written; null where only its arrival is known. */
function ownTime({ time, isDated }: Pick<ClaimMember, 'time' | 'isDated'>): string | null {
  return isDated ? time : null;
}

/** An article that says both is marked as neither. */
function articleNode(card: ArticleCard, kind: 'article' | 'copy', pieces: readonly ClaimMember[]): Node {
  const [first] = pieces;
  const isOneSided = pieces.every(({ polarity }) => polarity === first?.polarity);
  return {
    id: `article ${card.id}`,
    kind,
    label: card.outlet ?? card.title,
    at: first === undefined ? card.published : ownTime(first),
    polarity: first !== undefined && isOneSided ? first.polarity : null,
    articleId: card.id,
    entityId: null,
  };
}

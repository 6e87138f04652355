import { TEXT, tagOf } from './tags.ts';
import type { Tree } from './tree.ts';

/** One thing that a page describes in JSON-LD. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says of its article. Everything is optional and unchecked beyond being text. */
export interface JsonLd {
  /** The article itself; undefined where the page describes none. */
  readonly article: JsonLdNode | undefined;
  readonly byId: ReadonlyMap<string, JsonLdNode>;
  /** Blocks that could not be read even leniently. */
  readonly broken: number;
}

/** schema.org's Article and its kin. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting)$/;
const FIELDS = [
  'headline',
  'articleBody',
  'author',
  'datePublished',
  'dateModified',
  'publisher',
  'name',
  'url',
  'description',
];
/** Nodes looked at in all: a page of them is hostile or a product list. */
const MOST_NODES = 20_000;

/** Reads all JSON-LD of a page: graphs, arrays, nested things, several scripts. Broken JSON is mended where that is simple, else left out. */
export function readJsonLd(tree: Tree): JsonLd {
  const byId = new Map<string, JsonLdNode>();
  let article: JsonLdNode | undefined;
  let best = 0;
  let broken = 0;
  const open: unknown[] = [];
  for (const source of sources(tree)) {
    const value = parseLeniently(source);
    if (value === undefined) broken++;
    else open.push(value);
  }
  open.reverse();
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen++) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (let at = Math.min(value.length, MOST_NODES) - 1; at >= 0; at--) open.push(value[at]);
    } else if (isNode(value)) {
      const id = value['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
      const score = isArticle(value) ? FIELDS.filter((field) => value[field] !== undefined).length : 0;
      if (score > best) {
        best = score;
        article = value;
      }
      for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) open.push(child);
    }
  }
  return { article, byId, broken };
}

/** The texts that a field holds: itself, its name, or those of each of its items. References (`@id`) are followed once. */
export function namesIn(json: JsonLd, value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value];
  return items.flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!isNode(item)) return [];
    const id = item['@id'];
    const name = item.name ?? (typeof id === 'string' ? json.byId.get(id)?.name : undefined);
    return (Array.isArray(name) ? name : [name]).filter((text) => typeof text === 'string');
  });
}

/** The text of a field that should hold one: itself or the first of its items. */
export function textIn(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  if (isNode(first)) return textIn(first['@value'] ?? first['@id'] ?? '');
  return '';
}

function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(node: JsonLdNode): boolean {
  const type = node['@type'];
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && ARTICLE_TYPE.test(name));
}

const SCRIPT = tagOf('script');

/** The tree keeps the words of JSON-LD scripts alone. */
function sources(tree: Tree): string[] {
  const found: string[] = [];
  for (let node = 1; node < tree.count; node++) {
    if (tree.tag[node] === TEXT && tree.tag[tree.parent[node]] === SCRIPT) found.push(tree.text[node]);
  }
  return found;
}

function parseLeniently(source: string): unknown {
  const bare = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>|\]\]>)$/, '')
    .replace(/;$/, '');
  return (
    parsed(bare) ??
    parsed(bare.replaceAll(/[\0-\x1f]/g, ' ')) ??
    parsed(bare.replaceAll(/[\0-\x1f]/g, ' ').replaceAll(/,\s{0,99}(?=[}\]])/g, ''))
  );
}

function parsed(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source);
    return value ?? undefined;
  } catch {
    return undefined;
  }
}

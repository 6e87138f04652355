import { InputError } from '@hearsay/input/input-error';
import { isoDate } from '@hearsay/reader/page/dates';
import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { PROBE_BYTES } from './limits.ts';

/** One item of a feed, whatever its format. */
export interface FeedItem {
  id?: string | undefined;
  url?: string | undefined;
  title?: string | undefined;
  /** ISO 8601. */
  published?: string | undefined;
  /** The feed's title. */
  outlet?: string | undefined;
  /** All of the article, where the item has it. */
  content?: ItemBody | undefined;
  summary?: ItemBody | undefined;
}

/** What an item says, as the reader takes it. */
export type ItemBody = { html: string } | { text: string };

/**
 * The items of a feed, in its order; links are resolved against `base`, else against the site that the feed names. Of an XML
 * feed that breaks off, the whole items before.
 * @throws {InputError} with code `feed` for what is none.
 */
export function feedItems(source: string, base: string | undefined): { items: FeedItem[]; brokenOff: boolean } {
  try {
    return { items: itemsOf(parseFeed(source), base), brokenOff: false };
  } catch (error) {
    const mended = closedAfterLastItem(source);
    if (mended !== undefined) {
      try {
        return { items: itemsOf(parseFeed(mended), base), brokenOff: true };
      } catch {
        // It is damaged elsewhere too: the first error says where.
      }
    }
    const why = error instanceof Error ? error.message : String(error);
    const way = 'open it in a browser to see what is wrong, or fetch it again';
    throw new InputError('feed', `the feed cannot be read (${why.slice(0, 200)}); ${way}`);
  }
}

/** The feed up to its last whole item, its open elements closed. */
function closedAfterLastItem(source: string): string | undefined {
  const root = /<(rss|feed|(?:[\w.-]{1,40}:)?rdf)[\s>]/i.exec(source.slice(0, PROBE_BYTES))?.[1];
  if (root === undefined) return undefined;
  const name = root.toLowerCase() === 'feed' ? '</entry>' : '</item>';
  const end = source.lastIndexOf(name);
  if (end === -1) return undefined;
  const open = root.toLowerCase() === 'rss' ? '</channel>' : '';
  return `${source.slice(0, end + name.length)}${open}</${root}>`;
}

function itemsOf(parsed: AnyFeed<string>, base: string | undefined): FeedItem[] {
  switch (parsed.format) {
    case 'rss':
    case 'rdf': {
      const { feed } = parsed;
      return (feed.items ?? []).map((item) => rssItem(item, base ?? feed.link, plain(feed.title)));
    }
    case 'atom': {
      const { feed } = parsed;
      const site = base ?? linkOf(feed.links);
      return (feed.entries ?? []).map((entry) => atomItem(entry, site, feed));
    }
    case 'json': {
      const { feed } = parsed;
      return (feed.items ?? []).map((item) => jsonItem(item, base ?? feed.home_page_url, feed));
    }
  }
}

type RssItem = Partial<RssFeed.Item<string>> & Partial<RdfFeed.Item<string>>;

function rssItem(item: RssItem, base: string | undefined, outlet: string | undefined): FeedItem {
  const guid = item.guid?.value;
  const permalink = item.guid?.isPermaLink === false ? undefined : guid;
  const authors = item.authors?.map(({ name }) => name) ?? item.dc?.creators;
  return {
    id: guid,
    url: address(item.link ?? permalink ?? item.rdf?.about, base),
    title: plain(item.title),
    published: date(item.pubDate ?? item.dc?.dates?.[0]),
    outlet,
    content: page(item.content?.encoded, authors),
    summary: page(item.description, authors),
  };
}

function atomItem(
  entry: Partial<AtomFeed.Entry<string>>,
  base: string | undefined,
  feed: Partial<AtomFeed.Feed<string>>,
): FeedItem {
  const authors = (entry.authors ?? feed.authors)?.map(({ name }) => name);
  const title = entry.source?.title ?? feed.title;
  return {
    id: entry.id,
    url: address(linkOf(entry.links) ?? entry.content?.src, base),
    title: textConstruct(entry.title),
    published: date(entry.published ?? entry.updated),
    outlet: textConstruct(title),
    content: atomBody(entry.content, authors),
    summary: atomBody(entry.summary, authors),
  };
}

function jsonItem(
  item: Partial<JsonFeed.Item<string>>,
  base: string | undefined,
  feed: Partial<JsonFeed.Feed<string>>,
): FeedItem {
  const authors = (item.authors ?? feed.authors)?.map(({ name }) => name);
  return {
    id: item.id,
    url: address(item.url, base),
    title: spaced(item.title),
    published: date(item.date_published),
    outlet: spaced(feed.title),
    content: page(item.content_html, authors) ?? text(item.content_text),
    summary: text(item.summary),
  };
}

/** RFC 4287, 4.2.7.2: a link without a relation is the entry's own. */
function linkOf(links: Partial<AtomFeed.Link<string>>[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}

/** RFC 4287, 4.1.3.3: without a type, content is plain text. */
function atomBody(body: AtomFeed.Content | undefined, authors: Names): ItemBody | undefined {
  return /html/i.test(body?.type ?? 'text') ? page(body?.value, authors) : text(body?.value);
}

function textConstruct(title: AtomFeed.Text | undefined): string | undefined {
  return /html/i.test(title?.type ?? 'text') ? plain(title?.value) : spaced(title?.value);
}

type Names = readonly (string | undefined)[] | undefined;

function text(words: string | undefined): ItemBody | undefined {
  return words === undefined || words.trim() === '' ? undefined : { text: words };
}

/** A fragment as the page that it is all of: its authors as a page names them, nothing around it to be told apart. */
function page(fragment: string | undefined, authors: Names): ItemBody | undefined {
  if (fragment === undefined) return undefined;
  if (fragment.length < MAX_PLAIN && plain(fragment) === undefined) return undefined;
  const named = (authors ?? []).filter((name) => name !== undefined && name.trim() !== '');
  const head = named.map((name) => `<meta name="author" content="${escaped(name ?? '')}">`).join('');
  const body = /<(?:p|div|br|li|h\d)\b/i.test(fragment) ? fragment : paragraphs(fragment);
  return { html: `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>` };
}

function paragraphs(fragment: string): string {
  return fragment
    .split(/\n\s*\n/)
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}

/** As much of a fragment is looked at for its words; the parser's time grows with the square of how deep its tags nest. */
const MAX_PLAIN = 20_000;

/** The words of a fragment of HTML, or of the beginning of a long one, on one line. */
function plain(fragment: string | undefined): string | undefined {
  if (fragment === undefined) return undefined;
  const words: string[] = [];
  new Parser({ ontext: (part) => words.push(part) }).end(fragment.slice(0, MAX_PLAIN));
  return spaced(words.join(''));
}

function spaced(words: string | undefined): string | undefined {
  return words?.replace(/\s+/g, ' ').trim() || undefined;
}

function date(stated: string | undefined): string | undefined {
  return stated === undefined ? undefined : isoDate(stated);
}

function address(link: string | undefined, base: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const url = URL.parse(link.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

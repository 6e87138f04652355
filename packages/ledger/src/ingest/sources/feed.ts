import { fetchPage } from '@hearsay/input/fetch-page';
import { InputError } from '@hearsay/input/input-error';
import { decodePage } from '@hearsay/reader/page/charset';
import type { Incoming } from '../source.ts';
import type { Taken } from './byte-stream.ts';
import { type FeedItem, feedItems } from './feed-items.ts';
import { MAX_PAGE_BYTES } from './limits.ts';
import { pageInput } from './page.ts';
import { skip } from './skip.ts';

/** Pages fetched for one feed; feeds of news hold some tens of items. */
const MAX_PAGES = 500;

/** Where a feed came from. */
export interface FeedOrigin {
  name: string;
  /** Its address, where it was fetched: only then are the pages of its items fetched. */
  url?: string;
  contentType?: string;
  allowPrivate: boolean;
}

/**
 * The articles of a feed: RSS, RDF, Atom or JSON Feed. An item with its full content is read as it is. One with a summary
 * only is fetched by its link, one page at a time, if the feed was fetched itself; else its summary is read, with a
 * warning that says so. A feed that breaks off gives its whole items and a skip.
 */
export async function* feedArticles({ bytes, failure }: Taken, origin: FeedOrigin): AsyncGenerator<Incoming> {
  const whole = { input: origin.name, place: origin.name };
  let items: FeedItem[];
  try {
    if (bytes === null) {
      throw new InputError('too-large', `the feed is longer than ${MAX_PAGE_BYTES / 1e6} MB; split it`);
    }
    const found = feedItems(decodePage(bytes, origin.contentType).html, origin.url);
    items = found.items;
    if (failure !== undefined) yield skip(failure.thrown, whole);
    else if (found.brokenOff) yield skip(brokenOff(items.length), whole);
    else if (items.length === 0) throw new InputError('empty', 'the feed has no items');
  } catch (error) {
    yield skip(failure?.thrown ?? error, whole);
    return;
  }
  let fetched = 0;
  for (const [at, item] of items.entries()) {
    const place = `${origin.name}, item ${at + 1}`;
    try {
      if (item.content === undefined && item.url !== undefined && origin.url !== undefined) {
        if (fetched++ >= MAX_PAGES) {
          const way = 'give its address by itself';
          throw new InputError('too-many', `more than ${MAX_PAGES} items have to be fetched; ${way}`);
        }
        yield await fetchedItem(item.url, item.published, origin.allowPrivate, place);
      } else {
        yield itemArticle(item, place);
      }
    } catch (error) {
      yield skip(error, { input: item.url ?? item.id ?? place, place });
    }
  }
}

function brokenOff(items: number): InputError {
  return new InputError('truncated', `the feed breaks off after ${items} whole items, which are in; fetch it again`);
}

function itemArticle({ content, summary, published, title, url, outlet }: FeedItem, place: string): Incoming {
  const body = content ?? summary;
  if (body === undefined) throw new InputError('empty', 'the item has neither content nor a summary');
  return {
    kind: 'article',
    input: { ...body, url, published, title, outlet },
    place,
    ...(content === undefined ? { warnings: [summaryOnly(url)] } : {}),
  };
}

function summaryOnly(url: string | undefined) {
  const way = url === undefined ? '' : `; the whole article is at ${url}`;
  return { code: 'summary', message: `only the summary that a feed gives of it was read${way}` };
}

async function fetchedItem(
  url: string,
  published: string | undefined,
  allowPrivate: boolean,
  place: string,
): Promise<Incoming> {
  const page = await fetchPage(url, { allowPrivate, maxBytes: MAX_PAGE_BYTES });
  if (page.truncated !== undefined) throw new InputError('truncated', `${page.truncated}; try again`);
  // Its own title and outlet are better than the feed's, which names a section: only the date is taken along.
  const input = pageInput(page.bytes, { url: page.url, contentType: page.contentType, published });
  return { kind: 'article', input, place };
}

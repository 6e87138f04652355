import { InputError } from '@hearsay/input/input-error';
import { Parser } from 'htmlparser2';

/** Whether an address or its content type says that a feed is meant. */
export function namesFeed(name: string, contentType: string | undefined): boolean {
  if (/\b(?:application|text)\/(?:rss\+|atom\+|rdf\+)?xml\b|\bapplication\/feed\+json\b/i.test(contentType ?? ''))
    return true;
  const path = name.replace(/[?#].*$/, '');
  return /\.(?:atom|rdf|rss|xml)(?:\.gz)?$|\/(?:atom|feed|feeds|rss)\/?$/i.test(path);
}

/**
 * Passes a page that came where a feed was meant, if it plainly is one article's.
 * @throws {InputError} with code `not-a-feed` if it is not, naming the feeds that the page itself names.
 */
export function checkIsArticle(html: string, base: string | undefined): void {
  const { isArticle, feeds } = lookThrough(html, base);
  if (isArticle) return;
  const way =
    feeds.length > 0
      ? `it names its feed: ${feeds.join(' ')}`
      : "look for the site's own link to its feed (RSS), or give the address of an article";
  throw new InputError('not-a-feed', `it is an HTML page where a feed was expected; ${way}`);
}

/** As much of a page is looked at: what it says of itself stands in its head; the parser's time grows with the square of depth. */
const HEAD_LENGTH = 200_000;

/** Feeds named in a message: enough to choose from. */
const MAX_FEEDS = 3;

function lookThrough(html: string, base: string | undefined): { isArticle: boolean; feeds: string[] } {
  const feeds: string[] = [];
  // JSON-LD of one article says so at its top; a front page lists its articles below other types, and has og:type website.
  let isArticle = false;
  let inLinkedData = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inLinkedData = name === 'script' && /ld\+json/i.test(attributes.type ?? '');
      if (name === 'meta' && attributes.property?.toLowerCase() === 'og:type') {
        isArticle ||= attributes.content?.trim().toLowerCase() === 'article';
      }
      if (name === 'link' && isFeedLink(attributes) && feeds.length < MAX_FEEDS) {
        const url = URL.parse(attributes.href ?? '', base)?.href ?? attributes.href;
        if (url !== undefined) feeds.push(url.slice(0, 300));
      }
    },
    ontext(words) {
      if (inLinkedData) isArticle ||= /^\s*\{[^{}[\]]{0,400}"@type"\s*:\s*"[A-Za-z]{0,40}Article"/.test(words);
    },
  });
  parser.end(html.slice(0, HEAD_LENGTH));
  return { isArticle, feeds };
}

function isFeedLink({ rel, type }: { [name: string]: string }): boolean {
  return (
    /(?:^|\s)alternate(?:\s|$)/i.test(rel ?? '') && /^application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(type ?? '')
  );
}

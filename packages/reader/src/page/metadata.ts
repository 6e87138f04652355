import { agencyCredit } from '../article/agencies.ts';
import type { ArticleMetadata } from '../reading.ts';
import { isoDate } from './dates.ts';
import { type JsonLd, namesIn, readJsonLd, textIn } from './json-ld.ts';
import { StatedFacts } from './stated-facts.ts';
import { parseTree, type Tree } from './tree.ts';

/** What the caller knows of a page; it wins over what the page says. */
export interface PageOptions {
  url?: string | undefined;
  outlet?: string | undefined;
  published?: string | undefined;
  title?: string | undefined;
}

export interface PageMetadata {
  readonly metadata: ArticleMetadata;
  /** JSON-LD scripts that could not be read. */
  readonly brokenJsonLd: number;
}

type Origin = 'option' | 'json-ld' | 'og' | 'meta' | 'microdata' | 'page' | 'link' | 'url';

/**
 * What a page says of its article. Where sources disagree the first of these wins: the caller's options, JSON-LD, Open Graph (with its
 * `article:` properties), other meta elements, microdata, the visible page; the canonical link goes before all for `url`.
 * `origins` names the winner of each field.
 */
export function findMetadata(tree: Tree, options: PageOptions): PageMetadata {
  const page = new StatedFacts(tree);
  const json = readJsonLd(tree);
  const article = json.article ?? {};
  const origins: Record<string, string> = {};
  const pick = <T>(field: string, candidates: readonly (readonly [Origin, T | undefined])[]): T | undefined => {
    for (const [origin, value] of candidates) {
      if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      origins[field] = origin;
      return value;
    }
    return undefined;
  };

  const url = pick('url', urlCandidates(page, json, options));
  const outlet = pick('outlet', [
    ['option', line(options.outlet)],
    ['json-ld', line(namesIn(json, article.publisher)[0])],
    ['og', line(page.meta('og:site_name'))],
    [
      'meta',
      line(page.meta('application-name') ?? page.meta('apple-mobile-web-app-title') ?? page.meta('dc.publisher')),
    ],
    ['microdata', line(page.microdata('publisher'))],
    ['url', hostOf(url)],
  ]);
  const title = pick('title', [
    ['option', line(options.title)],
    ['json-ld', line(textIn(article.headline))],
    ['og', withoutOutlet(line(page.meta('og:title') ?? page.meta('twitter:title')), outlet)],
    ['microdata', line(page.microdata('headline'))],
    ['page', line(page.heading()) ?? withoutOutlet(line(page.title()), outlet)],
  ]);
  const bylines = pick('bylines', [
    ['json-ld', people(namesIn(json, article.author))],
    [
      'meta',
      people(
        ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl']
          .map((name) => page.meta(name) ?? '')
          .filter((name) => name !== '')
          .slice(0, 1),
      ),
    ],
    ['microdata', people([page.microdata('author') ?? ''])],
    ['page', people(page.visibleAuthors())],
  ]);
  const credit = bylines?.map(agencyCredit).find((agency) => agency !== undefined);
  if (credit !== undefined) origins.credit = origins.bylines;
  const published = pick('published', [
    ['option', options.published],
    ['json-ld', isoDate(textIn(article.datePublished))],
    [
      'og',
      isoDate(
        page.meta('article:published_time') ??
          page.meta('og:published_time') ??
          page.meta('og:article:published_time') ??
          '',
      ),
    ],
    [
      'meta',
      firstDate(page, [
        'datepublished',
        'parsely-pub-date',
        'sailthru.date',
        'dc.date.issued',
        'dc.date',
        'dcterms.created',
        'pubdate',
        'publish-date',
        'publishdate',
        'publish_date',
        'article.published',
        'date',
      ]),
    ],
    ['microdata', isoDate(page.microdata('datepublished') ?? '')],
    ['page', isoDate(page.visibleTime())],
  ]);
  const modified = pick('modified', [
    ['json-ld', isoDate(textIn(article.dateModified))],
    [
      'og',
      isoDate(
        page.meta('article:modified_time') ?? page.meta('og:updated_time') ?? page.meta('article:updated_time') ?? '',
      ),
    ],
    [
      'meta',
      firstDate(page, [
        'datemodified',
        'dc.date.modified',
        'dcterms.modified',
        'lastmod',
        'last-modified',
        'article.updated',
      ]),
    ],
    ['microdata', isoDate(page.microdata('datemodified') ?? '')],
  ]);
  const language = pick('language', [
    ['page', languageTag(page.language())],
    ['json-ld', languageTag(textIn(article.inLanguage))],
    ['og', languageTag(page.meta('og:locale') ?? '')],
    ['meta', languageTag(page.meta('content-language') ?? page.meta('dc.language') ?? '')],
  ]);

  return {
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(url === undefined ? {} : { url }),
      language: language ?? 'und',
      bylines: bylines?.filter((name) => agencyCredit(name) === undefined) ?? [],
      ...(credit === undefined ? {} : { credit }),
      ...(published === undefined ? {} : { published }),
      ...(modified === undefined ? {} : { modified }),
      origins,
    },
    brokenJsonLd: json.broken,
  };
}

/** Longest text taken for a title, a name or an outlet. */
const LONGEST_LINE = 500;

function urlCandidates(
  page: StatedFacts,
  json: JsonLd,
  options: PageOptions,
): (readonly [Origin, string | undefined])[] {
  const article = json.article ?? {};
  return [
    ['link', pageUrl(page.canonical(), options.url)],
    ['og', pageUrl(page.meta('og:url'), options.url)],
    ['json-ld', pageUrl(textIn(article.url) || textIn(article.mainEntityOfPage), options.url)],
    ['option', pageUrl(options.url, undefined)],
  ];
}

/** An address of a page on the web, made absolute; not of a site's front page where the page itself is known to be another. */
function pageUrl(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address === '' || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const isFrontPage = url.pathname === '/' && url.search === '';
  if (isFrontPage && base !== undefined && URL.canParse(base) && new URL(base).pathname !== '/') return undefined;
  return url.href;
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
}

function line(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const short = words.slice(0, 4 * LONGEST_LINE);
  const text = (/[<&]/.test(short) ? plainText(short) : short.toWellFormed()).replaceAll(/[\s\0]+/g, ' ').trim();
  return text === '' ? undefined : text.slice(0, LONGEST_LINE);
}

/** Markup and entities inside values, which some sites escape twice. */
function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return parseTree(html).text.join(' ');
}

/** "Dam holds | The Orlen Times" without the outlet at either end. */
function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (title === undefined || outlet === undefined) return title;
  const parts = title.split(/ (?:[|»·•–—-]|::) /);
  const name = outlet.toLowerCase();
  const same = (part: string | undefined) => part !== undefined && part.trim().toLowerCase() === name;
  if (parts.length > 1 && same(parts.at(-1)))
    return title
      .slice(0, title.length - (parts.at(-1)?.length ?? 0))
      .replace(/ \S{1,2} $/, '')
      .trim();
  if (parts.length > 1 && same(parts[0]))
    return title
      .slice(parts[0].length)
      .replace(/^ \S{1,2} /, '')
      .trim();
  return title;
}

/** Names of people and agencies; web addresses and handles are none. */
function people(names: readonly string[]): string[] {
  const found = names.flatMap((name) =>
    (line(name) ?? '')
      .replace(/^(?:(?:written|posted|reported|story) )?by:? /i, '')
      .split(/\s*(?:;|\||, and | and | & |,(?! (?:Jr|Sr|M\.?D|Ph\.?D|I{1,3})\b))\s*/i)
      .map((part) => part.replace(/^by /i, '').trim()),
  );
  return [...new Set(found)]
    .filter((name) => name.length > 1 && name.length < 80 && !/https?:|\/|@|^\d+$/.test(name))
    .slice(0, 20);
}

function firstDate(page: StatedFacts, names: readonly string[]): string | undefined {
  for (const name of names) {
    const date = isoDate(page.meta(name) ?? '');
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A BCP 47 tag, from "en_US" too. */
function languageTag(stated: string): string | undefined {
  const tag = stated.trim().replaceAll('_', '-').split(/[,; ]/)[0];
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) || /^und$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Query parameters that say who sent the reader, and not what is read. */
const TRACKING =
  /^(?:utm_.*|mc_[ce]id|fb_(?:action|comment|ref|source).*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|ttclid|cmpid?|cmp|icid|ito|ncid|ocid|ref|ref_src|ref_url|referrer|s_cid|smid|smtyp|spm|sr_share|wt_?mc.*|xtor|at_(?:campaign|medium|custom\d).*|_ga|_gl|guccounter|guce_referrer.*|mkt_tok|ns_.*|amp|outputtype)$/i;

/** Hosts' first labels that show the same page in another shape. */
const SHAPES = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;

/** Google's, Bing's and the AMP Project's copies of AMP pages: the page's own address stands in the path. */
const AMP_CACHES = /^(?:[^.]+\.cdn\.ampproject\.org|(?:www\.)?google\.[a-z.]+|(?:www\.)?bing-amp\.com)$/;

/**
 * One address for all under which a page is seen: without scheme's and host's variants (http, `www.`, `m.`, `amp.`, port,
 * case), fragment, tracking parameters, the order of the others, a trailing slash, and AMP's forms. The result names an
 * article; it need not be one that can be fetched. Undefined for what is no http(s) address.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = URL.parse(ampOriginal(address.trim()));
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = siteOf(url);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  return `https://${host}${port}${canonicalPath(url.pathname)}${query === '' ? '' : `?${query}`}`;
}

/**
 * The address that names an article: what its page calls its canonical address, where the page's own site says so; a page
 * cannot put itself in the place of another site's. Undefined where there is no address.
 */
export function articleUrl(given: string | undefined, found: string | undefined): string | undefined {
  const own = given === undefined ? undefined : canonicalUrl(given);
  const stated = found === undefined ? undefined : canonicalUrl(found);
  if (own === undefined || stated === undefined) return stated ?? own;
  return isSameSite(new URL(own).hostname, new URL(stated).hostname) ? stated : own;
}

function ampOriginal(address: string): string {
  const url = URL.parse(address);
  if (url === null || !AMP_CACHES.test(url.hostname)) return address;
  const inner = /^\/(?:amp|[cvwi])\/(?:(s)\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  return inner === null ? address : `http${inner[1] ?? ''}://${inner[2]}${url.search}`;
}

function siteOf(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(SHAPES, '');
}

function canonicalPath(path: string): string {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/(?:^\/amp(?=\/.)|\/amp\/?$|\.amp(?=\.html?$|$))/, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '/')
    .replace(/\/+$/, '');
  return plain === '' ? '/' : plain;
}

function isSameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

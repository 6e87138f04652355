import { useSyncExternalStore } from 'react';

/** A page and what it shows: the addresses of docs/desk.md. */
export type Address =
  | { page: 'desk' }
  | { page: 'article'; id: number }
  | { page: 'comparison'; id: number; before: number; after: number }
  | { page: 'claim'; id: number }
  | { page: 'story'; id: number }
  | { page: 'entity'; id: number }
  | { page: 'search'; q: string }
  | { page: 'unknown' };

/** What an address asks for. */
export function readAddress(url: URL): Address {
  const [, folder = '', number = '', part = '', rest] = url.pathname.split('/');
  if (url.pathname === '/') return { page: 'desk' };
  if (url.pathname === '/search') return { page: 'search', q: url.searchParams.get('q') ?? '' };
  const id = positive(number);
  if (id === null || rest !== undefined) return { page: 'unknown' };
  if (folder === 'articles' && part === 'comparison') {
    const before = positive(url.searchParams.get('before'));
    const after = positive(url.searchParams.get('after'));
    return before === null || after === null ? { page: 'unknown' } : { page: 'comparison', id, before, after };
  }
  if (part !== '') return { page: 'unknown' };
  if (folder === 'articles') return { page: 'article', id };
  if (folder === 'claims') return { page: 'claim', id };
  if (folder === 'stories') return { page: 'story', id };
  if (folder === 'entities') return { page: 'entity', id };
  return { page: 'unknown' };
}

/** The addresses that pages link to. */
export const hrefs = {
  desk: '/',
  article: (id: number) => `/articles/${id}`,
  /** Words of an article: painted there, and the assertion selected that has them as its content. */
  words: (id: number, start: number, end: number) => `/articles/${id}#words-${start}-${end}`,
  comparison: (id: number, before: number, after: number) =>
    `/articles/${id}/comparison?before=${before}&after=${after}`,
  claim: (id: number) => `/claims/${id}`,
  story: (id: number) => `/stories/${id}`,
  entity: (id: number) => `/entities/${id}`,
  search: (q: string) => (q === '' ? '/search' : `/search?q=${encodeURIComponent(q)}`),
};

/** An address that may stand in an `href`: what an article says can name any scheme. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

/** The address of the page as it is now. */
export function useLocation(): URL {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  return new URL(href);
}

/** Goes to another page of the desk, without loading it anew. */
export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  const before = window.location.pathname + window.location.search;
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  for (const listener of listeners) listener();
  if (how === 'push' && window.location.pathname + window.location.search !== before && !window.location.hash) {
    window.scrollTo(0, 0);
  }
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

function positive(digits: string | null): number | null {
  return digits !== null && /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

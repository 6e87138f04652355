import type {
  ArticleAnswer,
  ClaimAnswer,
  DecisionEntry,
  DeskAnswer,
  EntityAnswer,
  Page,
  Polarity,
  RevisionComparison,
  SearchAnswer,
  SkippedEntry,
  StoryAnswer,
  Suggestions,
} from '@hearsay/ledger/questions/answers';

/** An address of the API and, in its type, what is answered there. */
export type Route<Answer> = string & { readonly answer?: Answer };

export type SearchList = 'claims' | 'quotations' | 'articles' | 'entities';
export type ExportFormat = 'jsonl' | 'csv' | 'web-annotation' | 'claim-review' | 'citron';
export type ExportScope =
  | { q: string }
  | { claim: number }
  | { story: number }
  | { entity: number }
  | { article: number };

/** What editors merge and split. */
export type Merged = 'claim' | 'story' | 'entity';

/** The routes of docs/desk.md. */
export const routes = {
  desk: (since: string | null): Route<DeskAnswer> => withQuery('/api/desk', { since }),
  deskList: (since: string | null, list: 'stories' | 'changed'): Route<DeskAnswer> =>
    withQuery('/api/desk', { since, in: list }),
  article: (id: number): Route<ArticleAnswer> => `/api/articles/${id}`,
  comparison: (id: number, before: number, after: number): Route<RevisionComparison> =>
    withQuery(`/api/articles/${id}/comparison`, { before, after }),
  claim: (id: number): Route<ClaimAnswer> => `/api/claims/${id}`,
  evidence: (id: number, polarity: Polarity): Route<ClaimAnswer['evidence']['for']> =>
    withQuery(`/api/claims/${id}/evidence`, { polarity }),
  story: (id: number): Route<StoryAnswer> => `/api/stories/${id}`,
  storiesWith: (q: string): Route<DeskAnswer['stories']> => withQuery('/api/stories', { q }),
  storyArticles: (id: number): Route<StoryAnswer['articles']> => `/api/stories/${id}/articles`,
  storyClaims: (id: number): Route<StoryAnswer['claims']> => `/api/stories/${id}/claims`,
  singleClaims: (id: number): Route<StoryAnswer['claims']> => `/api/stories/${id}/single-claims`,
  entity: (id: number): Route<EntityAnswer> => `/api/entities/${id}`,
  said: (id: number): Route<EntityAnswer['said']> => `/api/entities/${id}/said`,
  about: (id: number): Route<EntityAnswer['about']> => `/api/entities/${id}/about`,
  actors: (id: number): Route<EntityAnswer['actors']> => `/api/entities/${id}/actors`,
  search: (q: string): Route<SearchAnswer> => withQuery('/api/search', { q }),
  searchList: (q: string, list: SearchList): Route<SearchAnswer> => withQuery('/api/search', { q, in: list }),
  suggestions: (q: string): Route<Suggestions> => withQuery('/api/suggestions', { q }),
  exported: (format: ExportFormat, scope: ExportScope): string => withQuery(`/api/exports/${format}`, { ...scope }),
  skipped: (): Route<Page<SkippedEntry>> => '/api/skipped',
  corrections: '/api/corrections.jsonl',
  decisions: '/api/decisions',
  decisionsAbout: (kind: Merged, id: number): Route<Page<DecisionEntry>> => withQuery('/api/decisions', { [kind]: id }),
  decision: (id: number): string => `/api/decisions/${id}`,
  ingests: '/api/ingests',
  events: (after: string) => (after === '' ? '/api/events' : `/api/events?after=${encodeURIComponent(after)}`),
} as const;

/** The same route from a cursor on. */
export function from<Answer>(route: Route<Answer>, cursor: string): Route<Answer> {
  return `${route}${route.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

function withQuery(path: string, query: Record<string, string | number | null>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== null);
  if (set.length === 0) return path;
  return `${path}?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}

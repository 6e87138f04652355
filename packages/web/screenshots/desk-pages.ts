/** An address of a running desk with a name for its picture. */
export interface DeskPage {
  readonly name: string;
  readonly path: string;
}

interface Cards {
  items: { id: number }[];
}

/** One page of each kind that a running desk has something for. Throws where the desk cannot be reached. */
export async function deskPages(desk: string): Promise<DeskPage[]> {
  const home = await ask<{ stories: { items: { id: number; articles: number }[] } }>(desk, '/api/desk');
  const pages: DeskPage[] = [{ name: 'desk', path: '/' }];
  // The story of most articles has something to show on every page.
  const story = home.stories.items.toSorted((one, other) => other.articles - one.articles)[0]?.id;
  if (story === undefined) return pages;
  pages.push({ name: 'story', path: `/stories/${story}` });

  const { claims, articles } = await ask<{
    claims: Cards;
    articles: { items: { article: { id: number; revisions: number } }[] };
  }>(desk, `/api/stories/${story}`);
  const claim = claims.items[0]?.id;
  if (claim !== undefined) {
    pages.push({ name: 'claim', path: `/claims/${claim}` });
    const { evidence } = await ask<{
      evidence: Record<'for' | 'against', { items: { speaker: { id: number; name: string } | null }[] }>;
    }>(desk, `/api/claims/${claim}`);
    const speaker = [...evidence.against.items, ...evidence.for.items].find((said) => said.speaker !== null)?.speaker;
    if (speaker) {
      pages.push({ name: 'entity', path: `/entities/${speaker.id}` });
      pages.push({ name: 'search', path: `/search?q=${encodeURIComponent(speaker.name.split(' ').at(-1) ?? '')}` });
    }
  }
  const first = articles.items[0]?.article;
  if (first !== undefined) pages.push({ name: 'article', path: `/articles/${first.id}#assertion-2` });
  const revised = articles.items.find(({ article }) => article.revisions > 1)?.article;
  if (revised !== undefined) {
    pages.push({ name: 'comparison', path: `/articles/${revised.id}/comparison?before=1&after=2` });
  }
  return pages;
}

async function ask<Answer>(desk: string, path: string): Promise<Answer> {
  const response = await fetch(new URL(path, desk));
  if (!response.ok) throw new Error(`${desk}${path} answered ${response.status}`);
  // The pages' own types: what a running desk answers is checked by its own tests.
  return (await response.json()) as Answer;
}

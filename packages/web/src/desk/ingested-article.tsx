import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { useAnswer } from '../api/answer-store.ts';
import { routes } from '../api/routes.ts';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** What a report that came in has brought: its assertions, and its claims, those that are new and those that others make too. */
export function IngestedArticle({ id }: { id: number }) {
  const { answer } = useAnswer(routes.article(id));
  return (
    <>
      <p>{answer && text.intake.brought({ assertions: answer.reading.assertions.length, ...claimsOf(answer) })}</p>
      <p className="ways">
        <Link href={hrefs.article(id)}>{text.intake.open(1)}</Link>
        {typeof answer?.article.storyId === 'number' && (
          <Link href={hrefs.story(answer.article.storyId)}>{text.intake.openStory}</Link>
        )}
      </p>
    </>
  );
}

function claimsOf({ assertions }: ArticleAnswer): { claims: number; joined: number } {
  const articlesOf = new Map(assertions.map(({ claimId, claimArticles }) => [claimId, claimArticles ?? 0]));
  articlesOf.delete(null);
  return { claims: articlesOf.size, joined: [...articlesOf.values()].filter((articles) => articles > 1).length };
}

import type { ArticleCard, Problem } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { ArticleRow } from '../article/article-row.tsx';
import { decide } from '../decisions/decisions.ts';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** An origin with the copies of its text folded under it. */
export function FoldedArticle({
  article,
  copies,
  changed,
}: {
  article: ArticleCard;
  copies: readonly ArticleCard[];
  changed: () => void;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function notACopy(copy: ArticleCard) {
    try {
      await decide('not-a-copy', { article: copy.id, of: article.id }, text.story.notCopyDone);
      changed();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  return (
    <>
      <ArticleRow article={{ ...article, copies: 0 }} />
      {copies.length > 0 && (
        <details className="folded">
          <summary>{text.story.folded(copies.length)}</summary>
          <ul>
            {copies.map((copy) => (
              <li key={copy.id}>
                <Link href={hrefs.article(copy.id)} data-row="" dir="auto">
                  {copy.title || text.article.noTitle}
                </Link>
                <p className="facts">
                  <bdi>{copy.outlet ?? text.noOutlet}</bdi>
                  <Moment at={copy.published ?? copy.addedAt} exact />
                  {copy.originReason && <bdi>{copy.originReason}</bdi>}
                  <button type="button" className="quiet" onClick={() => notACopy(copy)}>
                    {text.story.notCopy}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          {problem && <ProblemNotice problem={problem} />}
        </details>
      )}
    </>
  );
}

import type { ArticleCard, Problem } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { ArticleRow } from '../article/article-row.tsx';
import { decide } from '../decisions/decisions.ts';
import type { Picking } from '../decisions/picking.ts';
import { Pick } from '../decisions/split-form.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** An origin with the copies of its text folded under it. */
export function FoldedArticle({
  article,
  copies,
  picking,
  changed,
}: {
  article: ArticleCard;
  copies: readonly ArticleCard[];
  picking: Picking<ArticleCard>;
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
      <Pick picking={picking} items={[article, ...copies]} label={pickLabel(article)}>
        <ArticleRow article={{ ...article, copies: 0 }} />
      </Pick>
      {copies.length > 0 && (
        <details className="folded">
          <summary>{text.story.folded(copies.length)}</summary>
          <ul>
            {copies.map((copy) => (
              <li key={copy.id}>
                <Pick picking={picking} items={[copy]} label={pickLabel(copy)}>
                  <Link href={hrefs.article(copy.id)} data-row="" dir="auto">
                    {copy.title || text.article.noTitle}
                  </Link>
                </Pick>
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

function pickLabel({ title, outlet }: ArticleCard): string {
  return text.story.pick(title || text.article.noTitle, outlet ?? text.noOutlet);
}

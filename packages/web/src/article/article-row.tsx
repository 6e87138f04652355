import type { ArticleCard } from '@hearsay/ledger/questions/answers';
import type { ReactNode } from 'react';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** An article in a list. */
export function ArticleRow({ article, children }: { article: ArticleCard; children?: ReactNode }) {
  return (
    <article className="article-row">
      <h3>
        <Link href={hrefs.article(article.id)} data-row="" dir="auto">
          {article.title || text.article.noTitle}
        </Link>
      </h3>
      {children}
      <p className="facts">
        <bdi>{article.outlet ?? text.noOutlet}</bdi>
        <Moment at={article.published ?? article.addedAt} exact />
        {article.copies > 0 && <span>{text.counts.copies(article.copies)}</span>}
        {article.revisions > 1 && <span>{text.counts.revisions(article.revisions)}</span>}
      </p>
    </article>
  );
}

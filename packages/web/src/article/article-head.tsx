import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { hrefs, webAddress } from '../shell/address.ts';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** Headline, who published it and when, and how it stands to other articles and to its own revisions. */
export function ArticleHead({ answer, revision }: { answer: ArticleAnswer; revision: number }) {
  const { article, reading } = answer;
  const href = webAddress(article.url);
  const { bylines, credit } = reading.article;
  return (
    <header className="page-head article-head">
      <p className="kicker">
        <bdi>{article.outlet ?? text.noOutlet}</bdi>
      </p>
      <h1 dir="auto">{article.title || text.article.noTitle}</h1>
      <p className="facts">
        {bylines.length > 0 && (
          <span>
            {text.article.by} <bdi>{bylines.join(', ')}</bdi>
          </span>
        )}
        {credit && <bdi>{credit}</bdi>}
        {article.published !== null ? (
          <Moment at={article.published} exact />
        ) : (
          <span>
            {text.article.added} <Moment at={article.addedAt} exact />
          </span>
        )}
        {article.storyId !== null && <Link href={hrefs.story(article.storyId)}>{text.article.inStory}</Link>}
        {href !== null && (
          <a href={href} rel="noreferrer noopener" target="_blank">
            {text.article.source}
          </a>
        )}
      </p>
      {(article.originId !== article.id || article.copies > 0 || answer.revisions.length > 1) && (
        <p className="facts">
          {article.originId !== article.id && (
            <span>
              <Link href={hrefs.article(article.originId)}>{text.article.copyOf}</Link>
              {article.originReason && (
                <>
                  {' '}
                  (<bdi>{article.originReason}</bdi>)
                </>
              )}
            </span>
          )}
          {article.copies > 0 && <span>{text.article.copied(article.copies)}</span>}
          {answer.revisions.length > 1 && (
            <span>
              {text.article.revision(revision, answer.revisions.length)}:{' '}
              <Link href={hrefs.comparison(article.id, Math.max(1, revision - 1), revision)}>
                {text.article.compare}
              </Link>
            </span>
          )}
        </p>
      )}
      <ExportLinks scope={{ article: article.id }} label={text.article.exports} />
    </header>
  );
}

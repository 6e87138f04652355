import './story.css';
import type { ArticleCard, DeskAnswer, StoryAnswer } from '@hearsay/ledger/questions/answers';
import { askAgain } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { ClaimRow } from '../claim/claim-row.tsx';
import { DecisionHistory } from '../decisions/decision-history.tsx';
import { decide } from '../decisions/decisions.ts';
import { type Candidate, MergeForm } from '../decisions/merge-form.tsx';
import { usePicking } from '../decisions/picking.ts';
import { SplitForm } from '../decisions/split-form.tsx';
import { Rows } from '../rows/rows.tsx';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';
import { formatMoment, Moment } from '../time/moment.tsx';
import { Timeline } from '../time/timeline.tsx';
import { FoldedArticle } from './folded-article.tsx';
import { Quotations } from './quotations.tsx';
import { SingleClaims } from './single-claims.tsx';
import { Tolls } from './tolls.tsx';

/** One event: what is claimed about it, how its figures went, who reported it and who only repeats. */
export default function StoryPage({ id }: { id: number }) {
  return (
    <Answered route={routes.story(id)} touches={({ stories }) => stories.includes(id)}>
      {(answer) => <StoryView answer={answer} />}
    </Answered>
  );
}

function StoryView({ answer }: { answer: StoryAnswer }) {
  const { story } = answer;
  usePageTitle(story.title);
  const claims = useList(answer.claims, routes.storyClaims(story.id), (page) => page);
  const articles = useList(answer.articles, routes.storyArticles(story.id), (page) => page);
  const picking = usePicking<ArticleCard>(({ id }) => id);

  async function split(picked: readonly ArticleCard[]) {
    const ids = picked.map(({ id }) => id);
    await decide('story-split', { story: story.id, articles: ids }, text.story.splitDone);
    askAgain();
  }

  return (
    <div className="story-page">
      <header className="page-head">
        <p className="kicker">{text.story.kicker}</p>
        <h1 dir="auto">{story.title}</h1>
        <p className="facts">
          <strong>{text.counts.originals(story.origins)}</strong>
          <span>{text.counts.articles(story.articles)}</span>
          <span>{text.counts.copies(story.copies)}</span>
          <span>
            {text.counts.claims(story.claims)}
            {story.openClaims > 0 && `, ${text.counts.openClaims(story.openClaims)}`}
          </span>
          <span>
            {text.desk.began} <Moment at={story.firstAt} exact />
          </span>
          <span>
            {text.desk.lastChange} <Moment at={story.changedAt} exact />
          </span>
        </p>
        <ExportLinks scope={{ story: story.id }} label={text.story.exports} />
      </header>

      <div className="story-columns">
        <div>
          <section aria-labelledby="claims">
            <header className="section-head">
              <h2 id="claims">{text.story.claims}</h2>
              <p className="section-note">
                {text.number(claims.total)} {text.story.claimsHint}
              </p>
            </header>
            {claims.total === 0 ? (
              <p className="nothing">{text.story.noClaims}</p>
            ) : (
              <Rows list={claims} keyOf={(claim) => claim.id} estimate={96}>
                {(claim) => <ClaimRow claim={claim} />}
              </Rows>
            )}
            <SingleClaims story={story.id} />
          </section>
          {answer.tolls.length > 0 && (
            <section aria-labelledby="tolls">
              <header className="section-head">
                <h2 id="tolls">{text.story.tolls}</h2>
                <p className="section-note">{text.story.tollsHint}</p>
              </header>
              <Tolls tolls={answer.tolls} />
            </section>
          )}
          <section aria-labelledby="quotations">
            <header className="section-head">
              <h2 id="quotations">{text.story.quotations}</h2>
            </header>
            {answer.quotations.length === 0 ? (
              <p className="nothing">{text.story.noQuotations}</p>
            ) : (
              <Quotations quotations={answer.quotations} />
            )}
          </section>
        </div>
        <div>
          <section aria-labelledby="articles">
            <header className="section-head">
              <h2 id="articles">{text.story.articles}</h2>
              <p className="section-note">{text.counts.originals(articles.total)}</p>
            </header>
            {articles.total === 0 ? (
              <p className="nothing">{text.story.noArticles}</p>
            ) : (
              <SplitForm
                picking={picking}
                total={story.articles}
                words={{ begin: text.story.splitBegin, hint: text.story.splitHint, split: text.story.split }}
                split={split}
              >
                <Rows list={articles} keyOf={({ article }) => article.id} estimate={90}>
                  {({ article, copies }) => (
                    <FoldedArticle article={article} copies={copies} picking={picking} changed={askAgain} />
                  )}
                </Rows>
              </SplitForm>
            )}
          </section>
          <section aria-labelledby="timeline">
            <header className="section-head">
              <h2 id="timeline">{text.story.timeline}</h2>
            </header>
            {answer.timeline.length === 0 ? (
              <p className="nothing">{text.story.noTimeline}</p>
            ) : (
              <Timeline entries={answer.timeline} />
            )}
          </section>
          <MergeForm kind="story" self={story.id} find={storiesWith} />
          <DecisionHistory kind="story" self={story.id} />
        </div>
      </div>
    </div>
  );
}

/** Stories are found by the words of their articles and headlines. */
async function storiesWith(words: string): Promise<Candidate[]> {
  const { items } = await request<DeskAnswer['stories']>(routes.storiesWith(words));
  return items.map(({ id, title, articles, firstAt }) => ({
    id,
    name: title,
    facts: text.merge.facts(text.counts.articles(articles), formatMoment(new Date(firstAt), true)),
  }));
}

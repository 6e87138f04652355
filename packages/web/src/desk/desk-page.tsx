import './desk.css';
import type { DeskAnswer } from '@hearsay/ledger/questions/answers';
import { useRef, useState } from 'react';
import { ask, useAnswer } from '../api/answer-store.ts';
import { useEvents } from '../api/events.ts';
import { useList } from '../api/list.ts';
import { type Route, routes } from '../api/routes.ts';
import { ClaimRow } from '../claim/claim-row.tsx';
import { Rows } from '../rows/rows.tsx';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { StoryRow } from '../story/story-row.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { Intake } from './intake.tsx';
import { Totals } from './totals.tsx';
import { markSeen, visit } from './visits.ts';

/** A change that comes this soon after an ingest begun here is its own, in milliseconds. */
const OWN_CHANGE = 4000;

/** What changed, which stories there are, and the box that reads new reports. */
export default function DeskPage() {
  usePageTitle(text.desk.title);
  const [since, setSince] = useState(visit);
  const [news, setNews] = useState<ReadonlySet<number>>(new Set());
  const route = routes.desk(since);

  const ownIngest = useRef(Number.NEGATIVE_INFINITY);
  useEvents('change', (change) => {
    // What was read here is what its reader waits for: it is shown at once.
    if (performance.now() - ownIngest.current < OWN_CHANGE) ask(route);
    else setNews((before) => new Set([...before, ...change.stories]));
  });

  function show() {
    setNews(new Set());
    ask(route);
  }

  return (
    <>
      <h1 className="unseen">{text.desk.title}</h1>
      <div className="desk">
        <div className="desk-side">
          <Intake
            finished={() => {
              ownIngest.current = performance.now();
              show();
            }}
          />
          <DeskTotals route={route} />
        </div>
        <div className="desk-main">
          <Answered route={route}>
            {(answer) => (
              <Lists answer={answer} since={since} seen={() => setSince(markSeen())} news={news.size} show={show} />
            )}
          </Answered>
        </div>
      </div>
    </>
  );
}

function Lists({
  answer,
  since,
  seen,
  news,
  show,
}: {
  answer: DeskAnswer;
  since: string | null;
  seen: () => void;
  /** How many stories changed since these lists were asked for. */
  news: number;
  show: () => void;
}) {
  const changed = useList(answer.changed, routes.deskList(since, 'changed'), (more) => more.changed);
  const stories = useList(answer.stories, routes.deskList(since, 'stories'), (more) => more.stories);
  return (
    <>
      <section aria-labelledby="changed">
        <header className="section-head">
          <h2 id="changed">{since === null ? text.desk.changedFirst : text.desk.changed}</h2>
          {since !== null && (
            <p className="section-note">
              {text.desk.since} <Moment at={since} exact />
            </p>
          )}
          {changed.total > 0 && (
            <button type="button" className="quiet" onClick={seen}>
              {text.desk.seen}
            </button>
          )}
        </header>
        {changed.total === 0 ? (
          <p className="nothing">{since === null ? text.desk.noChangeYet : text.desk.noChange}</p>
        ) : (
          <Rows list={changed} keyOf={(claim) => claim.id} estimate={96}>
            {/* Whoever is here for the first time has seen nothing that anything could be new to. */}
            {(claim) => <ClaimRow claim={claim} before={since === null ? undefined : claim.before} />}
          </Rows>
        )}
      </section>
      <section aria-labelledby="stories">
        <header className="section-head">
          <h2 id="stories">{text.desk.stories}</h2>
          <p className="section-note">{text.desk.storiesHint}</p>
          <p className="news" role="status">
            {news > 0 && (
              <>
                {text.desk.news(news)}{' '}
                <button type="button" className="quiet" onClick={show}>
                  {text.desk.showNews}
                </button>
              </>
            )}
          </p>
        </header>
        {stories.total === 0 ? (
          <div className="nothing">
            <p>{text.desk.noStories}</p>
            <p>{text.desk.noStoriesHint}</p>
          </div>
        ) : (
          <>
            <ExportLinks scope={{ q: '' }} label={text.desk.exports} />
            <Rows list={stories} keyOf={(story) => story.id} estimate={84} last>
              {(story) => <StoryRow story={story} />}
            </Rows>
          </>
        )}
      </section>
    </>
  );
}

function DeskTotals({ route }: { route: Route<DeskAnswer> }) {
  const { answer } = useAnswer(route);
  return answer && <Totals totals={answer.totals} />;
}

import './claim.css';
import type { ClaimAnswer } from '@hearsay/ledger/questions/answers';
import { lazy, Suspense } from 'react';
import { ask } from '../api/answer-store.ts';
import { routes } from '../api/routes.ts';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { CertaintyTable } from './certainty-table.tsx';
import { EvidenceSide } from './evidence-side.tsx';
import { layoutGraph } from './graph-layout.ts';
import { GraphList } from './graph-list.tsx';
import { StatusHistory } from './status-history.tsx';
import { Variants } from './variants.tsx';
import { Verdicts } from './verdicts.tsx';

const OriginGraphChart = lazy(() => import('./origin-graph.tsx'));
const CertaintyChart = lazy(() => import('./certainty-chart.tsx'));

/** One proposition: its status and why, where it comes from, what speaks for and against it. */
export default function ClaimPage({ id }: { id: number }) {
  return (
    <Answered route={routes.claim(id)} touches={({ claims }) => claims.includes(id)}>
      {(answer) => <ClaimView answer={answer} />}
    </Answered>
  );
}

function ClaimView({ answer }: { answer: ClaimAnswer }) {
  const { claim, graph } = answer;
  usePageTitle(claim.text);
  return (
    <div className="claim-page">
      <header className="page-head">
        <p className="kicker">{text.claim.kicker}</p>
        <h1 dir="auto">{claim.text}</h1>
        <div className={`verdict-line status-line-${claim.status}`}>
          <StatusBadge status={claim.status} />
          <p>{claim.reason}</p>
        </div>
        <p className="facts">
          <span>{text.counts.origins(claim.origins)}</span>
          <span>{text.counts.articles(claim.articles)}</span>
          <span>
            {text.claim.first} <Moment at={claim.firstAt} exact />
          </span>
          <span>
            {text.claim.changed} <Moment at={claim.changedAt} exact />
          </span>
          {claim.storyId !== null && <Link href={hrefs.story(claim.storyId)}>{text.claim.inStory}</Link>}
        </p>
        <ExportLinks scope={{ claim: claim.id }} label={text.claim.exports} />
      </header>

      <section aria-labelledby="graph">
        <header className="section-head">
          <h2 id="graph">{text.claim.graph}</h2>
        </header>
        {graph.nodes.length === 0 ? (
          <p className="nothing">{text.claim.noGraph}</p>
        ) : (
          <>
            <p className="hint">{text.claim.graphHint}</p>
            {/* The room is kept while the chart's script is on its way: nothing moves when it comes. */}
            <div className="chart-place" style={{ minHeight: layoutGraph(graph).lanes * 38 + 24 }}>
              <Suspense fallback={null}>
                <OriginGraphChart graph={graph} />
              </Suspense>
            </div>
            {graph.leftOut > 0 && <p className="hint">{text.claim.graphLeftOut(graph.leftOut)}</p>}
            <GraphList graph={graph} />
          </>
        )}
      </section>

      <section aria-labelledby="evidence">
        <header className="section-head">
          <h2 id="evidence">{text.claim.evidence}</h2>
        </header>
        <div className="evidence-sides">
          {(['for', 'against', 'observing'] as const).map((polarity) => (
            <EvidenceSide key={polarity} claim={claim.id} polarity={polarity} first={answer.evidence[polarity]} />
          ))}
        </div>
      </section>

      <div className="two-columns">
        <section aria-labelledby="certainty">
          <header className="section-head">
            <h2 id="certainty">{text.claim.certainty}</h2>
          </header>
          {answer.certainty.length > 0 && (
            <>
              <div className="chart-place" style={{ minHeight: 206 }}>
                <Suspense fallback={null}>
                  <CertaintyChart points={answer.certainty} />
                </Suspense>
              </div>
              <CertaintyTable points={answer.certainty} />
            </>
          )}
        </section>
        <section aria-labelledby="history">
          <header className="section-head">
            <h2 id="history">{text.claim.history}</h2>
          </header>
          <StatusHistory history={answer.history} />
        </section>
        <section aria-labelledby="variants">
          <header className="section-head">
            <h2 id="variants">{text.claim.variants}</h2>
          </header>
          {answer.variants.length === 0 ? (
            <p className="nothing">{text.claim.noVariants}</p>
          ) : (
            <>
              <p className="hint">{text.claim.variantsHint}</p>
              <Variants variants={answer.variants} />
            </>
          )}
        </section>
        <Verdicts claim={claim.id} verdicts={answer.verdicts} changed={() => ask(routes.claim(claim.id))} />
        {answer.contradictions.length > 0 && (
          <section aria-labelledby="contradictions">
            <header className="section-head">
              <h2 id="contradictions">{text.claim.contradictions}</h2>
            </header>
            <ul className="contradictions">
              {answer.contradictions.map((other) => (
                <li key={`${other.claimId} ${other.text}`}>
                  {other.claimId === null ? (
                    <bdi>{other.text}</bdi>
                  ) : (
                    <Link href={hrefs.claim(other.claimId)} dir="auto">
                      {other.text}
                    </Link>
                  )}
                  <p className="hint">{other.why}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

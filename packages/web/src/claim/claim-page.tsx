import './claim.css';
import type { ClaimAnswer, ClaimEvidence, SearchAnswer } from '@hearsay/ledger/questions/answers';
import { lazy, Suspense } from 'react';
import { askAgain } from '../api/answer-store.ts';
import { request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { DecisionHistory } from '../decisions/decision-history.tsx';
import { decide } from '../decisions/decisions.ts';
import { type Candidate, MergeForm } from '../decisions/merge-form.tsx';
import { usePicking } from '../decisions/picking.ts';
import { SplitForm } from '../decisions/split-form.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';
import { formatMoment, Moment } from '../time/moment.tsx';
import { CertaintyTable } from './certainty-table.tsx';
import { EvidenceSide } from './evidence-side.tsx';
import { layoutGraph } from './graph-layout.ts';
import { GraphLegend } from './graph-legend.tsx';
import { GraphList } from './graph-list.tsx';
import { StatusHistory } from './status-history.tsx';
import { Variants } from './variants.tsx';
import { Verdicts } from './verdicts.tsx';
import { withoutStatus } from './without-status.ts';

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
  const { claim, graph, history } = answer;
  usePageTitle(claim.title);
  const picking = usePicking<ClaimEvidence>(({ assertionId }) => assertionId);

  async function split(picked: readonly ClaimEvidence[]) {
    const assertions = picked.map(({ articleId, revisionId, content: [{ start, end }] }) => ({
      article: articleId,
      revision: revisionId,
      start,
      end,
    }));
    await decide('claim-split', { claim: claim.id, assertions }, text.claim.splitDone);
    askAgain();
  }

  return (
    <div className="claim-page">
      <header className="page-head">
        <p className="kicker">{text.claim.kicker}</p>
        <h1 dir="auto">{claim.title}</h1>
        <div className={`verdict-line status-line-${claim.status}`}>
          <StatusBadge status={claim.status} />
          <p>{withoutStatus(claim.reason)}</p>
        </div>
        <p className="facts">
          <span>{text.counts.claimOrigins(claim)}</span>
          <span>{text.counts.articles(claim.articles)}</span>
          <span>
            {text.claim.first} <Moment at={claim.firstAt} exact />
          </span>
          <span>
            {text.claim.changed} <Moment at={history.at(-1)?.at ?? claim.changedAt} exact />
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
            <GraphLegend graph={graph} />
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
        <p className="hint">{text.claim.evidenceHint}</p>
        <SplitForm
          picking={picking}
          total={claim.for + claim.against + claim.observing}
          words={{ begin: text.claim.splitBegin, hint: text.claim.splitHint, split: text.claim.split }}
          split={split}
        >
          <div className="evidence-sides">
            {(['for', 'against', 'observing'] as const).map((polarity) => (
              <EvidenceSide
                key={polarity}
                claim={claim.id}
                polarity={polarity}
                first={answer.evidence[polarity]}
                picking={picking}
              />
            ))}
          </div>
        </SplitForm>
      </section>

      <div className="two-columns">
        <div>
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
        </div>
        <div>
          <section aria-labelledby="history">
            <header className="section-head">
              <h2 id="history">{text.claim.history}</h2>
            </header>
            <StatusHistory history={answer.history} />
          </section>
          <Verdicts claim={claim.id} verdicts={answer.verdicts} changed={askAgain} />
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
          <MergeForm kind="claim" self={claim.id} find={claimsWith} />
          <DecisionHistory kind="claim" self={claim.id} />
        </div>
      </div>
    </div>
  );
}

async function claimsWith(words: string): Promise<Candidate[]> {
  const { claims } = await request<SearchAnswer>(routes.searchList(words, 'claims'));
  return claims.items.map(({ id, title: name, status, articles, firstAt }) => ({
    id,
    name,
    facts: `${text.status[status]}, ${text.merge.facts(text.counts.articles(articles), formatMoment(new Date(firstAt), true))}`,
  }));
}

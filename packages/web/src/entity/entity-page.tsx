import './entity.css';
import type { EntityAnswer, SearchAnswer } from '@hearsay/ledger/questions/answers';
import { askAgain } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { DecisionHistory } from '../decisions/decision-history.tsx';
import { type Candidate, MergeForm } from '../decisions/merge-form.tsx';
import { EvidenceRow } from '../evidence/evidence-row.tsx';
import { Rows } from '../rows/rows.tsx';
import { hrefs } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';
import { Timeline } from '../time/timeline.tsx';
import { Names } from './names.tsx';
import { Statements } from './statements.tsx';

/** One who speaks: what they said, through whom, when, and who speaks about them. */
export default function EntityPage({ id }: { id: number }) {
  return <Answered route={routes.entity(id)}>{(answer) => <EntityView answer={answer} />}</Answered>;
}

function EntityView({ answer }: { answer: EntityAnswer }) {
  const { entity } = answer;
  usePageTitle(entity.name);
  const said = useList(answer.said, routes.said(entity.id), (page) => page);
  const about = useList(answer.about, routes.about(entity.id), (page) => page);
  return (
    <div className="entity-page">
      <header className="page-head">
        <p className="kicker">{text.entity.kicker[entity.type]}</p>
        <h1 dir="auto">{entity.name}</h1>
        {entity.aliases.length > 0 && (
          <p className="aliases">
            {text.entity.aliases}:{' '}
            {entity.aliases.map((alias, place) => (
              <span key={alias}>
                {place > 0 && ', '}
                <bdi>{alias}</bdi>
              </span>
            ))}
          </p>
        )}
        <p className="facts">
          <span>{text.counts.assertions(entity.assertions)}</span>
          <span>{text.counts.articles(entity.articles)}</span>
        </p>
        <ExportLinks scope={{ entity: entity.id }} label={text.entity.exports} />
      </header>

      <div className="story-columns">
        <div>
          <section aria-labelledby="said">
            <header className="section-head">
              <h2 id="said">{text.entity.said}</h2>
              <p className="section-note">{text.number(said.total)}</p>
            </header>
            {said.total === 0 ? (
              <p className="nothing">{text.entity.nothingSaid}</p>
            ) : (
              <Rows list={said} keyOf={(evidence) => evidence.assertionId} estimate={120}>
                {(evidence) => <EvidenceRow evidence={evidence} showSpeaker={false} />}
              </Rows>
            )}
          </section>
          <section aria-labelledby="about">
            <header className="section-head">
              <h2 id="about">{text.entity.about}</h2>
              <p className="section-note">{text.entity.mentionedIn(about.total)}</p>
            </header>
            {about.items.length === 0 && about.more === null ? (
              <p className="nothing">{text.entity.nobodySpeaks}</p>
            ) : (
              <Rows list={about} keyOf={(evidence) => evidence.assertionId} estimate={150}>
                {(evidence) => <EvidenceRow evidence={evidence} />}
              </Rows>
            )}
          </section>
        </div>
        <div>
          <section aria-labelledby="statements">
            <header className="section-head">
              <h2 id="statements">{text.entity.statements}</h2>
            </header>
            {answer.statements.length === 0 ? (
              <p className="nothing">{text.entity.noStatements}</p>
            ) : (
              <Statements statements={answer.statements} />
            )}
          </section>
          <section aria-labelledby="through">
            <header className="section-head">
              <h2 id="through">{text.entity.through}</h2>
            </header>
            {answer.through.length === 0 ? (
              <p className="nothing">{text.entity.noThrough}</p>
            ) : (
              <ul className="through">
                {answer.through.map(({ name, entityId, count }) => (
                  <li key={`${entityId} ${name}`}>
                    {entityId === null ? (
                      <bdi>{name}</bdi>
                    ) : (
                      <Link href={hrefs.entity(entityId)} dir="auto">
                        {name}
                      </Link>
                    )}{' '}
                    <small>{text.counts.times(count)}</small>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="timeline">
            <header className="section-head">
              <h2 id="timeline">{text.entity.timeline}</h2>
            </header>
            {answer.timeline.length === 0 ? (
              <p className="nothing">{text.entity.noTimeline}</p>
            ) : (
              <Timeline entries={answer.timeline} />
            )}
          </section>
          <Names entity={entity.id} first={answer.actors} changed={askAgain} />
          <MergeForm kind="entity" self={entity.id} find={entitiesNamed} />
          <DecisionHistory kind="entity" self={entity.id} />
        </div>
      </div>
    </div>
  );
}

async function entitiesNamed(name: string): Promise<Candidate[]> {
  const { entities } = await request<SearchAnswer>(routes.searchList(name, 'entities'));
  return entities.items.map(({ id, name, type, assertions }) => ({
    id,
    name,
    facts: `${text.entity.kicker[type]}, ${text.search.said(assertions)}`,
  }));
}

import type { EntityAnswer, Problem } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { useList } from '../api/list.ts';
import { problemOf } from '../api/problem.ts';
import { routes } from '../api/routes.ts';
import { decide } from '../decisions/decisions.ts';
import { Rows } from '../rows/rows.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

type Actor = EntityAnswer['actors']['items'][number];

const keyOf = ({ revisionId, ordinal }: Actor) => `${revisionId}-${ordinal}`;

/** The names under which an entity stands in single articles; those that are somebody else can be split off. */
export function Names({
  entity,
  first,
  changed,
}: {
  entity: number;
  first: EntityAnswer['actors'];
  changed: () => void;
}) {
  const list = useList(first, routes.actors(entity), (page) => page);
  const [ticked, setTicked] = useState<ReadonlyMap<string, Actor>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);

  function tick(actor: Actor, on: boolean) {
    const next = new Map(ticked);
    if (on) next.set(keyOf(actor), actor);
    else next.delete(keyOf(actor));
    setTicked(next);
  }

  async function split() {
    const actors = [...ticked.values()].map(({ revisionId, ordinal }) => ({ revision: revisionId, ordinal }));
    try {
      await decide('entity-split', { entity, actors }, text.entity.splitDone);
      setTicked(new Map());
      changed();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  return (
    <section aria-labelledby="names" className="names">
      <header className="section-head">
        <h2 id="names">{text.entity.names}</h2>
      </header>
      <p className="hint">{text.entity.namesHint}</p>
      <Rows list={list} keyOf={keyOf} estimate={52}>
        {(actor) => (
          <div className="name-row">
            <label className="tick">
              <input
                type="checkbox"
                checked={ticked.has(keyOf(actor))}
                onChange={(event) => tick(actor, event.target.checked)}
              />
              <bdi>{actor.name}</bdi>
            </label>
            <p className="facts">
              <Link href={hrefs.article(actor.articleId)} dir="auto">
                {actor.title || text.article.noTitle}
              </Link>
              <bdi>{actor.outlet ?? text.noOutlet}</bdi>
              <Moment at={actor.at} />
            </p>
          </div>
        )}
      </Rows>
      {problem && <ProblemNotice problem={problem} />}
      <button type="button" disabled={ticked.size === 0} onClick={split}>
        {text.entity.split(ticked.size)}
      </button>
    </section>
  );
}

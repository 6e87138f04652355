import type { IngestProgress } from '@hearsay/ledger/questions/answers';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEvents } from '../api/events.ts';
import { request } from '../api/request.ts';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { IngestedArticle } from './ingested-article.tsx';

/** How soon an ingest that was begun here is asked after again, in milliseconds. */
const ASK_AGAIN = 3000;

/** Ingests that run now or were begun here, as they go on. */
export function IngestProgressList({ begun, finished }: { begun: readonly number[]; finished: () => void }) {
  const [heard, setHeard] = useState<ReadonlyMap<number, IngestProgress>>(new Map());
  const told = useRef(new Set<number>());

  const hear = (progress: IngestProgress) => {
    // An answer on its way can be overtaken by the event that it is over.
    if (progress.state === 'running' && told.current.has(progress.id)) return;
    setHeard((before) => new Map(before).set(progress.id, progress));
    if (progress.state !== 'running' && !told.current.has(progress.id)) {
      told.current.add(progress.id);
      finished();
    }
  };
  useEvents('ingest', hear);

  // A short ingest can be over before an event of it is heard.
  const ask = useEffectEvent((id: number) => {
    if (!told.current.has(id)) request<IngestProgress>(`/api/ingests/${id}`).then(hear, () => {});
  });
  useEffect(() => {
    const askAll = () => {
      for (const id of begun) ask(id);
    };
    askAll();
    const asking = setInterval(askAll, ASK_AGAIN);
    return () => clearInterval(asking);
  }, [begun]);

  const shown = [...heard.values()].sort((one, other) => other.id - one.id);
  return (
    <ul className="ingests" aria-label={text.intake.progress} aria-live="polite">
      {shown.map((progress) => (
        <li key={progress.id}>
          <Progress progress={progress} />
          {progress.state !== 'running' && (
            <button
              type="button"
              className="quiet"
              onClick={() => setHeard(new Map([...heard].filter(([id]) => id !== progress.id)))}
            >
              {text.intake.dismiss}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Progress({ progress }: { progress: IngestProgress }) {
  const { state, added, revised, known, skipped, total, articles, errors } = progress;
  const done = added + revised + known + skipped;
  const last = articles.at(-1);
  return (
    <>
      <p className="ingest-state">
        {state === 'running'
          ? text.intake.running(done, total)
          : state === 'done'
            ? text.intake.done
            : text.intake.failed}
      </p>
      {state === 'running' && (
        <progress
          aria-label={text.intake.progress}
          {...(total === null ? {} : { value: done, max: Math.max(1, total) })}
        />
      )}
      <p className="facts">
        {added > 0 && <span>{text.intake.added(added)}</span>}
        {revised > 0 && <span>{text.intake.revised(revised)}</span>}
        {known > 0 && <span>{text.intake.known(known)}</span>}
        {skipped > 0 && <span>{text.intake.skipped(skipped)}</span>}
      </p>
      {last !== undefined &&
        (articles.length === 1 && state === 'done' ? (
          <IngestedArticle id={last} />
        ) : (
          <Link href={hrefs.article(last)}>{text.intake.open(articles.length)}</Link>
        ))}
      {errors.length > 0 && (
        <details open={errors.length < 4}>
          <summary>{text.intake.errors(errors.length)}</summary>
          <ul className="errors">
            {errors.map((error) => (
              <li key={`${error.input} ${error.reason}`}>
                <bdi>{error.input}</bdi>: {error.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

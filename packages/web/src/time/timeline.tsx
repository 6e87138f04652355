import type { TimelineEntry } from '@hearsay/ledger/questions/answers';
import type { ReactNode } from 'react';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from './moment.tsx';

/** What happened when, of a story or an entity; gaps stand as gaps. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries can be alike
        <li key={place} className={`timeline-${entry.kind}`}>
          <Moment at={entry.at} exact={entry.kind !== 'gap'} />
          <div>
            <span className="timeline-kind">{text.timeline[entry.kind]}</span>{' '}
            {entry.kind === 'gap' ? <span>{text.timeline.days(entry.days ?? 0)}</span> : linked(entry)}
          </div>
        </li>
      ))}
    </ol>
  );
}

function linked({ text: words, claimId, articleId, entityId }: TimelineEntry): ReactNode {
  const href =
    claimId !== null
      ? hrefs.claim(claimId)
      : articleId !== null
        ? hrefs.article(articleId)
        : entityId !== null
          ? hrefs.entity(entityId)
          : null;
  if (href === null) return <bdi>{words}</bdi>;
  return (
    <Link href={href} dir="auto">
      {words}
    </Link>
  );
}

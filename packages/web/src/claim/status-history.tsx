import type { StatusChange } from '@hearsay/ledger/questions/answers';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { withoutStatus } from './without-status.ts';

/** How a claim came to its status, step by step, each with its rule. */
export function StatusHistory({ history }: { history: readonly StatusChange[] }) {
  return (
    <ol className="history">
      {history.map((change) => (
        <li key={`${change.at} ${change.recordedAt} ${change.status}`}>
          <p>
            <StatusBadge status={change.status} /> <Moment at={change.at} exact />{' '}
            {!change.isDated && <small>{text.claim.takenIn}</small>}
          </p>
          <p className="reason">
            {withoutStatus(change.reason)}{' '}
            {change.articleId !== null ? (
              <Link href={hrefs.article(change.articleId)}>{text.evidence.open}</Link>
            ) : (
              change.assertionId === null && <small>{text.claim.withdrawn}</small>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

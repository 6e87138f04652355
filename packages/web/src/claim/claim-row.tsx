import type { ClaimCard, StatusName } from '@hearsay/ledger/questions/answers';
import { PolaritySign } from '../marks/polarity-sign.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

const POLARITIES = ['for', 'against', 'observing'] as const;

/**
 * A claim in a list. `before` is the status it had at the last visit: null where it is new since then, left out where there
 * was no visit.
 */
export function ClaimRow({ claim, before }: { claim: ClaimCard; before?: StatusName | null | undefined }) {
  const sides = POLARITIES.filter((polarity) => claim[polarity] > 0);
  return (
    <article className="claim-row">
      <p className="claim-row-status">
        <StatusBadge status={claim.status} />
        {before !== undefined && before !== claim.status && (
          <span className="before">
            {before === null ? text.statusNew : text.statusChange(text.status[before], text.status[claim.status])}
          </span>
        )}
      </p>
      <h3>
        <Link href={hrefs.claim(claim.id)} data-row="" dir="auto">
          {claim.title}
        </Link>
      </h3>
      <p className="facts">
        <span>{text.counts.claimOrigins(claim)}</span>
        <span>{text.counts.articles(claim.articles)}</span>
        <span className="assertions-by-side">
          {sides.length > 1 && `${text.counts.assertions(sides.reduce((sum, side) => sum + claim[side], 0))}:`}
          {sides.map((side) => (
            <span key={side}>
              <PolaritySign polarity={side} />{' '}
              {sides.length > 1 ? text.counts[side](claim[side]) : text.counts.assertionsOf[side](claim[side])}
            </span>
          ))}
        </span>
        <Moment at={claim.changedAt} exact />
      </p>
    </article>
  );
}

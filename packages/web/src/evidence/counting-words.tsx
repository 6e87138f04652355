import type { ClaimEvidence, Counting } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** Whether a claim's status counts a piece, as what, and if not why and what counts in its place. */
export function CountingWords({ piece }: { piece: ClaimEvidence }) {
  const { as, why, of } = piece.counts;
  if (as !== null) return <span className={`counts counts-${as}`}>{text.counting.as[as]}</span>;
  if (why === null) return null;
  if (of === null) return <span>{text.counting.why[why]}</span>;
  return (
    <span>
      {text.counting.why[relationTo(piece, why, of)]}{' '}
      <Link href={hrefs.article(of.articleId)}>
        <bdi>{text.counting.piece(of.outlet, why === 'same-outlet' ? (of.speaker?.name ?? null) : null)}</bdi>
      </Link>
    </span>
  );
}

function relationTo({ articleId, originId }: ClaimEvidence, why: NonNullable<Counting['why']>, of: Of) {
  if (why !== 'same-text') return why;
  if (articleId === of.articleId) return 'same-article';
  return originId === of.articleId ? 'copy' : why;
}

type Of = NonNullable<Counting['of']>;

import { codeOf } from '../store/codes.ts';
import type { Writing } from '../store/writing.ts';
import type { ClaimPiece } from './claim-evidence.ts';
import type { StatusEvidence } from './evidence.ts';
import type { ClaimStandingTable } from './tables.ts';

/** How many articles report a claim, and how many pieces of evidence stand on each side. */
export type ClaimCounts = Pick<ClaimStandingTable, 'articles' | 'for_count' | 'against_count' | 'observing_count'>;

/** From so many pieces on the rule may not look at all of them, and they are counted in the ledger. */
const COUNTED_BY_PIECES = 64;

/** The counts of a claim of which all evidence is there. */
export function countPieces(pieces: readonly ClaimPiece[]): ClaimCounts {
  const standing = (polarity: StatusEvidence['polarity']): number =>
    pieces.filter((piece) => piece.polarity === polarity && piece.withdrawnAt === null).length;
  return {
    articles: new Set(pieces.map(({ articleId }) => articleId)).size,
    for_count: standing('for'),
    against_count: standing('against'),
    observing_count: standing('observing'),
  };
}

/** The counts of those claims that have more evidence than the rule looks at, by claim. */
export async function countLargeClaims(
  claims: readonly { claimId: number; pieces: readonly ClaimPiece[] }[],
  without: ReadonlySet<number>,
  writing: Writing,
): Promise<Map<number, ClaimCounts>> {
  const large = claims.filter(({ pieces }) => pieces.length >= COUNTED_BY_PIECES).map(({ claimId }) => claimId);
  if (large.length === 0) return new Map();
  const rows = await writing.db
    .selectFrom('assertion')
    .select(({ fn, eb }) => {
      const number = (polarity: StatusEvidence['polarity']) =>
        fn.count<number | string>(eb.case().when('polarity', '=', codeOf('polarity', polarity)).then(1).end());
      return [
        'claim_id',
        fn.count<number | string>('article_id').distinct().as('articles'),
        number('for').as('for_count'),
        number('against').as('against_count'),
        number('observing').as('observing_count'),
      ];
    })
    .where('claim_id', 'in', writing.listed(large))
    .where('replaced_by', 'is', null)
    .where('article_id', 'not in', writing.listed([...without]))
    .groupBy('claim_id')
    .execute();
  return new Map(
    rows.map(({ claim_id, articles, for_count, against_count, observing_count }) => [
      claim_id ?? 0,
      {
        articles: Number(articles),
        for_count: Number(for_count),
        against_count: Number(against_count),
        observing_count: Number(observing_count),
      },
    ]),
  );
}

import { claimTitle } from '../claims/claim-title.ts';
import type { ClaimTable } from '../claims/tables.ts';
import { type ClaimPiece, claimEvidence } from '../status/claim-evidence.ts';
import { currentStanding, reasonOf, tallyOf } from '../status/status-rule.ts';
import type { ClaimStandingTable } from '../status/tables.ts';
import { decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { ClaimCard, Polarity } from './answers.ts';

/** Stands for a text that went with the article whose it was. */
const TAKEN_DOWN = '[taken down]';

/** Claims by id, in short, as they stand now. How one article's claims stand is worked out here, the others' is in the ledger. */
export async function claimCards(store: Store, ids: readonly number[]): Promise<Map<number, ClaimCard>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const claims = await store.db
    .selectFrom('claim')
    .select(['id', 'text', 'story_id', 'first_at'])
    .where('id', 'in', store.listed(wanted))
    .execute();
  const standings = await store.db
    .selectFrom('claim_standing')
    .selectAll()
    .where('claim_id', 'in', store.listed(wanted))
    .execute();
  const standingOf = new Map(standings.map((standing) => [standing.claim_id, standing]));
  const evidence = await claimEvidence(
    store,
    wanted.filter((id) => !standingOf.has(id)),
  );
  return new Map(
    claims.map((claim) => {
      const standing = standingOf.get(claim.id);
      return [
        claim.id,
        standing === undefined ? derivedCard(claim, evidence.get(claim.id) ?? []) : cardOf(claim, standing),
      ];
    }),
  );
}

type Claim = Pick<ClaimTable, 'id' | 'text' | 'story_id' | 'first_at'>;

function cardOf({ id, text, first_at }: Claim, standing: ClaimStandingTable): ClaimCard {
  return {
    id,
    ...named(text),
    status: decoded('status', standing.status),
    reason: reasonOf(standing.tally),
    storyId: standing.story_id,
    articles: standing.articles,
    ...originsOf(standing),
    for: standing.for_count,
    against: standing.against_count,
    observing: standing.observing_count,
    firstAt: first_at,
    changedAt: standing.changed_at,
  };
}

function named(words: string): Pick<ClaimCard, 'text' | 'title'> {
  const text = words || TAKEN_DOWN;
  return { text, title: words === '' ? text : claimTitle(text) };
}

/** Counting hedged reports in between can find fewer origins than counting the firm ones alone; both are lower bounds. */
function originsOf({ tally, origins }: Pick<ClaimStandingTable, 'tally' | 'origins'>) {
  const { firm, everFirm, against } = tallyOf(tally);
  return {
    origins: Math.max(origins, everFirm),
    firmOrigins: firm,
    denyingOrigins: against,
    takenBackOrigins: everFirm - firm,
  };
}

function derivedCard({ id, text, story_id, first_at }: Claim, pieces: readonly ClaimPiece[]): ClaimCard {
  const { status, reason, origins, tally } = currentStanding(pieces);
  const count = (polarity: Polarity): number =>
    pieces.filter((piece) => piece.polarity === polarity && piece.withdrawnAt === null).length;
  const firstAt = pieces.reduce((first, { at }) => (at < first ? at : first), pieces[0]?.at ?? first_at);
  return {
    id,
    ...named(text),
    status,
    reason,
    storyId: pieces[0]?.storyId ?? story_id,
    articles: new Set(pieces.map(({ articleId }) => articleId)).size,
    ...originsOf({ tally, origins }),
    for: count('for'),
    against: count('against'),
    observing: count('observing'),
    firstAt,
    changedAt: pieces.reduce((last, { at }) => (at > last ? at : last), firstAt),
  };
}

import { codeOf, decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { Evidence, Polarity } from './answers.ts';

export const POLARITIES = ['for', 'against', 'observing'] as const;

/**
 * Most pieces of a claim that its graph and its curve of certainty are drawn from, by polarity: the first to come in. No side
 * has fewer than a page of evidence and one more.
 */
const MOST_MEMBERS: Readonly<Record<Polarity, number>> = { for: 240, against: 120, observing: 40 };

/** An assertion of a claim, as far as it can be told without its reading. */
export interface ClaimMember {
  assertionId: number;
  articleId: number;
  revisionId: number;
  ordinal: number;
  polarity: Polarity;
  certainty: Evidence['certainty'];
  /** The entity that says it; null for the reporter's own words and sources not told apart. */
  speakerId: number | null;
  /** The outlet that was told, where the article says so. */
  told: string | null;
  time: string;
  /** Whether `time` is the article's own, not when it was taken in. */
  isDated: boolean;
  outlet: string | null;
  originId: number;
}

/** The current evidence of a claim in the order of time. */
export async function claimMembers(store: Store, claimId: number): Promise<ClaimMember[]> {
  const members: ClaimMember[] = [];
  for (const polarity of POLARITIES) {
    for (const row of await membersOf(store, claimId, polarity)) {
      members.push({
        assertionId: row.id,
        articleId: row.article_id,
        revisionId: row.revision_id,
        ordinal: row.ordinal,
        polarity,
        certainty: decoded('certainty', row.certainty),
        speakerId: row.speaker_id,
        told: row.told,
        time: row.time,
        isDated: row.time !== row.seen_at,
        outlet: row.outlet,
        originId: row.origin_id ?? row.article_id,
      });
    }
  }
  return members.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.assertionId - b.assertionId));
}

async function membersOf(store: Store, claimId: number, polarity: Polarity) {
  return store.db
    .selectFrom('assertion')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .leftJoin('told_outlet', 'told_outlet.assertion_id', 'assertion.id')
    .select([
      'assertion.id',
      'assertion.article_id',
      'assertion.revision_id',
      'assertion.ordinal',
      'assertion.certainty',
      'assertion.speaker_id',
      'article.time',
      'article.seen_at',
      'article.outlet',
      'article.origin_id',
      'told_outlet.outlet as told',
    ])
    .where('assertion.claim_id', '=', claimId)
    .where('assertion.polarity', '=', codeOf('polarity', polarity))
    .where('assertion.replaced_by', 'is', null)
    .orderBy('assertion.id')
    .limit(MOST_MEMBERS[polarity])
    .execute();
}

import { KeyIndex } from '../store/key-index.ts';
import type { Writing } from '../store/writing.ts';
import { type IndexedClaim, NO_CLARITY, SLOTS } from './claim-index.ts';
import { packExemplars, unpackExemplars } from './exemplar-bytes.ts';
import type { ClaimTable } from './tables.ts';

/** A claim as it stands in the ledger, while a batch works on it. */
export interface StoredClaim extends IndexedClaim {
  text: string;
  textAssertionId: number | null;
  members: number;
  firstAt: string;
  mergedInto: number | null;
}

/** Where claims are found. */
export const claimKeyIndex = new KeyIndex('claim_key', SLOTS);

/** Loads claims by id. */
export async function loadClaims(ids: readonly number[], writing: Writing): Promise<StoredClaim[]> {
  if (ids.length === 0) return [];
  const rows = await writing.db.selectFrom('claim').selectAll().where('id', 'in', writing.listed(ids)).execute();
  return rows.map(fromRow);
}

/** Writes claims that were loaded. */
export async function updateClaims(claims: readonly StoredClaim[], writing: Writing): Promise<void> {
  await writing.update('claim', 'id', claims.map(allColumns));
}

/** Writes all but the exemplars of claims that were loaded. */
export async function updateCounts(claims: readonly StoredClaim[], writing: Writing): Promise<void> {
  await writing.update('claim', 'id', claims.map(countColumns));
}

export function allColumns(claim: StoredClaim) {
  return { ...countColumns(claim), exemplars: packExemplars(claim.exemplars) };
}

function countColumns(claim: StoredClaim) {
  return {
    id: claim.id,
    text: claim.text,
    text_assertion_id: claim.textAssertionId,
    clarity: claim.clarity,
    text_negated: Number(claim.isTextNegated),
    stated: claim.stated,
    negated: claim.negated,
    members: claim.members,
    first_at: claim.firstAt,
    merged_into: claim.mergedInto,
  };
}

/** A claim that the ledger does not have yet. */
export function newClaim(id: number, firstAt: string): StoredClaim {
  return {
    id,
    exemplars: [],
    stated: 0,
    negated: 0,
    clarity: NO_CLARITY,
    isTextNegated: false,
    isNew: true,
    isChanged: true,
    isTaught: true,
    text: '',
    textAssertionId: null,
    members: 0,
    firstAt,
    mergedInto: null,
  };
}

function fromRow(row: ClaimTable): StoredClaim {
  return {
    id: row.id,
    exemplars: unpackExemplars(row.exemplars),
    stated: row.stated,
    negated: row.negated,
    clarity: row.clarity,
    isTextNegated: row.text_negated === 1,
    isNew: false,
    isChanged: false,
    isTaught: false,
    text: row.text,
    textAssertionId: row.text_assertion_id,
    members: row.members,
    firstAt: row.first_at,
    mergedInto: row.merged_into,
  };
}

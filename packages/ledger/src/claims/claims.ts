import type { Judgement } from '../judgement.ts';
import { editClaims } from './edit-claims.ts';
import { type ClaimFeatures, claimFeatures } from './features.ts';
import { recordClaims } from './record-claims.ts';
import { forgetClaims, retractClaims } from './retract-claims.ts';

/** Assertions with the same proposition, joined over articles. `docs/claims.md` says how. */
export const claims: Judgement<ClaimFeatures> = {
  name: 'claims',
  features: claimFeatures,
  record: recordClaims,
  retract: retractClaims,
  forget: forgetClaims,
  decide: editClaims,
};

import { claims } from './claims/claims.ts';
import type { Judgement } from './judgement.ts';

/** In the order of the flow: copies, stories, entities, claims, status. */
export const JUDGEMENTS: readonly Judgement[] = [claims];

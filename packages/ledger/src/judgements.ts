import { copies } from './copies/copies.ts';
import type { Judgement } from './judgement.ts';

/** In the order of the flow: copies, stories, entities, claims, status. */
export const JUDGEMENTS: readonly Judgement[] = [copies];

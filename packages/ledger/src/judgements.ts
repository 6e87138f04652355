import { claims } from './claims/claims.ts';
import { copies } from './copies/copies.ts';
import { entities } from './entities/entities.ts';
import type { Judgement } from './judgement.ts';
import { search } from './search/search.ts';
import { status } from './status/status.ts';
import { stories } from './stories/stories.ts';
import { tolls } from './tolls/tolls.ts';

/** In the order of the flow: copies, stories, entities, claims, status, tolls, search. */
export const JUDGEMENTS: readonly Judgement[] = [copies, stories, entities, claims, status, tolls, search];

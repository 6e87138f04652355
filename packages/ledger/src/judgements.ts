import { copies } from './copies/copies.ts';
import { entities } from './entities/entities.ts';
import type { Judgement } from './judgement.ts';
import { stories } from './stories/stories.ts';

/** In the order of the flow: copies, stories, entities, claims, status. */
export const JUDGEMENTS: readonly Judgement[] = [copies, stories, entities];

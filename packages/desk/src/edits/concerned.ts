import type { Decision } from '@hearsay/ledger/edits/decision';
import type { Change } from '@hearsay/ledger/questions/answers';

/** What a decision names: pages that show it stand otherwise than before. Pure. */
export function concerned({ kind, payload }: Decision): Change {
  const change: Change = { stories: [], claims: [], articles: [] };
  switch (kind) {
    case 'not-a-copy':
      change.articles.push(payload.article, ...(payload.of === undefined ? [] : [payload.of]));
      break;
    case 'story-merge':
      change.stories.push(payload.into, ...payload.from);
      break;
    case 'story-split':
      change.stories.push(payload.story);
      change.articles.push(...payload.articles);
      break;
    case 'claim-merge':
      change.claims.push(payload.into, ...payload.from);
      break;
    case 'claim-split':
      change.claims.push(payload.claim);
      change.articles.push(...payload.assertions.map(({ article }) => article));
      break;
    case 'assertion-correction':
      change.articles.push(payload.at.article);
      break;
    case 'verdict':
      change.claims.push(payload.claim);
      break;
    case 'entity-merge':
    case 'entity-split':
      break;
  }
  return change;
}

import { claimEvidence } from '../status/claim-evidence.ts';
import { countings } from '../status/status-rule.ts';
import type { Store } from '../store/store.ts';
import type { Counting } from './answers.ts';
import { entityNames } from './evidence-pieces.ts';

/** How the status of a claim counts these pieces of its evidence; those that its rule does not look at are left out. */
export async function countingsOf(
  store: Store,
  claimId: number,
  assertionIds: readonly number[],
): Promise<Map<number, Counting>> {
  if (assertionIds.length === 0) return new Map();
  const judged = countings((await claimEvidence(store, [claimId])).get(claimId) ?? []);
  const wanted = assertionIds.flatMap((id) => {
    const found = judged.get(id);
    return found === undefined ? [] : [[id, found] as const];
  });
  const speakers = await entityNames(
    store,
    wanted.flatMap(([, { of }]) => of?.speakerId ?? []),
  );
  return new Map(
    wanted.map(([id, { as, why, of }]) => [
      id,
      {
        as,
        why,
        of: of && {
          assertionId: of.assertionId,
          articleId: of.articleId,
          originId: of.textOrigin,
          outlet: of.outlet,
          speaker: of.speakerId === null ? null : (speakers.get(of.speakerId) ?? null),
        },
      },
    ]),
  );
}

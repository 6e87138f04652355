import type { Correction } from './decision.ts';
import { decisionsOf, type Readable } from './decisions.ts';

/** The corrections in force of these revisions' assertions, in the order in which they were made. */
export async function correctionsOf(
  ledger: Readable,
  revisionIds: readonly number[],
): Promise<Map<number, Correction[]>> {
  const wanted = new Set(revisionIds);
  const corrections = new Map<number, Correction[]>();
  for (const { payload } of await decisionsOf(ledger, 'assertion-correction')) {
    if (!wanted.has(payload.at.revision)) continue;
    const known = corrections.get(payload.at.revision);
    if (known === undefined) corrections.set(payload.at.revision, [payload]);
    else known.push(payload);
  }
  return corrections;
}

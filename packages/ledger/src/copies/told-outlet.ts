import type { Assertion, Reading } from '@hearsay/reader/reading';
import { outletName } from './outlet-name.ts';

/**
 * The outlet that was told what an assertion says, or that is named as having reported it: "CNN" in "told CNN", "in a
 * statement to CNN", "CNN reported"; null where the article names none. It is the outermost outlet of the chain, so
 * articles for which this is the same have the assertion from one place, whether or not they share a sentence.
 */
export function toldOutlet(reading: Reading, assertion: Assertion): string | null {
  for (const id of assertion.chain) {
    const actor = reading.actors.find((each) => each.id === id);
    const outlet = actor && outletName(actor.name);
    if (outlet) return outlet;
  }
  return null;
}

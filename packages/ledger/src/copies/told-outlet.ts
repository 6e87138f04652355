import type { Assertion, Reading } from '@hearsay/reader/reading';
import { outletName } from './outlet-name.ts';

/**
 * The outlet that was told what an assertion says, or that is named as having reported it: "CNN" in "told CNN", "in a
 * statement to CNN", "CNN reported"; null where the article names none. It is the outermost outlet of the chain, so
 * articles for which this is the same have the assertion from one place, whether or not they share a sentence.
 */
export function toldOutlet(reading: Reading, assertion: Assertion): string | null {
  return outletsOf(reading, assertion)[0] ?? null;
}

/** The innermost outlet of the chain: of "the Herald, quoting the Bell" the one that had it first. */
export function firstOutlet(reading: Reading, assertion: Assertion): string | null {
  return outletsOf(reading, assertion).at(-1) ?? null;
}

/** The outlets of a chain, outermost first. */
function outletsOf({ actors }: Reading, { chain }: Assertion): string[] {
  return chain.flatMap((id) => {
    const actor = actors.find((each) => each.id === id);
    return (actor && outletName(actor.name)) || [];
  });
}

import { seededRandom } from '../../../reader/training/random.ts';
import { type Background, idfOf } from '../../src/stance/background.ts';
import type { Claim } from '../../src/stance/claim.ts';
import type { Example } from './examples.ts';

/** Share of the unrelated pairs that are made once more with a name in common. */
const SHARE = 0.1;
/** Least weight of a name's word that is rare. */
const RARE = 5;
const SEED = 11;

/**
 * Unrelated pairs whose claim has got a rare name of the body in place of its own rarest word. People marked none such,
 * for unrelated pairs were drawn by chance: without them one name in common is enough to be related.
 */
export function withSharedNames(examples: readonly Example[], background: Background): Example[] {
  const random = seededRandom(SEED);
  const made: Example[] = [];
  for (const example of examples) {
    if (example.stance > 0 || random() >= SHARE) continue;
    const { claim, body } = example;
    const names: number[] = [];
    for (let word = 0; word < body.stems.length; word++) {
      if (body.named[word] === 0 || claim.stems.includes(body.stems[word])) continue;
      if (idfOf(background, body.stems[word]) > RARE) names.push(word);
    }
    if (names.length === 0 || claim.stems.length === 0) continue;
    const name = names[Math.floor(random() * names.length)];
    made.push({ ...example, claim: withName(claim, body.stems[name], body.prefixes[name], background) });
  }
  return made;
}

function withName(claim: Claim, stem: number, prefix: number, background: Background): Claim {
  let rarest = 0;
  for (let at = 1; at < claim.stems.length; at++) {
    if (idfOf(background, claim.stems[at]) > idfOf(background, claim.stems[rarest])) rarest = at;
  }
  return { ...claim, stems: claim.stems.with(rarest, stem), prefixes: claim.prefixes.with(rarest, prefix) };
}

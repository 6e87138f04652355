import type { CompactText } from './compact-text.ts';
import type { Passage } from './copy-decision.ts';
import type { Tile } from './tiling.ts';

/** A sentence belongs to a shared passage where this share of its words stands in the other text's sentence beside it. */
const SHARED_SENTENCE = 0.3;

/**
 * The sentences that two texts share, as spans in both, in the order of the first. Sentences that follow one another in
 * both are one passage.
 */
export function sharedPassages(a: CompactText, b: CompactText, tiles: readonly Tile[]): Passage[] {
  const partners = sharedWords(a, b, tiles);
  const lengths = new Uint32Array(a.sentences.length);
  for (let at = 0; at < a.count; at++) lengths[a.sentenceOf[at]]++;
  const passages: Passage[] = [];
  let lastA = -2;
  let lastB = -2;
  for (let sentence = 0; sentence < lengths.length; sentence++) {
    const [partner, words] = bestPartner(partners.get(sentence));
    if (words === 0 || words < SHARED_SENTENCE * lengths[sentence]) continue;
    const here = a.sentences[sentence];
    const there = b.sentences[partner];
    const passage = passages.at(-1);
    if (passage && sentence === lastA + 1 && (partner === lastB || partner === lastB + 1)) {
      passage.a.end = here.end;
      passage.b.end = there.end;
    } else passages.push({ a: { ...here }, b: { ...there } });
    lastA = sentence;
    lastB = partner;
  }
  return passages;
}

/** For each sentence of `a` how many words it shares with which sentences of `b`. */
function sharedWords(a: CompactText, b: CompactText, tiles: readonly Tile[]): Map<number, Map<number, number>> {
  const shared = new Map<number, Map<number, number>>();
  for (const { a: atA, b: atB, length } of tiles) {
    for (let at = 0; at < length; at++) {
      const here = a.sentenceOf[atA + at];
      const there = b.sentenceOf[atB + at];
      const partners = shared.get(here) ?? new Map<number, number>();
      partners.set(there, (partners.get(there) ?? 0) + 1);
      shared.set(here, partners);
    }
  }
  return shared;
}

function bestPartner(partners: ReadonlyMap<number, number> | undefined): [sentence: number, words: number] {
  let best: [number, number] = [-1, 0];
  for (const [sentence, words] of partners ?? []) if (words > best[1]) best = [sentence, words];
  return best;
}

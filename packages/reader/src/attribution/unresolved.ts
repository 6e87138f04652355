import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';

/** An assertion whose sources are still the words of the text: what the attribution stage hands to the actors. */
export interface UnresolvedAssertion
  extends Pick<Assertion, 'act' | 'kind' | 'certainty' | 'stance' | 'confidence' | 'repaired'> {
  /** Index of the assertion that this one is nested in; -1 where it stands alone. */
  within: number;
  content: TokenRange[];
  cue: TokenRange[];
  /** The words that name the innermost source; empty where nobody is named or a quotation has no cue. */
  source: TokenRange[];
  interpolations: TokenRange[];
  /** The words that name each source, outermost to innermost; one actor may stand twice, under two names. */
  chain: TokenRange[];
  /** The outlet to which the words were said ("told the Herald"), a link of the chain; null for none. */
  told: TokenRange | null;
  /** The words that name the innermost source, `chain.at(-1)`; null where nobody is named. */
  speaker: TokenRange | null;
}

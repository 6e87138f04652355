import type { Assertion } from '../reading.ts';

/** How firmly each adverb commits the writer to its clause. */
export const HEDGE_ADVERBS: Readonly<Record<string, Assertion['certainty']>> = {
  allegedly: 'PS+',
  apparently: 'PR+',
  conceivably: 'PS+',
  likely: 'PR+',
  maybe: 'PS+',
  ostensibly: 'PS+',
  perhaps: 'PS+',
  possibly: 'PS+',
  presumably: 'PR+',
  probably: 'PR+',
  purportedly: 'PS+',
  reportedly: 'PR+',
  seemingly: 'PR+',
  supposedly: 'PS+',
};

import { type Lexicon, lookUp } from '@hearsay/reader/language/lexicon';

/** How much each word tells: learnt once from many reports. */
export interface Background {
  /** From stems to `IDF_STEPS` of their inverse document frequency; what is not in it is rarer than all that is. */
  readonly idf: Lexicon;
  /** The inverse document frequency of a stem that is not known. */
  readonly rarest: number;
}

/** Steps to one unit of inverse document frequency, so that it fits a byte. */
export const IDF_STEPS = 25;

/** The inverse document frequency of a stem. */
export function idfOf({ idf, rarest }: Background, stem: number): number {
  const steps = lookUp(idf, stem);
  return steps < 0 ? rarest : steps / IDF_STEPS;
}

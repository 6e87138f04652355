import type { Evidence, Polarity } from './answers.ts';

type Certainty = Evidence['certainty'];

const IS_SO: Readonly<Record<Certainty, Certainty>> = {
  'CT+': 'CT+',
  'CT-': 'CT+',
  'PR+': 'PR+',
  'PR-': 'PR+',
  'PS+': 'PS+',
  'PS-': 'PS+',
  Uu: 'Uu',
};
const IS_NOT_SO: Readonly<Record<Certainty, Certainty>> = {
  'CT+': 'CT-',
  'CT-': 'CT-',
  'PR+': 'PR-',
  'PR-': 'PR-',
  'PS+': 'PS-',
  'PS-': 'PS-',
  Uu: 'Uu',
};

/**
 * How firmly a piece of evidence holds the claim itself. Its own certainty is that of its own words, whose negation may stand
 * inside them ("was not killed", certain) or outside ("denied that she was killed", certainly not): both deny it for certain.
 */
export function certaintyOfClaim(certainty: Certainty, polarity: Polarity): Certainty {
  if (polarity === 'observing') return 'Uu';
  return (polarity === 'for' ? IS_SO : IS_NOT_SO)[certainty];
}

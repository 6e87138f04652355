import type { Sentences, Tokens } from '../language/language.ts';
import type { Block } from '../reading.ts';
import { findBaselineAttributions } from './baseline.ts';
import { kindOf } from './kind.ts';
import { findQuotations, type Quotation, quotationDepth } from './quotations.ts';
import type { UnresolvedAssertion } from './unresolved.ts';

/** Finds the assertions of a text, in the order in which their contents begin. */
export function findAssertions(tokens: Tokens, sentences: Sentences, blocks: readonly Block[]): UnresolvedAssertion[] {
  const quotations = findQuotations(tokens, sentences, blocks);
  const depth = quotationDepth(tokens.count, quotations);
  const beginningAt = new Map(quotations.map((quotation) => [quotation.first, quotation]));
  return findBaselineAttributions(tokens, sentences, quotations).map((attribution) => {
    const source = attribution.source;
    const speaker = source[0] ?? null;
    return {
      within: -1,
      act: attribution.cue?.act ?? 'statement',
      kind: kindOf(tokens, depth, attribution.content),
      content: attribution.content,
      cue: attribution.cue ? [{ first: attribution.cue.first, end: attribution.cue.end }] : [],
      source,
      chain: speaker ? [speaker] : [],
      speaker,
      certainty: 'CT+',
      stance: 'acknowledges',
      confidence: attribution.score,
      ...mends(beginningAt.get(attribution.content[0]?.first ?? -1)),
    };
  });
}

function mends(quotation: Quotation | undefined): Pick<UnresolvedAssertion, 'interpolations' | 'repaired'> {
  return {
    interpolations: quotation?.interpolations ?? [],
    ...(quotation?.repaired ? { repaired: quotation.repaired } : {}),
  };
}

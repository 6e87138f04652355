import { paragraphs } from '../../src/article/paragraphs.ts';
import type { TokenRange } from '../../src/attribution/attribution.ts';
import { findQuotations, type Quotation } from '../../src/attribution/quotations.ts';
import type { Language } from '../../src/language/language.ts';
import type { Part } from '../language/corpora.ts';
import { type GoldAttribution, goldOverTokens, readGold } from './polnear.ts';

/** An article with all that learning attributions needs. */
export interface AttributionArticle {
  readonly id: string;
  readonly language: Language;
  readonly quotations: readonly Quotation[];
  readonly gold: readonly GoldAttribution<TokenRange>[];
}

/** Joins parsed PolNeAR articles with their quotations and gold attributions. */
export function attributionArticles(
  corpora: string,
  part: Part,
  parsed: readonly { id: string; text: string; language: Language }[],
): AttributionArticle[] {
  const gold = readGold(corpora, part);
  return parsed.map(({ id, text, language }) => {
    const blocks = paragraphs(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
    const article = gold.get(id);
    if (article === undefined) throw new Error(`no gold attributions for the parsed article "${id}"`);
    return {
      id,
      language,
      quotations: findQuotations(language.tokens, language.sentences, blocks),
      gold: goldOverTokens(article, language.tokens),
    };
  });
}

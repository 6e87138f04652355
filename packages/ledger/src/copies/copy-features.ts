import { agencyCredit } from '@hearsay/reader/article/agencies';
import type { AnalysedArticle } from '../analysed-article.ts';
import { packText } from './compact-text.ts';
import { creditedOutlets } from './credited-outlets.ts';
import { fingerprint } from './fingerprint.ts';
import { markedWords } from './marked-words.ts';

/** What the comparison of texts needs of one article: some 650 bytes for 400 words, and none of the words themselves. */
export interface CopyFeatures {
  /** The text as `unpackText` takes it, base64. */
  text: string;
  /** Keys under which articles with the same passages meet, base64 of 32-bit integers. */
  keys: string;
  /** How many words the text has. */
  words: number;
  /** The agency in dateline, byline or credit line: "AP". */
  wire: string | null;
  /** Outlets and agencies that the text names as where it has its report from: "Reuters", "The Herald". */
  credits: string[];
}

/** Reduces one article to what its comparison with others needs. Pure. */
export function copyFeatures(article: AnalysedArticle): CopyFeatures {
  const { reading } = article;
  const words = markedWords(article);
  const wire = reading.article.credit;
  return {
    text: Buffer.from(packText(words)).toString('base64'),
    keys: Buffer.from(fingerprint(words).buffer).toString('base64'),
    words: words.count,
    wire: wire === undefined ? null : (agencyCredit(wire) ?? wire),
    credits: creditedOutlets(article),
  };
}

/** The keys of `CopyFeatures`, as numbers under 2^31. */
export function keysOf({ keys }: CopyFeatures): Int32Array {
  const bytes = new Uint8Array(Buffer.from(keys, 'base64'));
  return new Int32Array(bytes.buffer);
}

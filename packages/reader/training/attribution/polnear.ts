import { z } from 'zod';
import type { TokenRange } from '../../src/attribution/attribution.ts';
import type { Tokens } from '../../src/language/language.ts';
import { utf16Offsets } from '../code-points.ts';
import { type Part, readLines } from '../language/corpora.ts';

/** An attribution as PolNeAR marks it. A role that is not there is empty. */
export interface GoldAttribution<Stretch> {
  source: Stretch[];
  cue: Stretch[];
  content: Stretch[];
}

/** Code points into the text, end exclusive. */
const stretches = z.array(z.tuple([z.int(), z.int()]));
const articleLine = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: stretches, cue: stretches, content: stretches })),
});
export type GoldArticle = z.infer<typeof articleLine>;

/** The articles of one part of PolNeAR, by id. */
export function readGold(corpora: string, part: Part): Map<string, GoldArticle> {
  const articles = new Map<string, GoldArticle>();
  for (const line of readLines(corpora, `attribution/polnear.${part}.jsonl.gz`)) {
    const article = articleLine.parse(JSON.parse(line));
    articles.set(article.id, article);
  }
  return articles;
}

/** The attributions of an article over the tokens of its text; a border inside a token moves to the token's border. */
export function goldOverTokens({ attributions }: GoldArticle, tokens: Tokens): GoldAttribution<TokenRange>[] {
  const offsets = utf16Offsets(tokens.text);
  const ranges = (role: [number, number][]) =>
    role
      .map(([start, end]) => tokenRange(tokens, offsets[start], offsets[end]))
      .filter(({ first, end }) => end > first);
  return attributions.map(({ source, cue, content }) => ({
    source: ranges(source),
    cue: ranges(cue),
    content: ranges(content),
  }));
}

/** The tokens that overlap a stretch of text. */
function tokenRange(tokens: Tokens, start: number, end: number): TokenRange {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle] > start) high = middle;
    else low = middle + 1;
  }
  let after = low;
  while (after < tokens.count && tokens.start[after] < end) after++;
  return { first: low, end: after };
}

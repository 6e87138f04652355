import type { Tokens } from '../language/language.ts';

/** Forms of the verbs that most often stand beside a quotation, known without tags. */
const REPORTING_WORDS: ReadonlySet<string> = new Set([
  'added',
  'adding',
  'adds',
  'announced',
  'argued',
  'asked',
  'claimed',
  'claiming',
  'claims',
  'commented',
  'concluded',
  'continued',
  'declared',
  'explained',
  'insisted',
  'noted',
  'noting',
  'posted',
  'quipped',
  'recalled',
  'remarked',
  'replied',
  'said',
  'say',
  'saying',
  'says',
  'shouted',
  'stated',
  'stating',
  'tell',
  'telling',
  'tells',
  'told',
  'tweeted',
  'warned',
  'writes',
  'writing',
  'wrote',
]);

/** Whether a token is a form of a common reporting verb. */
export function isReportingWord(tokens: Tokens, token: number): boolean {
  const start = tokens.start[token];
  const end = tokens.end[token];
  return end - start <= 10 && REPORTING_WORDS.has(tokens.text.slice(start, end).toLowerCase());
}

/** The query with its last word, or its last quoted words, become `word`; ready for the next one unless `word` waits for a value. */
export function completed(query: string, word: string): string {
  const last = /(?:[^\s":]+:)?(?:"[^"]*"?|[^\s"]*)$/.exec(query);
  const kept = last === null ? query : query.slice(0, last.index);
  return word.endsWith(':') ? kept + word : `${kept}${word} `;
}

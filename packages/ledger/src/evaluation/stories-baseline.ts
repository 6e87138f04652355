import type { AnalysedArticle } from '../analysed-article.ts';
import { addTo, cosine, lengthOf, type TermVector } from '../stories/term-vector.ts';

/** The best threshold on the training topics of the stance corpus, by pairwise F1 over groups of 49 topics. */
const THRESHOLD = 0.15;

/**
 * The usual way, to compare with: TF-IDF over lower-case words, the articles at hand as the collection, and one pass in which
 * an article joins the centroid that it is most like, from a threshold on. Returns a group's number for each article.
 */
export function groupByWords(articles: readonly AnalysedArticle[], threshold = THRESHOLD): number[] {
  const counts = articles.map(({ reading }) => countWords(reading.text));
  const frequency = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const numbers = new Map([...frequency.keys()].map((word, at) => [word, at]));
  const groups: TermVector[] = [];
  return counts.map((words) => {
    const vector: TermVector = new Map();
    for (const [word, count] of words) {
      const rarity = Math.log(articles.length / (frequency.get(word) ?? 1));
      vector.set(numbers.get(word) ?? 0, (1 + Math.log(count)) * rarity);
    }
    const length = lengthOf(vector);
    let best = -1;
    let most = threshold;
    for (const [at, group] of groups.entries()) {
      const likeness = cosine(vector, group, length, lengthOf(group));
      if (likeness >= most) [best, most] = [at, likeness];
    }
    if (best < 0) best = groups.push(new Map()) - 1;
    if (length > 0) addTo(groups[best], vector, 1 / length);
    return best;
  });
}

function countWords(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

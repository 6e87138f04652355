import { restoreInput } from '@hearsay/reader/article/plain-text';
import type { Model } from '@hearsay/reader/model/model';
import { type ReadInput, readAnalysed, readAnalysedAgain } from '@hearsay/reader/read';
import type { Reading } from '@hearsay/reader/reading';
import type { AnalysedArticle } from '../analysed-article.ts';
import { correctReading } from '../edits/correct-reading.ts';
import type { Correction } from '../edits/decision.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { packJson } from '../store/packed-json.ts';
import { storedReading } from '../store/stored-reading.ts';
import { dateProblem } from './trusted-date.ts';

/** What a reader worker is asked: an input, or a reading to be made again. */
export type ReadingTask =
  | { kind: 'input'; input: ReadInput; now: string }
  | { kind: 'again'; reading: Uint8Array; inputType: 'html' | 'text'; corrections: readonly Correction[] };

/** What the writer needs of one article. */
export interface ReadArticle {
  reading: Reading;
  /** By name of the judgement. */
  features: Record<string, unknown>;
  /** The reading once more and what is kept of the features, as the store has them. */
  encoded: { reading: Uint8Array; features: Uint8Array };
  /** What was not trusted, and is recorded beside the article. */
  notes: { code: string; reason: string }[];
}

/** Reads one article and makes what every judgement needs of it. Pure: the same task and model give the same answer. */
export function readArticle(task: ReadingTask, model: Model): ReadArticle {
  if (task.kind === 'input') {
    const { article, notes } = readTrusted(task.input, task.now, model);
    return withFeatures(article, notes);
  }
  const { reading, language } = readAgain(storedReading(task.reading), task.inputType, model);
  return withFeatures({ reading: correctReading(reading, task.corrections), language }, []);
}

/** A date that cannot be right goes out before anything is read by it: every relative time would hang on it. */
function readTrusted(input: ReadInput, now: string, model: Model): { article: AnalysedArticle; notes: Note[] } {
  const notes: Note[] = [];
  const isTrusted = (published: string | undefined): boolean => {
    const problem = published === undefined ? undefined : dateProblem(published, now);
    if (problem !== undefined) notes.push({ code: 'date', reason: `${problem}: the article is kept without a date` });
    return problem === undefined;
  };
  const trusted = isTrusted(input.published) ? input : { ...input, published: undefined };
  const found = readAnalysed(trusted, model);
  if (isTrusted(found.reading.article.published)) return { article: found, notes };
  const { published, ...article } = found.reading.article;
  const { published: origin, ...origins } = article.origins;
  return { article: readAnalysedAgain({ ...found.reading, article: { ...article, origins } }, model), notes };
}

type Note = ReadArticle['notes'][number];

/** Text is put together again and read in full; of a page, the article found in it is read again. */
function readAgain(earlier: Reading, inputType: 'html' | 'text', model: Model): AnalysedArticle {
  if (inputType === 'html') return readAnalysedAgain(earlier, model);
  const { article } = earlier;
  const given = (field: 'outlet' | 'published' | 'title'): string | undefined =>
    article.origins[field] === 'option' ? article[field] : undefined;
  return readAnalysed(
    {
      id: earlier.id,
      text: restoreInput(earlier),
      url: article.url,
      outlet: given('outlet'),
      published: given('published'),
      title: given('title'),
    },
    model,
  );
}

function withFeatures(article: AnalysedArticle, notes: Note[]): ReadArticle {
  const { reading } = article;
  const features: Record<string, unknown> = {};
  const kept: Record<string, unknown> = {};
  for (const judgement of JUDGEMENTS) {
    const own = judgement.features(article);
    features[judgement.name] = own;
    if (judgement.kept !== undefined) kept[judgement.name] = judgement.kept(own);
  }
  return { reading, features, encoded: { reading: packJson(reading), features: packJson(kept) }, notes };
}

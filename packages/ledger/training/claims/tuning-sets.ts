import { fileURLToPath } from 'node:url';
import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import type { Reading } from '@hearsay/reader/reading';
import { type ClaimFeatures, claimFeatures } from '../../src/claims/features.ts';
import { matchContents } from '../../src/evaluation/claims.ts';
import { type ClaimLabel, readClaimLabels, withTexts } from '../../src/evaluation/claims-corpus.ts';

/** The articles of one rumour, or of the desk, with what readers made of their assertions. */
export interface TuningSet {
  name: string;
  articles: TuningArticle[];
}

export interface TuningArticle {
  id: string;
  reading: Reading;
  features: ClaimFeatures;
  /** For each of the reading's assertions the label that it got, null where no label stands for it. */
  labels: (ClaimLabel | null)[];
  /** Labels of assertions that were not read: they count as lost. */
  unread: ClaimLabel[];
}

/** The first so many desk articles are for tuning; no other is read. */
const TUNED_DESK_ARTICLES = 9;
const REPORTED = 'fnc-2061';

/** Everything that claims may be tuned on: the corpora's folder holds `desk/` and `stance/`. */
export function readTuningSets(corpora: string, model: Model): TuningSet[] {
  const labels = allLabels().filter(({ set }) => set !== REPORTED);
  const corpus = withTexts(corpora, labels);
  const desk = new Set(corpus.deskIds.slice(0, TUNED_DESK_ARTICLES));
  const bySet = Map.groupBy(
    labels.filter(({ set, article }) => set !== 'desk' || desk.has(article)),
    ({ set }) => set,
  );
  return [...bySet].map(([name, own]) => ({
    name,
    articles: [...Map.groupBy(own, ({ article }) => article)].map(([id, labels]) => {
      const text = corpus.textOf(name, id);
      const article = readAnalysed({ id, text }, model);
      const { reading } = article;
      const matched = matchContents(labels, reading, text);
      const ofAssertion = new Array<ClaimLabel | null>(reading.assertions.length).fill(null);
      for (const [label, ordinal] of matched) ofAssertion[ordinal] = labels[label];
      return {
        id,
        reading,
        features: claimFeatures(article),
        labels: ofAssertion,
        unread: labels.filter((_, at) => !matched.has(at)),
      };
    }),
  }));
}

/** Ids of all articles that have labels, those to report on too. */
export function labelledArticles(): Set<string> {
  return new Set(allLabels().map(({ article }) => article));
}

function allLabels(): ClaimLabel[] {
  return ['claims.jsonl', 'claims-tuning.jsonl'].flatMap((file) =>
    readClaimLabels(fileURLToPath(new URL(`../../evaluation/${file}`, import.meta.url))),
  );
}

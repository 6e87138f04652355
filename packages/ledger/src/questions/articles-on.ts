import type { Model } from '@hearsay/reader/model/model';
import { readAnalysedAgain } from '@hearsay/reader/read';
import { findArticles } from '../search/find-articles.ts';
import { readBody } from '../stance/body.ts';
import { readClaim } from '../stance/claim.ts';
import { judgeBody } from '../stance/stance.ts';
import type { StanceModel } from '../stance/stance-model.ts';
import type { Stance } from '../stance/stances.ts';
import type { Store } from '../store/store.ts';
import type { ArticleCard } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { scopeOf, tellingWords } from './claims-like.ts';
import { LAST_ID } from './pages.ts';
import { readingsOf } from './readings.ts';

/** Articles that are judged: each is read again, which takes some ten milliseconds. */
const MOST_JUDGED = 80;
const MOST_OF_CLAIMS = 50;
const FEWEST_WORDS = 2;

export interface ArticleOn {
  article: ArticleCard;
  stance: Exclude<Stance, 'unrelated'>;
  /** How probable that stance is, from 0 to 1. */
  score: number;
}

/**
 * Articles that speak of what a sentence says, each as a whole for it, against it, or only discussing it, in the order of
 * time: those that have an assertion of one of these claims, and those that have the sentence's rarest words.
 */
export async function articlesOn(
  store: Store,
  sentence: string,
  claimIds: readonly number[],
  models: { reader: Model; stance: StanceModel },
): Promise<ArticleOn[]> {
  const ids = [...(await articlesOfClaims(store, claimIds)), ...(await articlesWithWords(store, sentence))];
  const wanted = [...new Set(ids)].slice(0, MOST_JUDGED);
  const cards = await articleCards(store, wanted);
  const rows = await store.db
    .selectFrom('article')
    .select(['id', 'revision_id', 'time'])
    .where('id', 'in', store.listed(wanted))
    .orderBy('time')
    .orderBy('id')
    .execute();
  const readings = await readingsOf(
    store,
    rows.map(({ revision_id }) => revision_id),
  );
  const claim = readClaim(sentence);
  return rows.flatMap(({ id, revision_id }): ArticleOn[] => {
    const article = cards.get(id);
    const reading = readings.get(revision_id);
    if (article === undefined || reading === undefined) return [];
    const { stance, score } = judgeBody(claim, readBody(readAnalysedAgain(reading, models.reader)), models.stance);
    return stance === 'unrelated' ? [] : [{ article, stance, score }];
  });
}

async function articlesOfClaims(store: Store, claimIds: readonly number[]): Promise<number[]> {
  const rows = await store.db
    .selectFrom('assertion')
    .select('article_id')
    .distinct()
    .where('claim_id', 'in', store.listed(claimIds))
    .where('replaced_by', 'is', null)
    .limit(MOST_OF_CLAIMS)
    .execute();
  return rows.map(({ article_id }) => article_id);
}

/** Articles that have all of the sentence's rarest words; while there are few, all but the least rare. */
async function articlesWithWords(store: Store, sentence: string): Promise<number[]> {
  const found = new Set<number>();
  for (let words = tellingWords(sentence); words.length >= FEWEST_WORDS; words = words.slice(0, -1)) {
    for await (const { ids } of findArticles(store, scopeOf(words), LAST_ID)) {
      for (const id of ids) found.add(id);
      if (found.size >= MOST_JUDGED) return [...found];
    }
  }
  return [...found];
}

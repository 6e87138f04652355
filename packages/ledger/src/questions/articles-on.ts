import type { Model } from '@hearsay/reader/model/model';
import { readAnalysedAgain } from '@hearsay/reader/read';
import { findArticles } from '../search/find-articles.ts';
import { readBody } from '../stance/body.ts';
import { readClaim } from '../stance/claim.ts';
import { judgeBody } from '../stance/stance.ts';
import type { StanceModel } from '../stance/stance-model.ts';
import type { Stance } from '../stance/stances.ts';
import { codeOf, decoded } from '../store/codes.ts';
import type { Store } from '../store/store.ts';
import type { ArticleCard, Polarity } from './answers.ts';
import { articleCards } from './article-cards.ts';
import { POLARITIES } from './claim-members.ts';
import { type LikeClaim, scopeOf, tellingWords } from './claims-like.ts';
import { LAST_ID } from './pages.ts';
import { readingsOf } from './readings.ts';

/** Articles that are judged: each is read again, which takes some ten milliseconds. */
const MOST_JUDGED = 80;
const MOST_OF_CLAIMS = 50;
const FEWEST_WORDS = 2;

export interface ArticleOn {
  article: ArticleCard;
  stance: Exclude<Stance, 'unrelated'>;
  /** How probable that stance is, from 0 to 1; where it is that of the article's evidence, how probably the claim says the sentence. */
  score: number;
}

/**
 * Articles that speak of what a sentence says, each for it, against it, or only discussing it, in the order of time: those that
 * have an assertion of one of these claims, as that stands to it, and those that have the sentence's rarest words, judged as
 * a whole.
 * @param claims those that say the sentence, the likeliest first
 */
export async function articlesOn(
  store: Store,
  sentence: string,
  claims: readonly LikeClaim[],
  models: { reader: Model; stance: StanceModel },
): Promise<ArticleOn[]> {
  const evident = await evidentStances(store, claims);
  const ids = [...evident.keys(), ...(await articlesWithWords(store, sentence))];
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
    const known = evident.get(id);
    if (known !== undefined) return [{ article, ...known }];
    const { stance, score } = judgeBody(claim, readBody(readAnalysedAgain(reading, models.reader)), models.stance);
    return stance === 'unrelated' ? [] : [{ article, stance, score }];
  });
}

/** Of the articles with evidence of these claims, how that of the likeliest stands to the sentence. */
async function evidentStances(
  store: Store,
  claims: readonly LikeClaim[],
): Promise<Map<number, Pick<ArticleOn, 'stance' | 'score'>>> {
  const rows = await store.db
    .selectFrom('assertion')
    .select(['article_id', 'claim_id', 'polarity'])
    .distinct()
    .where('claim_id', 'in', store.listed(claims.map(({ id }) => id)))
    .where('polarity', 'is not', null)
    .where('replaced_by', 'is', null)
    .limit(POLARITIES.length * MOST_OF_CLAIMS)
    .execute();
  const stances = new Map<number, Pick<ArticleOn, 'stance' | 'score'>>();
  for (const { id, likeness, polarity } of claims) {
    const byArticle = Map.groupBy(
      rows.filter(({ claim_id }) => claim_id === id),
      ({ article_id }) => article_id,
    );
    for (const [article, own] of byArticle) {
      const sides = new Set(own.map((row) => decoded('polarity', row.polarity ?? OBSERVING)));
      if (!stances.has(article)) stances.set(article, { stance: stanceOf(sides, polarity), score: likeness });
    }
  }
  return stances;
}

const OBSERVING = codeOf('polarity', 'observing');

/** An article that has both sides of a claim only discusses it. */
function stanceOf(sides: ReadonlySet<Polarity>, toClaim: Polarity): ArticleOn['stance'] {
  if (sides.has('for') === sides.has('against')) return 'discuss';
  return sides.has('against') === (toClaim === 'against') ? 'agree' : 'disagree';
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

import { codeOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';

/** Lines of a table that ranks outlets, people or articles. */
const MOST_RANKED = 20;

/** Sources and quotations counted over the ledger, for those who study the news. */
export interface Statistics {
  articles: number;
  /** Of current revisions. */
  assertions: number;
  /** Of these, what is quoted in whole or in part. */
  quotations: number;
  /** Different sources that an article has, over the articles that have any assertion. */
  sourcesAnArticle: { mean: number; most: number };
  /** Of the assertions that somebody other than the reporter makes, those of people who are described and not named. */
  unnamedShare: number;
  outlets: { outlet: string; articles: number; assertions: number; sources: number; unnamedShare: number }[];
  speakers: { id: number; name: string; quotations: number; articles: number }[];
}

/** Counts all of the ledger: it takes time in proportion to it. */
export async function statistics(store: Store): Promise<Statistics> {
  const [totals] = await store.query<Counts>(
    `select count(*) as articles, ${SUMS}, max(sources) as most, sum(quotations) as quotations from (${BY_ARTICLE}) as each`,
  );
  const outlets = await store.query<Counts & { outlet: string }>(
    `select outlet, count(*) as articles, ${SUMS} from (${BY_ARTICLE}) as each where outlet is not null
     group by outlet order by articles desc, outlet limit ?`,
    [MOST_RANKED],
  );
  const speakers = await store.query<Statistics['speakers'][number]>(
    `select entity.id, entity.name, count(*) as quotations, count(distinct assertion.article_id) as articles
     from assertion join entity on entity.id = assertion.speaker_id
     where assertion.replaced_by is null and assertion.kind in (?, ?) and entity.type <> 'unnamed'
     group by entity.id, entity.name order by quotations desc, entity.id limit ?`,
    [...QUOTED, MOST_RANKED],
  );
  return {
    articles: Number(totals.articles),
    assertions: Number(totals.assertions ?? 0),
    quotations: Number(totals.quotations ?? 0),
    sourcesAnArticle: {
      mean: share(totals.sources, totals.articles),
      most: Number(totals.most ?? 0),
    },
    unnamedShare: share(totals.unnamed, totals.spoken),
    outlets: outlets.map(({ outlet, articles, assertions, sources, unnamed, spoken }) => ({
      outlet,
      articles: Number(articles),
      assertions: Number(assertions ?? 0),
      sources: share(sources, articles),
      unnamedShare: share(unnamed, spoken),
    })),
    speakers: speakers.map((row) => ({ ...row, quotations: Number(row.quotations), articles: Number(row.articles) })),
  };
}

interface Counts {
  articles: number;
  assertions: number | null;
  sources: number | null;
  spoken: number | null;
  unnamed: number | null;
  quotations?: number | null;
  most?: number | null;
}

const QUOTED = [codeOf('kind', 'direct'), codeOf('kind', 'mixed')];

const BY_ARTICLE = `
  select article.id, article.outlet, count(assertion.id) as assertions, count(distinct assertion.speaker_ordinal) as sources,
    sum(case when assertion.kind in (${QUOTED.join(', ')}) then 1 else 0 end) as quotations,
    count(assertion.speaker_ordinal) as spoken, sum(assertion.speaker_unnamed) as unnamed
  from article left join assertion on assertion.revision_id = article.revision_id
  where article.forgotten_at is null group by article.id, article.outlet`;
const SUMS = 'sum(assertions) as assertions, sum(sources) as sources, sum(spoken) as spoken, sum(unnamed) as unnamed';

function share(part: number | null, whole: number | null): number {
  return Number(whole ?? 0) === 0 ? 0 : Math.round((1000 * Number(part ?? 0)) / Number(whole)) / 1000;
}

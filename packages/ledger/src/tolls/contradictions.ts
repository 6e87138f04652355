import type { ClaimAnswer } from '../questions/answers.ts';
import { codeOf } from '../store/codes.ts';
import type { Store } from '../store/store.ts';

type Contradiction = ClaimAnswer['contradictions'][number];

const MOST_SHOWN = 5;

/** What in the ledger does not go with a claim: somebody whom it says to be dead speaks in a later article. */
export async function claimContradictions(store: Store, claimId: number): Promise<Contradiction[]> {
  const deaths = await store.db
    .selectFrom('reported_death')
    .innerJoin('assertion', 'assertion.id', 'reported_death.assertion_id')
    .innerJoin('article', 'article.id', 'assertion.article_id')
    .innerJoin('entity', 'entity.id', 'reported_death.entity_id')
    .select(({ fn }) => ['entity.id as entity', 'entity.name', fn.min('article.time').as('since')])
    .where('assertion.claim_id', '=', claimId)
    .where('assertion.polarity', '=', codeOf('polarity', 'for'))
    .where('assertion.replaced_by', 'is', null)
    .groupBy(['entity.id', 'entity.name'])
    .limit(MOST_SHOWN)
    .execute();
  const found: Contradiction[] = [];
  for (const { entity, name, since } of deaths) found.push(...(await laterWords(store, entity, name, since)));
  return found.slice(0, MOST_SHOWN);
}

/** Statements of a person after the day on which the death was first reported. */
async function laterWords(store: Store, entity: number, name: string, since: string): Promise<Contradiction[]> {
  const rows = await store.db
    .selectFrom('statement_by')
    .innerJoin('statement', 'statement.id', 'statement_by.statement_id')
    .innerJoin('article', 'article.id', 'statement.article_id')
    .select(['statement.medium', 'statement.at', 'article.title', 'article.outlet'])
    .where('statement_by.entity_id', '=', entity)
    .where('statement.at', '>', since)
    .orderBy('statement.at')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ medium, at, title, outlet }) => ({
    kind: 'dead-and-speaking',
    claimId: null,
    text: `${name}: ${medium} of ${at.slice(0, 10)}${title === null ? '' : `, “${title}”`}${outlet === null ? '' : ` (${outlet})`}`,
    why: `first reported dead on ${since.slice(0, 10)}, and said to speak in a statement after that`,
  }));
}

import './search.css';
import type { Page, SearchAnswer } from '@hearsay/ledger/questions/answers';
import type { ReactNode } from 'react';
import { useAnswer } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { routes, type SearchList } from '../api/routes.ts';
import { ArticleRow } from '../article/article-row.tsx';
import { ClaimRow } from '../claim/claim-row.tsx';
import { EntityRow } from '../entity/entity-row.tsx';
import { EvidenceRow } from '../evidence/evidence-row.tsx';
import { Rows } from '../rows/rows.tsx';
import { hrefs } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { ExportLinks } from '../shell/export-links.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { text } from '../text/en.ts';

/** What the ledger has for a query, by kind. */
export default function SearchPage({ q }: { q: string }) {
  usePageTitle(q === '' ? text.search.title : q);
  if (q === '') {
    return (
      <div className="search-page">
        <h1>{text.search.empty}</h1>
        <p className="lede">{text.search.emptyHint}</p>
        <Filters />
      </div>
    );
  }
  return (
    <div className="search-page">
      <h1 dir="auto">{q}</h1>
      <Answered route={routes.search(q)}>{(answer) => <Results q={q} answer={answer} />}</Answered>
    </div>
  );
}

/** The filters that the ledger knows; those that are whole lead to what they find. */
function Filters() {
  const { answer } = useAnswer(routes.suggestions(''));
  const filters = answer?.items.filter(({ kind }) => kind === 'filter') ?? [];
  if (filters.length === 0) return null;
  return (
    <>
      <h2>{text.search.filters}</h2>
      <ul className="filters">
        {filters.map(({ text: filter }) => (
          <li key={filter}>
            {filter.endsWith(':') ? (
              <code>{filter}</code>
            ) : (
              <Link href={hrefs.search(filter)}>
                <code>{filter}</code>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Results({ q, answer }: { q: string; answer: SearchAnswer }) {
  const { claims, quotations, articles, entities } = answer;
  const total = claims.total + quotations.total + articles.total + entities.total;
  return (
    <>
      {answer.problems.length > 0 && (
        <ul className="problem" role="alert">
          {answer.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {total === 0 ? (
        <div className="nothing">
          <p>{text.search.none}</p>
          <p>{text.search.noneHint}</p>
        </div>
      ) : (
        <>
          <nav aria-label={text.search.results} className="jumps">
            {(['claims', 'quotations', 'articles', 'entities'] as const).map(
              (list) =>
                answer[list].total > 0 && (
                  <a key={list} href={`#${list}`}>
                    {text.search.lists[list]} <small>{countOf(answer[list].total, answer[list].next !== null)}</small>
                  </a>
                ),
            )}
          </nav>
          <ResultList
            q={q}
            list="claims"
            first={claims}
            estimate={96}
            of={(found) => found.claims}
            keyOf={({ id }) => id}
          >
            {(claim) => <ClaimRow claim={claim} />}
          </ResultList>
          <ResultList
            q={q}
            list="quotations"
            first={quotations}
            estimate={130}
            of={(found) => found.quotations}
            keyOf={({ assertionId }) => assertionId}
          >
            {(evidence) => <EvidenceRow evidence={evidence} />}
          </ResultList>
          <ResultList
            q={q}
            list="articles"
            first={articles}
            estimate={96}
            of={(found) => found.articles}
            keyOf={({ id }) => id}
          >
            {(article) => (
              <ArticleRow article={article}>
                <p className="snippet" dir="auto">
                  {article.snippet}
                </p>
              </ArticleRow>
            )}
          </ResultList>
          <ResultList
            q={q}
            list="entities"
            first={entities}
            estimate={64}
            of={(found) => found.entities}
            keyOf={({ id }) => id}
          >
            {(entity) => <EntityRow entity={entity} />}
          </ResultList>
          <ExportLinks scope={{ q }} label={text.search.exports} />
        </>
      )}
    </>
  );
}

/** How many are found; where the list goes on, how many there are at least. */
function countOf(total: number, goesOn: boolean): string {
  return goesOn ? text.search.atLeast(total) : text.number(total);
}

function ResultList<Item>({
  q,
  list,
  first,
  of,
  estimate,
  keyOf,
  children,
}: {
  q: string;
  list: SearchList;
  first: Page<Item>;
  of: (answer: SearchAnswer) => Page<Item>;
  estimate: number;
  keyOf: (item: Item) => number;
  children: (item: Item) => ReactNode;
}) {
  const found = useList(first, routes.searchList(q, list), of);
  if (found.total === 0) return null;
  return (
    <section aria-labelledby={list}>
      <header className="section-head">
        <h2 id={list}>{text.search.lists[list]}</h2>
        <p className="section-note">{countOf(found.total, first.next !== null)}</p>
      </header>
      <Rows list={found} keyOf={keyOf} estimate={estimate}>
        {children}
      </Rows>
    </section>
  );
}

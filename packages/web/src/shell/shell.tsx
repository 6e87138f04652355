import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { askAgain } from '../api/answer-store.ts';
import { UndoNotice } from '../decisions/undo-notice.tsx';
import { Key } from '../marks/key.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { text } from '../text/en.ts';
import { type Address, go, hrefs, readAddress, useLocation } from './address.ts';
import { Crash } from './crash.tsx';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { Link } from './link.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { moveRow } from './row-keys.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Waiting } from './waiting.tsx';

const PAGES = {
  desk: () => import('../desk/desk-page.tsx'),
  article: () => import('../article/article-page.tsx'),
  comparison: () => import('../comparison/comparison-page.tsx'),
  claim: () => import('../claim/claim-page.tsx'),
  story: () => import('../story/story-page.tsx'),
  entity: () => import('../entity/entity-page.tsx'),
  search: () => import('../search/search-page.tsx'),
};
const DeskPage = lazy(PAGES.desk);
const ArticlePage = lazy(PAGES.article);
const ComparisonPage = lazy(PAGES.comparison);
const ClaimPage = lazy(PAGES.claim);
const StoryPage = lazy(PAGES.story);
const EntityPage = lazy(PAGES.entity);
const SearchPage = lazy(PAGES.search);

/** The other pages are fetched when the first one stands, after this many milliseconds: a link then leads there at once. */
const FETCH_OTHERS_AFTER = 1500;

/** What stands around every page: the head with its search box, the keys, the notice of the last decision. */
export function Shell() {
  const location = useLocation();
  const address = readAddress(location);
  const [helping, setHelping] = useState(false);
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = location.pathname + location.search;
  const before = useRef(shown);

  useKeys({
    j: () => moveRow(1),
    k: () => moveRow(-1),
    g: () => go(hrefs.desk),
    '/': () => search.current?.focus(),
    '?': () => setHelping(true),
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      for (const fetchPage of Object.values(PAGES)) fetchPage().catch(() => {});
    }, FETCH_OTHERS_AFTER);
    return () => clearTimeout(timer);
  }, []);

  // A reader of the screen hears of the new page as of one that was loaded; typing in the search box goes on.
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement !== search.current) main.current?.focus({ preventScroll: true });
  }, [shown]);

  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <header className="head">
        <Link href={hrefs.desk} className="name" aria-label={`${text.name}: ${text.nav.desk}`}>
          {text.name}
        </Link>
        <SearchBox box={search} query={address.page === 'search' ? address.q : ''} />
        <nav aria-label={text.nav.label} className="nav">
          <Link href={hrefs.desk} aria-current={address.page === 'desk' ? 'page' : undefined}>
            {text.nav.desk}
          </Link>
          <button type="button" className="quiet" onClick={() => setHelping(true)}>
            {text.nav.help} <Key name="?" />
          </button>
          <ThemeSwitch />
        </nav>
      </header>
      <main ref={main} id="content" tabIndex={-1}>
        <Crash key={shown}>
          <Suspense fallback={<Waiting />}>
            <PageAt address={address} />
          </Suspense>
        </Crash>
      </main>
      <UndoNotice undone={askAgain} />
      {helping && <Help close={() => setHelping(false)} />}
    </>
  );
}

function PageAt({ address }: { address: Address }) {
  switch (address.page) {
    case 'desk':
      return <DeskPage />;
    case 'article':
      return <ArticlePage key={address.id} id={address.id} />;
    case 'comparison':
      return <ComparisonPage id={address.id} before={address.before} after={address.after} />;
    case 'claim':
      return <ClaimPage key={address.id} id={address.id} />;
    case 'story':
      return <StoryPage key={address.id} id={address.id} />;
    case 'entity':
      return <EntityPage key={address.id} id={address.id} />;
    case 'search':
      return <SearchPage q={address.q} />;
    case 'unknown':
      return (
        <ProblemNotice
          page
          problem={{
            type: 'about:blank',
            status: 404,
            title: text.problem.title(404),
            detail: text.problem.detail(404),
          }}
        />
      );
  }
}

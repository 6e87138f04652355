import type { ClaimCard, Page } from '@hearsay/ledger/questions/answers';
import { useState } from 'react';
import { useAnswer } from '../api/answer-store.ts';
import { useList } from '../api/list.ts';
import { type Route, routes } from '../api/routes.ts';
import { ClaimRow } from '../claim/claim-row.tsx';
import { Rows } from '../rows/rows.tsx';
import { text } from '../text/en.ts';

/** The claims of a story that stand in one article alone: counted, and folded away since most of them never become more. */
export function SingleClaims({ story }: { story: number }) {
  const route = routes.singleClaims(story);
  const { answer } = useAnswer(route);
  if (answer === null || answer.total === 0) return null;
  return <Folded first={answer} route={route} />;
}

function Folded({ first, route }: { first: Page<ClaimCard>; route: Route<Page<ClaimCard>> }) {
  const [open, setOpen] = useState(false);
  const list = useList(first, route, (page) => page);
  return (
    <details className="single-claims" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.story.singleClaims(first.total)}</summary>
      {open && (
        <Rows list={list} keyOf={(claim) => claim.id} estimate={96}>
          {(claim) => <ClaimRow claim={claim} />}
        </Rows>
      )}
    </details>
  );
}

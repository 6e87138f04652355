import './article.css';
import type { ArticleAnswer, Problem } from '@hearsay/ledger/questions/answers';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask } from '../api/answer-store.ts';
import { problemOf } from '../api/problem.ts';
import { routes } from '../api/routes.ts';
import { decide, undo } from '../decisions/decisions.ts';
import { go, useLocation } from '../shell/address.ts';
import { Answered } from '../shell/answered.tsx';
import { useKeys } from '../shell/keys.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { BESIDE, useActiveAssertion } from './active-assertion.ts';
import { ArticleHead } from './article-head.tsx';
import { ArticleText } from './article-text.tsx';
import { AssertionList } from './assertion-list.tsx';
import { AssertionSheet } from './assertion-sheet.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { type Draft, draftOf, newDraft, placeOf, toSet } from './draft.ts';
import { clearHighlight, highlight } from './highlight.ts';
import { SelectionTool } from './selection-tool.tsx';
import { type Place, rangesOf, useSelectedWords } from './text-place.ts';

/** One report with everybody who says something in it marked, and the assertions beside it. */
export default function ArticlePage({ id }: { id: number }) {
  return (
    <Answered route={routes.article(id)} touches={({ articles }) => articles.includes(id)}>
      {(answer) => <ArticleView answer={answer} />}
    </Answered>
  );
}

function ArticleView({ answer }: { answer: ArticleAnswer }) {
  const { article, reading } = answer;
  usePageTitle(article.title || text.article.noTitle);
  const body = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { active, pointed, select, point } = useActiveAssertion(body, reading.assertions);
  const { hash } = useLocation();

  const selected = useSelectedWords(body, reading.text);
  const drafting = draft !== null;
  useEffect(() => {
    if (drafting && selected !== null) setDraft((now) => now && { ...now, span: selected });
  }, [drafting, selected]);
  useEffect(() => {
    highlight('draft', body.current, draft === null ? [] : [draft.span]);
    return () => clearHighlight('draft');
  }, [draft]);
  // On a narrow page the form covers the lower part: the words it is about go to the upper one.
  const drafted = draft?.span.start;
  useEffect(() => {
    if (!drafting || drafted === undefined || matchMedia(BESIDE).matches) return;
    const [range] = body.current ? rangesOf(body.current, [{ start: drafted, end: drafted + 1 }]) : [];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'start' });
  }, [drafting, drafted]);

  // An address can point at words: the same passage in another article leads here.
  useEffect(() => {
    const [, start, end] = /^#words-(\d+)-(\d+)$/.exec(hash) ?? [];
    if (start === undefined || end === undefined) return;
    highlight('words', body.current, [{ start: Number(start), end: Number(end) }])?.scrollIntoView({ block: 'center' });
    return () => clearHighlight('words');
  }, [hash]);

  const revision = answer.revisions.reduce((latest, other) => (other.number > latest.number ? other : latest));
  const edit = useCallback((ordinal: number) => setDraft(draftOf(reading, ordinal)), [reading]);
  const add = (span?: Place) => setDraft(newDraft(reading, span ?? selected ?? undefined, active));
  const changed = useCallback(() => ask(routes.article(article.id)), [article.id]);

  async function save(finished: Draft) {
    const at = placeOf(finished, reading, article.id, revision.id);
    if (finished.ordinal === null) {
      await decide('assertion-correction', { action: 'add', at, set: toSet(finished) }, text.correction.added);
    } else {
      const before = draftOf(reading, finished.ordinal);
      const words = text.correction.edited(finished.ordinal + 1);
      await decide('assertion-correction', { action: 'edit', at, set: toSet(finished, before) }, words);
    }
    setDraft(null);
    changed();
  }

  async function remove(ordinal: number) {
    const at = placeOf(draftOf(reading, ordinal), reading, article.id, revision.id);
    await decide('assertion-correction', { action: 'delete', at }, text.correction.deleted(ordinal + 1));
    setDraft(null);
    changed();
  }

  const takeBack = useCallback(
    async (decision: number) => {
      try {
        setProblem(null);
        await undo(decision);
        changed();
      } catch (thrown) {
        setProblem(problemOf(thrown));
      }
    },
    [changed],
  );

  useKeys({
    e: () => active !== null && edit(active),
    a: () => add(),
    Escape: () => {
      if (draft !== null) setDraft(null);
      else {
        point(null);
        if (hash !== '') go(window.location.pathname, 'replace');
      }
    },
  });

  const closeSheet = useCallback(() => point(null), [point]);
  const names = useMemo(() => reading.actors.map((actor) => actor.name), [reading]);
  return (
    <div className="article-page">
      <ArticleHead answer={answer} revision={revision.number} />
      <div className="article-columns">
        <ArticleText ref={body} answer={answer} />
        <aside className="who-says-what" aria-label={text.article.assertions}>
          {draft !== null && (
            <CorrectionForm
              key={draft.ordinal ?? 'new'}
              draft={draft}
              before={draft.ordinal === null ? null : draftOf(reading, draft.ordinal)}
              body={reading.text}
              names={names}
              change={setDraft}
              save={save}
              cancel={() => setDraft(null)}
              remove={remove}
            />
          )}
          {problem && <ProblemNotice problem={problem} />}
          <AssertionList
            answer={answer}
            active={active}
            select={select}
            leave={closeSheet}
            edit={edit}
            add={() => add()}
            undo={takeBack}
          />
        </aside>
      </div>
      {draft === null && <AssertionSheet answer={answer} shown={pointed} edit={edit} close={closeSheet} />}
      {draft === null && selected !== null && <SelectionTool add={() => add(selected)} />}
    </div>
  );
}

import type { Decision } from '@hearsay/ledger/edits/decision';
import { readingsOf } from '@hearsay/ledger/questions/readings';
import type { Store } from '@hearsay/ledger/store/store';
import { DeskProblem } from '../problem.ts';

type Made = Pick<Decision, 'kind' | 'payload'>;
type Things = Partial<Record<'article' | 'claim' | 'entity' | 'story' | 'revision', number[]>>;

/**
 * A decision about what is not there would be recorded and do nothing: it is refused before.
 * @throws {DeskProblem} that names what is not there.
 */
export async function checkSubjects(store: Store, made: Made): Promise<void> {
  for (const [table, ids] of Object.entries(subjectsOf(made as Decision))) {
    const wanted = [...new Set(ids)];
    const rows = await store.db
      .selectFrom(table as 'article')
      .select('id')
      .where('id', 'in', store.listed(wanted))
      .execute();
    const there = new Set(rows.map(({ id }) => id));
    const missing = wanted.filter((id) => !there.has(id));
    if (missing.length > 0)
      throw new DeskProblem('not-found', `There is no ${table} ${missing.slice(0, 10).join(', ')}.`);
  }
  if (made.kind === 'assertion-correction')
    await checkPlace(store, made as Extract<Decision, { kind: 'assertion-correction' }>);
}

function subjectsOf({ kind, payload }: Decision): Things {
  switch (kind) {
    case 'not-a-copy':
      return { article: payload.of === undefined ? [payload.article] : [payload.article, payload.of] };
    case 'story-merge':
      return { story: [payload.into, ...payload.from] };
    case 'story-split':
      return { story: [payload.story], article: payload.articles };
    case 'entity-merge':
      return { entity: [payload.into, ...payload.from] };
    case 'entity-split':
      return { entity: [payload.entity], revision: payload.actors.map(({ revision }) => revision) };
    case 'claim-merge':
      return { claim: [payload.into, ...payload.from] };
    case 'claim-split':
      return { claim: [payload.claim], article: payload.assertions.map(({ article }) => article) };
    case 'assertion-correction':
      return { article: [payload.at.article], revision: [payload.at.revision] };
    case 'verdict':
      return { claim: [payload.claim] };
  }
}

async function checkPlace(
  store: Store,
  { payload }: Extract<Decision, { kind: 'assertion-correction' }>,
): Promise<void> {
  const { revision, start, end } = payload.at;
  const reading = (await readingsOf(store, [revision])).get(revision);
  if (reading === undefined)
    throw new DeskProblem('not-found', 'The article was taken down: none of its words are here.');
  const spans = payload.action === 'delete' ? [] : [payload.set.span, payload.set.cue, payload.set.source];
  const isOutside = [payload.at, ...spans].some(
    (span) => span !== undefined && (span.start >= span.end || span.end > reading.text.length),
  );
  if (isOutside)
    throw new DeskProblem('bad-request', `The article has ${reading.text.length} characters; give places within it.`);
  const isThere = reading.assertions.some(({ content }) => content[0]?.start === start && content[0]?.end === end);
  if (payload.action !== 'add' && !isThere) {
    throw new DeskProblem(
      'not-found',
      'There is no assertion at this place any more; load the article again and look at it as it stands now.',
    );
  }
}

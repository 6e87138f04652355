import type { Decision, Payload } from '../edits/decision.ts';
import { codeOf } from '../store/codes.ts';
import type { Writing } from '../store/writing.ts';
import { isNegative } from './assign-claims.ts';
import { MOST_EXEMPLARS } from './claim-index.ts';
import { allColumns, loadClaims, newClaim, type StoredClaim, updateClaims } from './claim-rows.ts';

/** Carries out an editor's merge or split of claims, or takes it back. Costs as much as the assertions that go over. */
export async function editClaims(decision: Decision, undone: boolean, writing: Writing): Promise<void> {
  if (decision.kind === 'claim-merge') {
    if (undone) await undoMoves(decision.id, writing);
    else await merge(decision.id, decision.payload, writing);
  } else if (decision.kind === 'claim-split') {
    if (undone) await undoMoves(decision.id, writing);
    else await split(decision.id, decision.payload, writing);
  }
}

async function merge(decision: number, { into, from }: Payload<'claim-merge'>, writing: Writing): Promise<void> {
  for (const id of from) {
    if (id === into) continue;
    const members = await writing.db.selectFrom('assertion').select('id').where('claim_id', '=', id).execute();
    await move(
      id,
      into,
      members.map((member) => member.id),
      writing,
    );
    const [source] = await loadClaims([id], writing);
    if (source === undefined) continue;
    await updateClaims([{ ...source, mergedInto: into }], writing);
    await note(
      decision,
      'merge',
      id,
      into,
      members.map((member) => member.id),
      false,
      writing,
    );
  }
}

/** The assertions at these places make a claim of their own, and stay in it when their articles are read again. */
async function split(decision: number, { claim, assertions }: Payload<'claim-split'>, writing: Writing): Promise<void> {
  const id = await writing.nextIds('claim', 1);
  const moved: number[] = [];
  for (const { revision, start, end } of assertions) {
    const rows = await writing.db
      .selectFrom('assertion')
      .select('id')
      .where('revision_id', '=', revision)
      .where('claim_id', '=', claim)
      .where('start', '<', end)
      .where('end', '>', start)
      .execute();
    moved.push(...rows.map((row) => row.id));
  }
  const [source] = await loadClaims([claim], writing);
  if (source === undefined) return;
  await writing.insert('claim', [
    { ...allColumns({ ...newClaim(id, source.firstAt), text: source.text }), story_id: null },
  ]);
  await writing.query('update claim set story_id = (select story_id from claim where id = ?) where id = ?', [
    claim,
    id,
  ]);
  await move(claim, id, [...new Set(moved)], writing);
  await writing.insert(
    'claim_pin',
    assertions.map(({ article, start, end }) => ({
      article_id: article,
      start,
      end,
      claim_id: id,
      decision_id: decision,
    })),
    { ifNew: true },
  );
  await note(decision, 'split', claim, id, [...new Set(moved)], false, writing);
}

/** What a decision moved goes back, as far as it is still where the decision put it. */
async function undoMoves(decision: number, writing: Writing): Promise<void> {
  const changes = await writing.db
    .selectFrom('claim_change')
    .selectAll()
    .where('decision_id', '=', decision)
    .where('undone', '=', 0)
    .orderBy('id', 'desc')
    .execute();
  for (const { kind, from_claim_id: from, into_claim_id: into, assertions } of changes) {
    const ids: number[] = JSON.parse(assertions);
    const still = await writing.db
      .selectFrom('assertion')
      .select('id')
      .where('id', 'in', writing.listed(ids))
      .where('claim_id', '=', into)
      .execute();
    const back = still.map(({ id }) => id);
    const [source] = await loadClaims([from], writing);
    if (kind === 'merge' && source) await updateClaims([{ ...source, mergedInto: null }], writing);
    await move(into, from, back, writing);
    await note(decision, kind, into, from, back, true, writing);
  }
  await writing.db.deleteFrom('claim_pin').where('decision_id', '=', decision).execute();
}

/** Moves assertions with what their claim learnt from them; polarity is turned where the claims say opposite things. */
async function move(from: number, into: number, assertions: readonly number[], writing: Writing): Promise<void> {
  const [source, target] = await bothOf(from, into, writing);
  if (source === undefined || target === undefined) return;
  const moved = new Set(assertions);
  const current = await writing.db
    .selectFrom('assertion')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', 'in', writing.listed(assertions))
    .where('replaced_by', 'is', null)
    .executeTakeFirstOrThrow();
  const taught = source.exemplars.filter(({ assertionId }) => moved.has(assertionId));
  target.exemplars = [...target.exemplars, ...taught].slice(-MOST_EXEMPLARS);
  source.exemplars = source.exemplars.filter(({ assertionId }) => !moved.has(assertionId));
  if (target.stated + target.negated === 0) {
    target.negated = taught.filter(({ fingerprint }) => fingerprint.isNegated).length;
    target.stated = taught.length - target.negated;
  }
  source.members -= Number(current.count);
  target.members += Number(current.count);
  if (source.firstAt < target.firstAt) target.firstAt = source.firstAt;
  const turned = isNegative(source) !== isNegative(target);
  await updateClaims([source, target], writing);
  await writing.db
    .updateTable('assertion')
    .set(({ eb, case: when }) => ({
      claim_id: into,
      ...(turned
        ? {
            polarity: when()
              .when(eb('polarity', '=', codeOf('polarity', 'for')))
              .then(codeOf('polarity', 'against'))
              .when(eb('polarity', '=', codeOf('polarity', 'against')))
              .then(codeOf('polarity', 'for'))
              .else(codeOf('polarity', 'observing'))
              .end(),
          }
        : {}),
    }))
    .where('id', 'in', writing.listed(assertions))
    .execute();
}

async function bothOf(from: number, into: number, writing: Writing): Promise<(StoredClaim | undefined)[]> {
  const claims = await loadClaims([from, into], writing);
  return [from, into].map((id) => claims.find((claim) => claim.id === id));
}

async function note(
  decision: number,
  kind: 'merge' | 'split',
  from: number,
  into: number,
  assertions: readonly number[],
  undone: boolean,
  writing: Writing,
): Promise<void> {
  const id = await writing.nextIds('claim_change', 1);
  await writing.insert('claim_change', [
    {
      id,
      at: writing.at,
      kind,
      from_claim_id: from,
      into_claim_id: into,
      decision_id: decision,
      undone: Number(undone),
      assertions: JSON.stringify(assertions),
    },
  ]);
}

import type { Ledger } from '../store/tables.ts';
import { DECISIONS, type Decision, type DecisionKind } from './decision.ts';

/** Anything that reads the ledger: a store, or a transaction of its writer. */
export interface Readable {
  readonly db: Pick<Ledger, 'selectFrom'>;
}

/**
 * The decisions of a kind that are in force, in the order in which they were made; with `undone` also those that were
 * taken back.
 */
export async function decisionsOf<Kind extends DecisionKind>(
  ledger: Readable,
  kind: Kind,
  options: { undone?: boolean } = {},
): Promise<Extract<Decision, { kind: Kind }>[]> {
  const undone = ledger.db.selectFrom('decision').select('undoes').where('undoes', 'is not', null);
  const made = ledger.db.selectFrom('decision').selectAll().where('kind', '=', kind).where('undoes', 'is', null);
  const rows = await (options.undone === true ? made : made.where('id', 'not in', undone.$castTo<{ undoes: number }>()))
    .orderBy('id')
    .execute();
  return rows.map(toDecision) as Extract<Decision, { kind: Kind }>[];
}

/** A row of `decision`, its payload held against the schema of its kind. */
export function toDecision({
  id,
  at,
  author,
  kind,
  payload,
}: {
  id: number;
  at: string;
  author: string;
  kind: string;
  payload: string;
}): Decision {
  if (!(kind in DECISIONS)) throw new TypeError(`decision ${id} is of the unknown kind "${kind}"`);
  const schema = DECISIONS[kind as DecisionKind];
  return { id, at, author, kind, payload: schema.parse(JSON.parse(payload)) } as Decision;
}

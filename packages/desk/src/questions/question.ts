import type { Store } from '@hearsay/ledger/store/store';
import type { z } from 'zod';

/** How long a question can be: `short` ones are never kept waiting by `long` ones, nor those by an `export`. */
export type Lane = 'short' | 'long' | 'export';

/** One route that asks the ledger: what it takes, what it answers, and how that is found out. */
export interface Question {
  /** As OpenAPI writes it: `/api/claims/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly lane: Lane;
  /** What stands in the path and behind the question mark, by name. */
  readonly asked: z.ZodObject;
  readonly answer: z.ZodType;
  /** What a person is told where the ledger has nothing of that id; a question without it always has an answer. */
  readonly missing?: string;
  /** The answer; undefined where the ledger has nothing of that id. */
  ask(store: Store, asked: never): Promise<object | undefined>;
}

/** A question whose parameters are of one type for its schema and its answer. */
export function question<Asked extends z.ZodObject, Answer extends z.ZodType<object, object>>(made: {
  path: string;
  summary: string;
  lane: Lane;
  asked: Asked;
  answer: Answer;
  missing?: string;
  ask(store: Store, asked: z.output<Asked>): Promise<z.input<Answer> | undefined>;
}): Question {
  return made;
}

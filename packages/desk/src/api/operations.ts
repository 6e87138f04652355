import { DECISIONS } from '@hearsay/ledger/edits/decision';
import { EXPORT_FORMATS } from '@hearsay/ledger/exports/export-ledger';
import * as answers from '@hearsay/ledger/questions/answers';
import { z } from 'zod';
import { exportAsked } from '../exports/export-asked.ts';
import { begunByJson, saidBeside } from '../ingests/begun.ts';
import type { ProblemName } from '../problem.ts';
import { id } from '../questions/parameters.ts';
import { QUESTIONS } from '../questions/questions.ts';

/** One thing that can be asked of the desk: what its routes, their checks and the OpenAPI document follow from. */
export interface Operation {
  readonly name: string;
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** What stands in the path and behind the question mark. */
  readonly asked: z.ZodObject;
  /** A body, by its type. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  readonly status: 200 | 201 | 202;
  /** An answer, by its type; where no schema says what it holds, `null`. */
  readonly answer: Readonly<Record<string, z.ZodType | null>>;
  /** What can go wrong beside what can everywhere. */
  readonly problems: readonly ProblemName[];
}

const decisionOf = <Kind extends keyof typeof DECISIONS>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), payload: DECISIONS[kind] });

/** A decision as it is sent. */
export const decisionBody = z.discriminatedUnion('kind', [
  decisionOf('not-a-copy'),
  decisionOf('story-merge'),
  decisionOf('story-split'),
  decisionOf('entity-merge'),
  decisionOf('entity-split'),
  decisionOf('claim-merge'),
  decisionOf('claim-split'),
  decisionOf('assertion-correction'),
  decisionOf('verdict'),
]);

export const byId = z.object({ id });
const nothing = z.object({});
export const eventsAsked = z.object({ after: z.string().max(100).optional() });
const EXPORTED = { 'application/jsonl': null, 'application/ld+json': null, 'text/csv': null };

/** Operations that change something, go on, or give a file. */
export const OTHERS = {
  decide: {
    name: 'decide',
    method: 'post',
    path: '/api/decisions',
    summary: 'Records what an editor decided, and carries it out',
    asked: nothing,
    body: { 'application/json': decisionBody },
    status: 201,
    answer: { 'application/json': answers.decided },
    problems: ['bad-request', 'not-found', 'too-large', 'unsupported-type'],
  },
  undo: {
    name: 'undo',
    method: 'delete',
    path: '/api/decisions/{id}',
    summary: 'Takes a decision back by a new one',
    asked: byId,
    status: 200,
    answer: { 'application/json': answers.decided },
    problems: ['bad-request', 'not-found', 'conflict'],
  },
  beginIngest: {
    name: 'beginIngest',
    method: 'post',
    path: '/api/ingests',
    summary: 'Takes in files, an address or a text',
    asked: nothing,
    body: {
      'application/json': begunByJson,
      'multipart/form-data': z.object({ files: z.array(z.string().meta({ format: 'binary' })), ...saidBeside.shape }),
    },
    status: 202,
    answer: { 'application/json': answers.decided },
    problems: ['bad-request', 'too-large', 'unsupported-type', 'busy'],
  },
  ingest: {
    name: 'ingest',
    method: 'get',
    path: '/api/ingests/{id}',
    summary: 'How far an ingest has come',
    asked: byId,
    status: 200,
    answer: { 'application/json': answers.ingestProgress },
    problems: ['bad-request', 'not-found'],
  },
  events: {
    name: 'events',
    method: 'get',
    path: '/api/events',
    summary:
      'Server-sent events: `ingest` as ingests go on, `change` where pages stand otherwise than before; those after one that was heard, named by `after` or Last-Event-ID',
    asked: eventsAsked,
    status: 200,
    answer: { 'text/event-stream': null },
    problems: ['bad-request', 'busy'],
  },
  export: {
    name: 'export',
    method: 'get',
    path: '/api/exports/{format}',
    summary: `A file of what a search, claim, story, entity or article leads to: ${EXPORT_FORMATS.join(', ')}`,
    asked: exportAsked,
    status: 200,
    answer: EXPORTED,
    problems: ['bad-request', 'not-found', 'busy'],
  },
  corrections: {
    name: 'corrections',
    method: 'get',
    path: '/api/corrections.jsonl',
    summary: 'Corrections in force as training data: the text, what the machine reads there, what the editor says',
    asked: nothing,
    status: 200,
    answer: { 'application/jsonl': null },
    problems: [],
  },
} as const satisfies Record<string, Operation>;

/** Everything that can be asked of the desk. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.entries(QUESTIONS).map(
    ([name, { path, summary, lane, asked, answer, missing }]): Operation => ({
      name,
      method: 'get',
      path,
      summary,
      asked,
      status: 200,
      answer: { 'application/json': answer },
      problems: [
        ...(Object.keys(asked.shape).length > 0 ? (['bad-request'] as const) : []),
        ...('cursor' in asked.shape ? (['unknown-cursor'] as const) : []),
        ...(missing === undefined ? [] : (['not-found'] as const)),
        'busy',
        ...(lane === 'long' ? (['took-too-long'] as const) : []),
      ],
    }),
  ),
  ...Object.values(OTHERS),
];

/** What can go wrong whatever is asked. */
export const COMMON_PROBLEMS: readonly ProblemName[] = ['foreign-request', 'method-not-allowed', 'wrong-host'];

import type { Problem } from '@hearsay/ledger/questions/answers';

/** Every error that the desk answers with, by the last part of its `type`; `status` is that of HTTP (RFC 9110). */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request was not understood' },
  'unknown-cursor': { status: 400, title: 'The list cannot go on from there' },
  'foreign-request': { status: 403, title: 'The desk answers only to its own pages' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This cannot be done at this address' },
  conflict: { status: 409, title: 'This was done before' },
  'too-large': { status: 413, title: 'This is more than the desk takes in at once' },
  'unsupported-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  'wrong-host': { status: 421, title: 'The desk is not at this host' },
  internal: { status: 500, title: 'The desk failed' },
  busy: { status: 503, title: 'The desk is busy' },
  'took-too-long': { status: 504, title: 'The question took too long' },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** An error that is answered as `application/problem+json`; `detail` tells a person what to do. */
export class DeskProblem extends Error {
  readonly kind: ProblemName;
  readonly detail: string;

  constructor(kind: ProblemName, detail: string) {
    super(`${PROBLEMS[kind].title}: ${detail}`);
    this.name = 'DeskProblem';
    this.kind = kind;
    this.detail = detail;
  }
}

/** The answer to a request that failed (RFC 9457). */
export function problemResponse(kind: ProblemName, detail: string, headers: Record<string, string> = {}): Response {
  const { status, title } = PROBLEMS[kind];
  const problem: Problem = { type: `urn:hearsay:problem:${kind}`, title, status, detail };
  const retry: Record<string, string> = status === 503 ? { 'Retry-After': '1' } : {};
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...retry, ...headers },
  });
}

import type { Problem } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';
import { ProblemError } from './problem.ts';

/** Asks the desk and gives its JSON. The browser's own cache answers with what an ETag says is unchanged.
 * Throws a ProblemError where the desk answers with one, and what `fetch` throws where it cannot be reached. */
export async function request<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  if (init.method !== undefined) headers.set('Hearsay-Desk', '1');
  const response = await fetch(path, { cache: 'no-cache', ...init, headers });
  if (response.ok) return await response.json();
  throw new ProblemError(await readProblem(response));
}

/** A POST of JSON. */
export function post<Answer>(path: string, body: unknown): Promise<Answer> {
  return request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function readProblem(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: text.problem.title(response.status),
    status: response.status,
    detail: text.problem.detail(response.status),
  };
  try {
    const problem: Partial<Problem> = await response.json();
    return { ...fallback, ...problem };
  } catch {
    return fallback;
  }
}

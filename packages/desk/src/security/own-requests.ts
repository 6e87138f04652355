import type { MiddlewareHandler } from 'hono';
import { problemResponse } from '../problem.ts';

/** What a page of the desk sends with every write; another site's page cannot without being asked about it first. */
export const WRITE_HEADER = 'Hearsay-Desk';

/**
 * Lets through what the desk's own pages and programs on this machine ask, and nothing that another site has the browser
 * ask: a name that was pointed at 127.0.0.1 (DNS rebinding) is told by `Host`, a forged request (CSRF) by `Origin`,
 * `Sec-Fetch-Site` and the header of writes. `port` is known once the server listens.
 */
export function ownRequestsOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const here = [`127.0.0.1:${port()}`, `localhost:${port()}`, `[::1]:${port()}`];
    if (!here.includes(host.toLowerCase())) {
      return problemResponse(
        'wrong-host',
        `It was asked for as "${host.slice(0, 100)}"; open http://${here[0]} instead.`,
      );
    }
    const foreign = foreignness(context.req.raw, `http://${host}`);
    return foreign === undefined ? next() : problemResponse('foreign-request', foreign);
  };
}

function foreignness(request: Request, own: string): string | undefined {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  const isApi = /^\/(?:api\/|openapi\.json)/.test(new URL(request.url).pathname);
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (isWrite && request.headers.get(WRITE_HEADER) !== '1') {
    return `What changes the ledger needs the header "${WRITE_HEADER}: 1".`;
  }
  if (origin !== null && origin.toLowerCase() !== own.toLowerCase()) {
    return `It was asked by a page of ${origin.slice(0, 100)}, and only pages of ${own} may.`;
  }
  const isOwnSite = site === null || site === 'same-origin' || (site === 'none' && !isWrite);
  if ((isApi || isWrite) && !isOwnSite) return `It was asked by a page of another site, and only pages of ${own} may.`;
  return undefined;
}

import type { MiddlewareHandler } from 'hono';

/** For the pages: nothing inline, nothing from elsewhere (CSP Level 3). */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For data, should a browser ever be made to show it as a page. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What every answer tells the browser, whatever it holds: words of articles are never run, framed or read by other sites. */
export function responseHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    // What "not modified" says stands over what the browser kept (RFC 9111, 3.2): the policy of the kept answer has to stay.
    if (context.res.status !== 304) {
      const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
      headers.set('Content-Security-Policy', isPage ? PAGE_POLICY : DATA_POLICY);
    }
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  };
}

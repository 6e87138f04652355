import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** Types of what a build holds; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Addresses that are pages: each gives `index.html`, which shows the page of its address. */
const PAGE = /^\/(?:|search|(?:articles|claims|stories|entities)\/[^/]+|articles\/[^/]+\/comparison)$/;

interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
}

/** The built pages, in memory: less than a megabyte, and no path of a request ever reaches the disk. */
export class BuiltPages {
  readonly #files = new Map<string, BuiltFile>();

  /** @param folder the build: `packages/web/dist` */
  constructor(folder: string) {
    if (!existsSync(join(folder, 'index.html'))) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      const bytes = new Uint8Array(readFileSync(path));
      // The name of an asset changes with its content.
      const caching = address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      this.#files.set(address, { bytes, type, etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`, caching });
    }
  }

  /** The answer at an address of a page or of one of its files; undefined where there is none. */
  answer(pathname: string, ifNoneMatch: string | undefined): Response | undefined {
    const file = this.#files.get(PAGE.test(pathname) ? '/index.html' : pathname);
    if (file === undefined) return undefined;
    const headers = { ETag: file.etag, 'Cache-Control': file.caching };
    if (ifNoneMatch?.split(/,\s*/).includes(file.etag)) return new Response(null, { status: 304, headers });
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } });
  }

  /** The page that says that there is none, for a person who went to an address of nothing; undefined for a program. */
  missing(accept: string | undefined): Response | undefined {
    const file = this.#files.get('/index.html');
    if (file === undefined || accept?.includes('text/html') !== true) return undefined;
    return new Response(file.bytes, {
      status: 404,
      headers: { 'Cache-Control': 'no-cache', 'Content-Type': file.type },
    });
  }
}

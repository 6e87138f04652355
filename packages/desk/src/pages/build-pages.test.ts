import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { builtPagesFolder } from './build-pages.ts';
import { BuiltPages } from './built-pages.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));

describe('pages that are not built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pages-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const copy = (name: string): string => {
    const web = join(folder, 'packages', name);
    cpSync(join(project, 'packages/web'), web, {
      recursive: true,
      filter: (path) => !['dist', 'node_modules'].includes(basename(path)),
    });
    return web;
  };

  test('are built at the first start, and found at the next', async () => {
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(project, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    const web = copy('web');
    const built = await builtPagesFolder(web);
    assert.equal(built, join(web, 'dist'));
    const page = new BuiltPages(built).answer('/', undefined);
    const script = /\/assets\/[^"]+\.js/.exec((await page?.text()) ?? '')?.[0] ?? '';
    assert.ok(existsSync(join(built, script)) && script !== '');
    assert.equal(await builtPagesFolder(web), built);
  });

  test('and cannot be, are told with the way out', async () => {
    rmSync(join(folder, 'node_modules'));
    await assert.rejects(builtPagesFolder(copy('alone')), /Vite.*is not installed.*npm ci/);
  });
});

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeskStartError } from '../desk-start-error.ts';

const WEB = fileURLToPath(new URL('../../../web/', import.meta.url));

/**
 * The folder of the built pages. They are built where they are not yet, as on a first start after `npm ci --ignore-scripts`.
 * @throws {DeskStartError} where they cannot be.
 */
export async function builtPagesFolder(web = WEB): Promise<string> {
  const folder = join(web, 'dist');
  if (existsSync(join(folder, 'index.html'))) return folder;
  process.stderr.write('The pages of the desk are built, once …\n');
  const started = performance.now();
  await build(web);
  process.stderr.write(`… built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  return folder;
}

function build(web: string): Promise<void> {
  const way = 'run "npm ci" in the project, then "npm run build" to see what is wrong';
  const vite = viteProgram(web);
  if (vite === undefined)
    throw new DeskStartError(`the pages are not built, and Vite, which builds them, is not installed: ${way}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: web,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new DeskStartError(`the pages could not be built: ${way}`)),
    );
  });
}

function viteProgram(web: string): string | undefined {
  try {
    return join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  } catch {
    return undefined;
  }
}

#!/usr/bin/env node
import module from 'node:module';

const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `hearsay needs Node ${OLDEST_NODE} or later, and this is ${process.version}.\n` +
      'Inside the project, "npx hearsay" uses the Node that "npm ci" brought; elsewhere, install one from nodejs.org.\n',
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}

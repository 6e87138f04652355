/**
 * Trains every model, the reader's first: the ledger's learn from what the reader sees. Each in a process of its own, so that
 * what the one holds in memory is free for the other.
 *
 *     npm run train -- --corpora ../shared/corpora
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

for (const trainer of ['../../reader/training/train.ts', './train.ts']) {
  const path = fileURLToPath(new URL(trainer, import.meta.url));
  const { status } = spawnSync(process.execPath, [path, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

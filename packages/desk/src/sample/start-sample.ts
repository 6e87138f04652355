import { parseArgs } from 'node:util';
import { LedgerError } from '@hearsay/ledger/store/ledger-error';
import { openBrowser } from '../open-browser.ts';
import { DeskStartError, runDesk } from '../run-desk.ts';
import { sampleLedger } from './sample-ledger.ts';

/** `npm start [-- --port 4401 --no-open]`: the desk of the sample reports. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '4400' }, 'no-open': { type: 'boolean' } },
});

try {
  const ledger = await sampleLedger();
  await runDesk({ ledger, port: Number(values.port) }, ({ address }) => {
    process.stdout.write(`
The desk of the sample reports is open at ${address}
Your own: npx hearsay ingest FILES --ledger news.db && npx hearsay desk --ledger news.db
End it with Ctrl-C.
`);
    if (values['no-open'] !== true) openBrowser(address);
  });
} catch (error) {
  if (!(error instanceof DeskStartError || error instanceof LedgerError)) throw error;
  process.stderr.write(`npm start: ${error.message}\n`);
  process.exitCode = 1;
}

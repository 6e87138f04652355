import { parseArgs } from 'node:util';
import { LedgerError } from '@hearsay/ledger/store/ledger-error';
import { DeskStartError } from '../desk-start-error.ts';
import { openBrowser } from '../open-browser.ts';
import { runDesk } from '../run-desk.ts';
import { sampleLedger } from './sample-ledger.ts';

const USAGE = `npm start [-- [--port 4401] [--no-open]]: opens the desk of the sample reports.
`;

try {
  const { port, opens, help } = options();
  if (help) {
    process.stdout.write(USAGE);
    process.exit();
  }
  const ledger = await sampleLedger();
  await runDesk({ ledger, port, portOption: 'npm start -- --port' }, ({ address }) => {
    process.stdout.write(`
The desk of the sample reports is open at ${address}
Your own: npx hearsay ingest FILES --ledger news.db && npx hearsay desk --ledger news.db
End it with Ctrl-C.
`);
    if (opens) openBrowser(address);
  });
} catch (error) {
  if (!(error instanceof DeskStartError || error instanceof LedgerError)) throw error;
  process.stderr.write(`npm start: ${error.message}\n`);
  process.exitCode = 1;
}

function options(): { port: number; opens: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4400' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new DeskStartError(`--port is ${values.port}; give a whole number from 0 to 65535`);
    return { port, opens: !values['no-open'], help: values.help };
  } catch (error) {
    throw error instanceof TypeError ? new DeskStartError(error.message, { cause: error }) : error;
  }
}

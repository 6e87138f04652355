import { DeskStartError } from '@hearsay/desk/desk-start-error';
import { openBrowser } from '@hearsay/desk/open-browser';
import { runDesk } from '@hearsay/desk/run-desk';
import { print } from '../output.ts';
import { reportingLedgerErrors } from './with-ledger.ts';

export interface DeskCommandOptions {
  ledger: string;
  port: number;
  host: string;
  open: boolean;
  allowPrivate?: boolean;
}

/** Opens the desk of a ledger until it is ended; returns whether it could be opened. */
export async function runDeskCommand({
  ledger,
  port,
  host,
  open,
  allowPrivate = false,
}: DeskCommandOptions): Promise<boolean> {
  return reportingLedgerErrors(async () => {
    try {
      await runDesk({ ledger, port, host, allowPrivate }, ({ address }) => {
        void print(
          `The desk of ${ledger.replace(/(?<=:\/\/[^/]*:)[^@/]+(?=@)/, '…')} is open at ${address}\nEnd it with Ctrl-C.\n`,
        );
        if (open) openBrowser(address);
      });
      return true;
    } catch (error) {
      if (!(error instanceof DeskStartError || error instanceof RangeError)) throw error;
      process.stderr.write(`hearsay: ${error.message}\n`);
      return false;
    }
  });
}

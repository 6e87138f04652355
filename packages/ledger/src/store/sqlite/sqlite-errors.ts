import { LedgerError } from '../ledger-error.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const RESULT = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const;

/** SQLite's error as one that names the ledger and the way out; any other is given back as it is. */
export function explainSqliteError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const options = { cause: error };
  // The low byte is the primary code, the rest says more of the same.
  switch (error.errcode & 0xff) {
    case RESULT.busy:
      return new LedgerError('busy', `${path}: another process is writing and did not finish; try again`, options);
    case RESULT.readOnly:
      return new LedgerError(
        'read-only',
        `${path}: the file or its folder cannot be written to; change its permissions or copy it elsewhere`,
        options,
      );
    case RESULT.ioError:
      return new LedgerError(
        'full',
        `${path}: the disk could not be read or written (${error.message}); see that it has room and is sound. ` +
          'What was recorded before is kept',
        options,
      );
    case RESULT.corrupt:
      return new LedgerError(
        'corrupt',
        `${path}: the file is damaged (${error.message}); bring back a copy with "hearsay restore"`,
        options,
      );
    case RESULT.full:
      return new LedgerError(
        'full',
        `${path}: the disk is full; make room and run the same command again. What was recorded before is kept`,
        options,
      );
    case RESULT.cannotOpen:
      return new LedgerError(
        'missing',
        `${path}: the file cannot be opened; see that its folder exists and that you may read it`,
        options,
      );
    case RESULT.notADatabase:
      return new LedgerError('not-a-ledger', `${path}: this is no ledger; name another file with --ledger`, options);
    default:
      return error;
  }
}

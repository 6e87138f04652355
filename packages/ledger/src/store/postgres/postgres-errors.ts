import { LedgerError } from '../ledger-error.ts';

/** PostgreSQL's error as one that names the ledger and the way out; any other is given back as it is. */
export function explainPostgresError(address: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const options = { cause: error };
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return new LedgerError(
        'unreachable',
        `${address}: no PostgreSQL answers there; see that it runs and that the address is right`,
        options,
      );
    case '28P01':
    case '28000':
      return new LedgerError('unreachable', `${address}: PostgreSQL refuses the user or the password`, options);
    case '3D000':
      return new LedgerError('missing', `${address}: there is no such database; make it with "createdb"`, options);
    case '25006':
      return new LedgerError('read-only', `${address}: the database can only be read; name one to write to`, options);
    case '42501':
      return new LedgerError('read-only', `${address}: the user may not do this (${error.message})`, options);
    case '53100':
      return new LedgerError(
        'full',
        `${address}: the disk of the database is full; make room and run the same command again. What was recorded before is kept`,
        options,
      );
    default:
      return error;
  }
}

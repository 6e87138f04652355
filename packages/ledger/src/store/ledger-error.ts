/** What can be wrong with a ledger as a whole; a command reports it in one line and ends. */
export type LedgerErrorCode =
  | 'busy'
  | 'corrupt'
  | 'draft'
  | 'exists'
  | 'forgotten'
  | 'full'
  | 'locked'
  | 'missing'
  | 'newer'
  | 'not-a-ledger'
  | 'older'
  | 'read-only'
  | 'unknown'
  | 'unreachable';

/** A ledger that could not be used: a code for scripts, and a sentence that names the ledger and the way out. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
  }
}

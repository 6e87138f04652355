/** Why one input could not be read: a code for scripts and a sentence that names the place and the way out. */
export class InputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
  }
}

/** The code and message that a failed input is reported with, whatever was thrown. */
export function describeFailure(thrown: unknown): { code: string; message: string } {
  if (thrown instanceof InputError) return { code: thrown.code, message: thrown.message };
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

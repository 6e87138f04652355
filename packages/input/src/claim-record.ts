import { z } from 'zod';
import { InputError } from './input-error.ts';

/** A claim, and the text to hold it against. */
export interface ClaimInput {
  claim: string;
  text: string;
}

/** Longest claim taken, in UTF-16 code units: a claim is a sentence. */
const LONGEST_CLAIM = 2_000;

const record = z.object({ claim: z.string(), text: z.string() });

/**
 * The claim and the text of one record, `{"id", "claim", "text"}`.
 * @throws {InputError} where it is no such record, or where either is empty or the claim is no claim by its length.
 */
export function recordClaim(value: unknown): ClaimInput {
  const parsed = record.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue.path.length === 0 ? 'the line' : `"${issue.path.join('.')}"`;
    throw new InputError('record', `${place}: ${issue.message}; give {"id", "claim", "text"}`);
  }
  const { claim, text } = parsed.data;
  for (const [name, words] of Object.entries({ claim, text })) {
    if (!/[\p{L}\d]/u.test(words)) throw new InputError('empty', `its ${name} has no words: nothing to judge`);
  }
  if (claim.length > LONGEST_CLAIM) {
    const message = `its claim has ${claim.length} characters, and a claim is a sentence of at most ${LONGEST_CLAIM}; give one assertion, and the report as "text"`;
    throw new InputError('long-claim', message);
  }
  return { claim, text };
}

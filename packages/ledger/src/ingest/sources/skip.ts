import { describeFailure } from '@hearsay/input/input-error';
import type { SkippedInput } from '../source.ts';

/** The record of an input that could not be read, whatever was thrown. */
export function skip(thrown: unknown, at: { input: string; place: string }): SkippedInput {
  const { code, message } = describeFailure(thrown);
  return { kind: 'skipped', input: at.input, place: at.place, code, reason: message };
}

import type { Assertion } from '../reading.ts';
import type { CueText } from './cue-text.ts';

export function cueAct(_text: CueText, _head: number): Assertion['act'] {
  return 'statement';
}

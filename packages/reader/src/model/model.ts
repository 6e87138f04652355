import type { ArgumentModel } from '../attribution/arguments-model.ts';
import type { CueModel } from '../attribution/cue-model.ts';
import type { LanguageModel } from '../language/language-model.ts';
import type { PageModel } from '../page/page-model.ts';

/** Everything trained that a reading rests on. */
export interface Model {
  /** Names the weights, so that an old reading can be read again: the CRC-32 over their files, in hexadecimal. */
  readonly version: string;
  readonly language: LanguageModel;
  readonly cues: CueModel;
  readonly arguments: ArgumentModel;
  readonly page: PageModel;
}

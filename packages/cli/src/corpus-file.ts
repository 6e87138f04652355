import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@hearsay/input/input-error';

/**
 * The one file to score: `path` itself, or where it is a folder the file in it with this ending; of several the one that
 * is held out from training, as its name says ("dev", "test").
 * @throws {InputError} where there is none, or no telling which.
 */
export function corpusFile(path: string, ending: RegExp): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new InputError('missing', 'there is no such file or folder; check the path after --data');
  if (!stats.isDirectory()) return path;
  const all = readdirSync(path).filter((name) => ending.test(name));
  const heldOut = all.filter((name) => /\b(?:dev|test)\b/.test(name));
  const choices = all.length > 1 && heldOut.length > 0 ? heldOut : all;
  if (choices.length === 1) return join(path, choices[0]);
  const found = choices.length === 0 ? 'none of its files is a corpus of this kind' : `it holds ${choices.join(', ')}`;
  throw new InputError('corpus', `${found}; give --data the file to score`);
}

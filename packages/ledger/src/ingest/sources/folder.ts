import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '@hearsay/input/file-error';
import { InputError } from '@hearsay/input/input-error';
import type { SkippedInput } from '../source.ts';
import { skip } from './skip.ts';

/** A file that was found, or what could not be looked into. */
export type Found = { kind: 'file'; path: string; size: number } | SkippedInput;

/** Names under which saved pages keep what is text and no article. */
const NO_ARTICLE = /\.(?:[cm]?js|css|csv|ics|map|svg|tsv|vtt)(?:\.gz)?$/i;

/**
 * The files of a folder and of the folders in it, by name; hidden ones are left out. Links are followed, no folder is gone
 * into twice, so a loop of links ends.
 */
export async function* filesIn(folder: string, visited = new Set<string>()): AsyncGenerator<Found> {
  let names: string[];
  try {
    const place = await realpath(folder);
    if (visited.has(place)) return;
    visited.add(place);
    names = await readdir(folder);
  } catch (error) {
    yield skip(fileError(error), { input: folder, place: folder });
    return;
  }
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* filesIn(path, visited);
      else yield { kind: 'file', path: checked(path, found.isFile()), size: found.size };
    } catch (error) {
      yield skip(fileError(error), { input: path, place: path });
    }
  }
}

function checked(path: string, isFile: boolean): string {
  if (!isFile) throw new InputError('special', 'it is no regular file (a pipe, socket or device); give it by itself');
  if (NO_ARTICLE.test(path)) {
    throw new InputError(
      'no-article',
      'its name says that it is no article; give it by itself to read it all the same',
    );
  }
  return path;
}

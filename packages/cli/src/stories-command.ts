import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES, parseJsonLine, recordId, recordInput } from '@hearsay/input/article-record';
import { fileError } from '@hearsay/input/file-error';
import { describeFailure } from '@hearsay/input/input-error';
import { type Line, splitLines } from '@hearsay/input/split-lines';
import { StoriesInMemory } from '@hearsay/ledger/stories/stories-in-memory';
import { storyFeatures } from '@hearsay/ledger/stories/story-features';
import { loadTermRarity } from '@hearsay/ledger/stories/term-rarity';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { complain, print } from './output.ts';

/** A line's answer: the place of its article among those that were grouped, or why it could not be read. */
type Answer = { id: string; place: number } | { id: string; error: { code: string; message: string } };

/**
 * Reads JSON lines, one article each, and prints each one's story after the last, in the order read. An article that cannot
 * be read gives an error in its place. Returns whether all were read.
 */
export async function runStories(inputs: readonly string[]): Promise<boolean> {
  const stories = new StoriesInMemory();
  const model = loadModel();
  const rarity = loadTermRarity();
  const answers: Answer[] = [];
  let places = 0;
  let whole = true;

  const take = (line: Line): Answer => {
    let id = `line ${line.number}`;
    try {
      const value = parseJsonLine(line);
      id = recordId(value) ?? id;
      const article = readAnalysed(recordInput(value, {}), model);
      const { published } = article.reading.article;
      const time = published === undefined ? Number.NaN : Date.parse(published);
      stories.add(storyFeatures(article, rarity), Number.isNaN(time) ? null : time);
      return { id, place: places++ };
    } catch (error) {
      whole = false;
      return { id, error: describeFailure(error) };
    }
  };

  for (const name of inputs.length === 0 ? ['-'] : inputs) {
    try {
      const stream = name === '-' ? process.stdin : createReadStream(name);
      for await (const line of splitLines(stream, MAX_LINE_BYTES)) {
        if (line.bytes?.length !== 0) answers.push(take(line));
      }
    } catch (error) {
      complain(name, fileError(error).message);
      whole = false;
    }
  }
  const found = stories.stories();
  for (const answer of answers) {
    const line = 'error' in answer ? answer : { id: answer.id, story: found[answer.place] };
    await print(`${JSON.stringify(line)}\n`);
  }
  return whole;
}

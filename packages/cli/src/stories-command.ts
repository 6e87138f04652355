import { recordInput } from '@hearsay/input/article-record';
import { StoriesInMemory } from '@hearsay/ledger/stories/stories-in-memory';
import { storyFeatures } from '@hearsay/ledger/stories/story-features';
import { loadTermRarity } from '@hearsay/ledger/stories/term-rarity';
import { loadModel } from '@hearsay/reader/model/load-model';
import { readAnalysed } from '@hearsay/reader/read';
import { filterLines, type LineFailure } from './filter-lines.ts';
import { print } from './output.ts';

/** A line's answer: the place of its article among those that were grouped, or why it could not be read. */
type Answer = { id: string; place: number } | LineFailure;

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
  const group = (value: unknown, id: string): void => {
    const article = readAnalysed(recordInput(value, {}), model);
    const { published } = article.reading.article;
    const time = published === undefined ? Number.NaN : Date.parse(published);
    stories.add(storyFeatures(article, rarity), Number.isNaN(time) ? null : time);
    answers.push({ id, place: places++ });
  };
  const whole = await filterLines(inputs, group, (failure) => void answers.push(failure));
  const found = stories.stories();
  for (const answer of answers) {
    const line = 'error' in answer ? answer : { id: answer.id, story: found[answer.place] };
    await print(`${JSON.stringify(line)}\n`);
  }
  return whole;
}

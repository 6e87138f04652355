import type { Writing } from '../store/writing.ts';
import type { Story } from './story.ts';
import type { StoryKey } from './story-index.ts';
import type { StoryTable } from './tables.ts';
import { lengthOf, type TermVector, weightiest } from './term-vector.ts';

/** Terms of a story that are stored: fewer than a story in memory may hold, those that decide. */
const STORED_TERMS = 120;
const BYTES_PER_TERM = 5;
/** Weights are stored as shares of the greatest. */
const STEPS = 65_535;

/** Stories by id; where one was poured into another, the other stands under its id too. */
export async function loadStories(writing: Writing, ids: Iterable<number>): Promise<Map<number, Story>> {
  const stories = new Map<number, Story>();
  const pouredInto = new Map<number, number>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const rows = await writing.db.selectFrom('story').selectAll().where('id', 'in', writing.listed(wanted)).execute();
    wanted = [];
    for (const row of rows) {
      if (row.merged_into === null) stories.set(row.id, storyOf(row));
      else {
        pouredInto.set(row.id, row.merged_into);
        if (!stories.has(row.merged_into) && !pouredInto.has(row.merged_into)) wanted.push(row.merged_into);
      }
    }
  }
  for (const id of pouredInto.keys()) {
    let end = id;
    for (let next = pouredInto.get(end); next !== undefined; next = pouredInto.get(end)) end = next;
    const story = stories.get(end);
    if (story !== undefined) stories.set(id, story);
  }
  return stories;
}

/** Adds stories that are new and brings the others up to date. */
export async function saveStories(
  writing: Writing,
  changed: Iterable<Story>,
  isNew: (id: number) => boolean,
): Promise<void> {
  const stories = [...changed];
  await writing.insert(
    'story',
    stories.filter(({ id }) => isNew(id)).map((story) => ({ ...rowOf(story, writing.at), merged_into: null })),
  );
  await writing.update(
    'story',
    'id',
    stories.filter(({ id }) => !isNew(id)).map((story) => rowOf(story, writing.at)),
  );
}

export async function saveKeys(writing: Writing, keys: readonly StoryKey[]): Promise<void> {
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const some = keys.slice(at, at + KEYS_AT_ONCE);
    await writing.query(
      `insert into story_key (term, slot, story_id) values ${some.map(() => '(?, ?, ?)').join()}
       on conflict (term, slot) do update set story_id = excluded.story_id`,
      some.flatMap(({ term, slot, story }) => [term, slot, story]),
    );
  }
}

const KEYS_AT_ONCE = 40;

function storyOf(row: StoryTable): Story {
  const sum = unpackTerms(row.terms);
  return {
    id: row.id,
    articles: row.articles,
    sum,
    length: lengthOf(sum),
    title: row.title,
    titleArticle: row.title_article_id,
    titleScore: row.title_score,
    first: Date.parse(row.first_at),
    last: Date.parse(row.last_at),
  };
}

function rowOf(story: Story, at: string): Omit<StoryTable, 'merged_into'> {
  return {
    id: story.id,
    title: story.title,
    title_article_id: story.titleArticle,
    title_score: story.titleScore,
    articles: story.articles,
    first_at: story.first === null ? at : new Date(story.first).toISOString(),
    last_at: story.last === null ? at : new Date(story.last).toISOString(),
    changed_at: at,
    terms: packTerms(story.sum),
  };
}

/** The greatest weight, then each term and its weight as a share of that. */
export function packTerms(sum: TermVector): Uint8Array {
  const kept = weightiest(sum, STORED_TERMS);
  const greatest = kept[0]?.[1] ?? 0;
  const bytes = new Uint8Array(4 + kept.length * BYTES_PER_TERM);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, greatest, true);
  for (const [at, [term, weight]] of kept.entries()) {
    view.setUint16(4 + at * BYTES_PER_TERM, term >>> 8, true);
    view.setUint8(6 + at * BYTES_PER_TERM, term & 0xff);
    view.setUint16(7 + at * BYTES_PER_TERM, Math.round((weight / greatest) * STEPS), true);
  }
  return bytes;
}

export function unpackTerms(bytes: Uint8Array): TermVector {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sum: TermVector = new Map();
  const greatest = view.getFloat32(0, true);
  for (let at = 4; at + BYTES_PER_TERM <= bytes.length; at += BYTES_PER_TERM) {
    const term = view.getUint16(at, true) * 256 + view.getUint8(at + 2);
    sum.set(term, (view.getUint16(at + 3, true) / STEPS) * greatest);
  }
  return sum;
}

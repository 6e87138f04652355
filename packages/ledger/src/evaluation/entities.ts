import { readFile } from 'node:fs/promises';
import { readAnalysed } from '@hearsay/reader';
import { offsetMap } from '@hearsay/reader/evaluation/offsets';
import type { Model } from '@hearsay/reader/model/model';
import type { Reading, Span } from '@hearsay/reader/reading';
import { z } from 'zod';
import { entityFeatures } from '../entities/entity-features.ts';
import { EntityIndex } from '../entities/entity-index.ts';
import { StoriesInMemory } from '../stories/stories-in-memory.ts';
import { storyFeatures } from '../stories/story-features.ts';
import { loadTermRarity } from '../stories/term-rarity.ts';
import { readTopicsCorpus } from './topics-corpus.ts';

export interface EntitiesReport {
  task: 'entities';
  /** How many pairs were scored. */
  items: number;
  metrics: Record<string, number>;
}

/** Pairs labelled for this project: ids and offsets of articles in the stance corpus. */
export const ENTITY_PAIRS = new URL('../../evaluation/entities.jsonl', import.meta.url);

const mention = z.object({ article: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() });
const pair = z.object({ kind: z.string(), a: mention, b: mention, same: z.boolean() });

/**
 * Scores entities on pairs of names in articles, each said to be one actor or two: precision and recall of "one", over all
 * pairs and by kind. The articles that are not held out are read, put into stories and linked, in the corpus's order.
 *
 * @param bodies the articles, as for stories
 * @param pairs JSON lines of `{"kind", "a": {"article", "start", "end"}, "b", "same"}`
 */
export async function evaluateEntities(bodies: string, pairs: string | URL, model: Model): Promise<EntitiesReport> {
  const articles = (await readTopicsCorpus(bodies)).filter(({ split }) => split !== 'dev');
  const rarity = loadTermRarity();
  const stories = new StoriesInMemory();
  const read = articles.map(({ id, text }) => {
    const article = readAnalysed({ id, text }, model);
    stories.add(storyFeatures(article, rarity), null);
    return { id, text, reading: article.reading, features: entityFeatures(article) };
  });
  let lastId = 0;
  const index = new EntityIndex(() => ++lastId);
  const storyOf = stories.stories();
  const found = new Map(
    read.map(({ id, text, reading, features }, at) => {
      const entityOf = new Map(index.link(features, storyOf[at]).map(({ ordinal, entity }) => [ordinal, entity.id]));
      return [id, { text, reading, entityOf }];
    }),
  );
  const entityAt = ({ article, start, end }: z.infer<typeof mention>): number | undefined => {
    const one = found.get(article);
    if (one === undefined) throw new Error(`the pairs name article ${article}, which the corpus does not have`);
    const span = offsetMap(one.text, one.reading).toReading({ start, end });
    return span === null ? undefined : one.entityOf.get(actorAt(one.reading, span));
  };

  const counts = new Map<string, { right: number; found: number; gold: number }>();
  const lines = (await readFile(pairs, 'utf8')).split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const { kind, a, b, same } = pair.parse(JSON.parse(line));
    const entity = entityAt(a);
    const isJoined = entity !== undefined && entity === entityAt(b);
    for (const name of ['', `${kind}.`]) {
      const count = counts.get(name) ?? { right: 0, found: 0, gold: 0 };
      counts.set(name, count);
      count.right += Number(same && isJoined);
      count.found += Number(isJoined);
      count.gold += Number(same);
    }
  }
  const metrics: Record<string, number> = {};
  for (const [name, { right, found: joined, gold }] of counts) {
    metrics[`${name}precision`] = joined === 0 ? 0 : right / joined;
    metrics[`${name}recall`] = gold === 0 ? 0 : right / gold;
  }
  return { task: 'entities', items: lines.length, metrics };
}

/** The place of the actor with the mention that covers a span best. */
function actorAt({ actors }: Reading, { start, end }: Span): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [ordinal, { mentions }] of actors.entries()) {
    for (const one of mentions) {
      const shared = Math.min(end, one.end) - Math.max(start, one.start);
      const fit = 2 * shared - (one.end - one.start);
      if (shared > 0 && fit > most) [best, most] = [ordinal, fit];
    }
  }
  return best;
}

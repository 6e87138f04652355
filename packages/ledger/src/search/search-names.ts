import type { Writing } from '../store/writing.ts';
import { foldedWords } from './folded-words.ts';

/** Brings the words under which entities are found up to the names that articles give them now. */
export async function indexNames(entityIds: readonly number[], writing: Writing): Promise<void> {
  if (entityIds.length === 0) return;
  const ids = writing.listed([...new Set(entityIds)]);
  const aliases = await writing.db
    .selectFrom('entity_alias')
    .select(['entity_id', 'name'])
    .where('entity_id', 'in', ids)
    .where('articles', '>', 0)
    .execute();
  const wanted = new Map<string, { word: string; entity_id: number }>();
  for (const { entity_id, name } of aliases) {
    for (const word of foldedWords(name)) wanted.set(`${entity_id} ${word}`, { word, entity_id });
  }
  const known = await writing.db
    .selectFrom('search_name')
    .select(['word', 'entity_id'])
    .where('entity_id', 'in', ids)
    .execute();
  for (const { word, entity_id } of known) {
    if (wanted.delete(`${entity_id} ${word}`)) continue;
    await writing.db.deleteFrom('search_name').where('word', '=', word).where('entity_id', '=', entity_id).execute();
  }
  await writing.insert('search_name', [...wanted.values()]);
}

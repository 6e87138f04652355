import type { Writing } from '../store/writing.ts';
import { foldedWords } from './folded-words.ts';

/**
 * Brings the words under which entities are found up to the names that articles give them now. Forms of names that no
 * article gives any more are taken out as long as `entity_alias` still has them, which is until they are forgotten.
 */
export async function indexNames(entityIds: readonly number[], writing: Writing): Promise<void> {
  if (entityIds.length === 0) return;
  const aliases = await writing.db
    .selectFrom('entity_alias')
    .select(['entity_id', 'name', 'articles'])
    .where('entity_id', 'in', writing.listed([...new Set(entityIds)]))
    .execute();
  const wanted = new Map<string, { word: string; entity_id: number }>();
  const gone = new Map<string, { word: string; entity_id: number }>();
  for (const { entity_id, name, articles } of aliases) {
    for (const word of foldedWords(name)) {
      (articles > 0 ? wanted : gone).set(`${entity_id} ${word}`, { word, entity_id });
    }
  }
  for (const [key, { word, entity_id }] of gone) {
    if (wanted.has(key)) continue;
    await writing.query('delete from search_name where word = ? and entity_id = ?', [word, entity_id]);
  }
  await writing.insert('search_name', [...wanted.values()], { ifNew: true });
}

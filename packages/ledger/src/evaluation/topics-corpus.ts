import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const body = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  topic: z.union([z.string(), z.number().transform(String)]),
  split: z.string().optional(),
  text: z.string(),
});

/** An article of a corpus that says which articles are about one event. */
export type TopicBody = z.infer<typeof body>;

/**
 * Reads articles with their topics: JSON lines, gzip or plain.
 * @throws {Error} naming the line that is not in the corpus's format.
 */
export async function readTopicsCorpus(file: string): Promise<TopicBody[]> {
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const bodies: TopicBody[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      bodies.push(body.parse(JSON.parse(line)));
    } catch (error) {
      throw new Error(`${file}, line ${at + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return bodies;
}

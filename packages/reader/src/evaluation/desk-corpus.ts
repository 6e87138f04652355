import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Assertion, Reading, Span } from '../reading.ts';
import type { DeskAssertion, DeskPrediction } from './desk-score.ts';
import type { OffsetMap } from './offsets.ts';

/** An article of the corpus; its offsets are code points into `text`. */
export interface DeskArticle {
  id: string;
  text: string;
  gold: DeskAssertion[];
}

const pair = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const corpus = z.record(
  z.string(),
  z.object({
    text: z.string(),
    assertions: z.array(
      z.object({
        kind: z.string(),
        content: z.array(pair),
        source: pair.nullable(),
        cue: z.array(pair),
        chain: z.array(z.string()),
        speaker: z.string().nullable(),
        certainty: z.string(),
        stance: z.string().nullable(),
      }),
    ),
  }),
);

/**
 * Reads a desk corpus, in the order of the file.
 * @throws {Error} saying what is not in the corpus's format.
 */
export async function readDeskCorpus(file: string): Promise<DeskArticle[]> {
  const parsed = corpus.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return Object.entries(parsed.data).map(([id, { text, assertions }]) => ({
    id,
    text,
    gold: assertions.map(({ content, source, cue, ...rest }) => ({
      ...rest,
      content: content.map(spanOf),
      source: source ? [spanOf(source)] : [],
      cue: cue.map(spanOf),
    })),
  }));
}

function spanOf([start, end]: [number, number]): Span {
  return { start, end };
}

/** A reading's assertions in the corpus's offsets, each source with all the names of its actor. */
export function predictionsOf(reading: Pick<Reading, 'actors' | 'assertions'>, offsets: OffsetMap): DeskPrediction[] {
  const actors = new Map(reading.actors.map((actor) => [actor.id, [actor.name, ...actor.aliases]]));
  const namesOf = (id: string) => actors.get(id) ?? [];
  return reading.assertions.map((assertion: Assertion) => ({
    act: assertion.act,
    kind: assertion.kind,
    content: assertion.content.map(offsets.toCorpus),
    source: assertion.source.map(offsets.toCorpus),
    cue: assertion.cue.map(offsets.toCorpus),
    chain: assertion.chain.map(namesOf),
    speaker: assertion.speaker === null ? null : namesOf(assertion.speaker),
    certainty: assertion.certainty,
    stance: assertion.stance,
    confidence: assertion.confidence,
  }));
}

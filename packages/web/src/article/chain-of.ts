import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';

/** Whom an assertion came through, outermost first, each with its entity. */
export function chainOf({ reading, entityIds }: ArticleAnswer, ordinal: number): { id: number | null; name: string }[] {
  return reading.assertions[ordinal]!.chain.map((actor) => {
    const place = reading.actors.findIndex(({ id }) => id === actor);
    return { id: entityIds[place] ?? null, name: reading.actors[place]?.name ?? actor };
  });
}

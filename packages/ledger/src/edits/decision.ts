import { z } from 'zod';

const id = z.int().positive();
const ids = z.array(id).min(1);

/** Where an assertion stands, whatever is read there next time: offsets are UTF-16 code units of the revision's text. */
const place = z.strictObject({
  article: id,
  revision: id,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** The fields of an assertion that an editor can set. */
const correction = z.strictObject({
  /** Where its content stands now; the machine's other segments go with it. */
  span: span.optional(),
  /** The words that say that it is said: "denied". */
  cue: span.optional(),
  /** The words that name who says it. */
  source: span.optional(),
  speaker: z.string().nullable().optional(),
  certainty: z.enum(['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu']).optional(),
  stance: z.enum(['acknowledges', 'distances', 'endorses']).nullable().optional(),
  act: z.enum(['statement', 'order', 'knowledge', 'intention', 'attitude']).optional(),
});

/** What an editor can decide: the payload of each kind of decision. */
export const DECISIONS = {
  /** The article does not repeat the other's text, or any other's where none is named. */
  'not-a-copy': z.strictObject({ article: id, of: id.optional() }),
  /** The other stories' articles belong to `into`. */
  'story-merge': z.strictObject({ into: id, from: ids }),
  /** These articles are no part of `story`; they make one of their own. */
  'story-split': z.strictObject({ story: id, articles: ids }),
  'entity-merge': z.strictObject({ into: id, from: ids }),
  /** These actors of these revisions are not `entity`; they make one of their own. */
  'entity-split': z.strictObject({
    entity: id,
    actors: z.array(z.strictObject({ revision: id, ordinal: z.int().nonnegative() })).min(1),
  }),
  'claim-merge': z.strictObject({ into: id, from: ids }),
  'claim-split': z.strictObject({ claim: id, assertions: z.array(place).min(1) }),
  /** `at` is where the first segment of its content stands in the reading as corrected so far; for `add`, where it shall stand. */
  'assertion-correction': z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('edit'), at: place, set: correction }),
    z.strictObject({ action: z.literal('delete'), at: place }),
    z.strictObject({ action: z.literal('add'), at: place, set: correction }),
  ]),
  /** An editor's rating of a claim (schema.org ClaimReview); it stands beside the status. */
  verdict: z.strictObject({
    claim: id,
    rating: z.enum(['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'unproven']),
    note: z.string().optional(),
    url: z.url().optional(),
  }),
} as const;

export type DecisionKind = keyof typeof DECISIONS;
export type Payload<Kind extends DecisionKind> = z.infer<(typeof DECISIONS)[Kind]>;

/** One decision of an editor, told apart by `kind`. */
export type Decision = {
  [Kind in DecisionKind]: { id: number; at: string; author: string; kind: Kind; payload: Payload<Kind> };
}[DecisionKind];
export type Correction = Payload<'assertion-correction'>;

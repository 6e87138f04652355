import { z } from 'zod';

/**
 * The one definition of what a reading holds. Types, validation and the published JSON Schema all follow from it.
 * All offsets are UTF-16 code units into `Reading.text`, end exclusive.
 */
const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

const dateline = span.extend({ place: z.string().optional(), date: z.string().optional() });

const article = z.strictObject({
  title: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  /** BCP 47 tag, `und` where the language could not be told. */
  language: z.string(),
  bylines: z.array(z.string()),
  /** The agency credited: "AP", "PTI". */
  credit: z.string().optional(),
  /** ISO 8601, with zone where the page gave one. */
  published: z.string().optional(),
  modified: z.string().optional(),
  dateline: dateline.optional(),
  /** Which evidence gave each field: "json-ld", "og", "meta", "microdata", "page", "dateline", "option". */
  origins: z.record(z.string(), z.string()),
});

const block = span.extend({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'quotation', 'table', 'code']),
});

const insert = z.strictObject({
  /** Where the words stood: an offset into `text`. Inserts at one offset stand in the order of the array. */
  at: z.int().nonnegative(),
  text: z.string(),
  kind: z.enum(['teaser', 'promotion', 'caption', 'credit', 'share', 'embed', 'boilerplate']),
  href: z.string().optional(),
  /** The evidence that these words are not the article's, for a person to read. */
  why: z.string(),
});

const actor = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(['person', 'organization', 'place', 'group', 'unnamed', 'document']),
  aliases: z.array(z.string()),
  mentions: z.array(span),
});

/** TIMEX3 (ISO-TimeML): type, value, mod. */
const time = span.extend({
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
  mod: z.string().optional(),
});

const assertion = z.strictObject({
  id: z.string(),
  /** The id of the assertion that this one is nested in. */
  within: z.string().optional(),
  act: z.enum(['statement', 'order', 'knowledge', 'intention', 'attitude']),
  kind: z.enum(['direct', 'indirect', 'mixed', 'narration', 'omission']),
  content: z.array(span),
  cue: z.array(span),
  source: z.array(span),
  /** An editor's words inside a quotation, in brackets: not the speaker's. */
  interpolations: z.array(span),
  /** Actor ids, outermost to innermost. */
  chain: z.array(z.string()),
  /** The innermost source, an actor id. */
  speaker: z.string().nullable(),
  /** FactBank's certainty values. */
  certainty: z.enum(['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu']),
  /** Engagement (appraisal theory); null for narration. */
  stance: z.enum(['acknowledges', 'distances', 'endorses']).nullable(),
  confidence: z.number().min(0).max(1),
  /** Which quotation mark was mended. */
  repaired: z.enum(['opening', 'closing', 'both', 'adjacent', 'direction']).optional(),
});

const statement = z.strictObject({
  id: z.string(),
  medium: z.enum(['audio', 'video', 'speech', 'interview', 'text', 'post', 'document', 'broadcast', 'other']),
  by: z.array(z.string()),
  releasedBy: z.array(z.string()),
  date: z.string().optional(),
  /** ISO 8601 duration. */
  duration: z.string().optional(),
  channel: span.optional(),
  since: span.extend({ order: z.enum(['first', 'last']), value: z.string() }).optional(),
  authenticity: z.strictObject({ certainty: z.string(), evidence: z.array(span) }),
  mentions: z.array(span),
});

const warning = z.strictObject({ code: z.string(), message: z.string() });

/** Everything the reader found in one article. */
export const readingSchema = z.strictObject({
  version: z.literal(1),
  /** The id of the input, else the SHA-256 of its bytes. */
  id: z.string(),
  /** What read it, so that old readings can be read again. */
  reader: z.strictObject({ version: z.string(), model: z.string() }),
  article,
  /** The body without headline; blocks joined by a blank line. For text input: the input less its inserts. */
  text: z.string(),
  blocks: z.array(block),
  inserts: z.array(insert),
  sentences: z.array(span),
  actors: z.array(actor),
  times: z.array(time),
  assertions: z.array(assertion),
  statements: z.array(statement),
  warnings: z.array(warning),
});

/** The JSON Schema (draft 2020-12) that every reading keeps to. */
export function readingJsonSchema(): object {
  return z.toJSONSchema(readingSchema);
}

export type Span = z.infer<typeof span>;
export type Dateline = z.infer<typeof dateline>;
export type ArticleMetadata = z.infer<typeof article>;
export type Block = z.infer<typeof block>;
export type Insert = z.infer<typeof insert>;
export type Actor = z.infer<typeof actor>;
export type Time = z.infer<typeof time>;
export type Assertion = z.infer<typeof assertion>;
export type Statement = z.infer<typeof statement>;
export type Warning = z.infer<typeof warning>;
export type Reading = z.infer<typeof readingSchema>;

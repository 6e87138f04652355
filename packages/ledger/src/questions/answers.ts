import { readingSchema } from '@hearsay/reader/reading';
import { z } from 'zod';

/**
 * What the ledger answers, in one place: the command's JSON, the API, its OpenAPI document and the pages' types all follow
 * from it. Times are ISO 8601 in UTC; spans are UTF-16 code units into the text of the article's current revision.
 */
const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const id = z.int().positive();
const time = z.string();

/** One of a list, and where the next part of it begins; `next` is null at its end. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int().nonnegative(), next: z.string().nullable() });
}

export const statusName = z.enum(['unconfirmed', 'single-origin', 'corroborated', 'disputed', 'denied', 'retracted']);
export const polarity = z.enum(['for', 'against', 'observing']);

export const entityRef = z.object({ id, name: z.string() });

export const articleCard = z.object({
  id,
  title: z.string(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  published: time.nullable(),
  addedAt: time,
  storyId: id.nullable(),
  /** The article whose text this one repeats; its own id where it repeats none. */
  originId: id,
  originReason: z.string().nullable(),
  /** How many articles repeat this one's text. */
  copies: z.int().nonnegative(),
  revisions: z.int().positive(),
});

export const claimCard = z.object({
  id,
  /** In the words of its clearest wording. */
  text: z.string(),
  /** The same to be read on its own: a capital, and nothing before it that joins it to another clause. */
  title: z.string(),
  status: statusName,
  /** The rule that gives the status, in one sentence with its figures. */
  reason: z.string(),
  storyId: id.nullable(),
  articles: z.int().nonnegative(),
  /** Independent origins that report it, firmly or not. */
  origins: z.int().nonnegative(),
  /** Of these, those that report it firmly and have not taken it back, and those that deny it firmly: what its status counts. */
  firmOrigins: z.int().nonnegative(),
  denyingOrigins: z.int().nonnegative(),
  /** Those that reported it firmly and took it back. */
  takenBackOrigins: z.int().nonnegative(),
  for: z.int().nonnegative(),
  against: z.int().nonnegative(),
  observing: z.int().nonnegative(),
  firstAt: time,
  /** When its status changed last. */
  changedAt: time,
});

export const storyCard = z.object({
  id,
  title: z.string(),
  articles: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  origins: z.int().nonnegative(),
  claims: z.int().nonnegative(),
  /** Claims of it that are unconfirmed, disputed or denied. */
  openClaims: z.int().nonnegative(),
  firstAt: time,
  changedAt: time,
});

export const entityCard = z.object({
  id,
  name: z.string(),
  type: z.enum(['person', 'organization', 'place', 'group', 'unnamed', 'document']),
  aliases: z.array(z.string()),
  articles: z.int().nonnegative(),
  /** Assertions of which it is the speaker. */
  assertions: z.int().nonnegative(),
});

/** An assertion with the exact words that it rests on. */
export const evidence = z.object({
  assertionId: id,
  articleId: id,
  revisionId: id,
  /** Its place in the reading's `assertions`. */
  ordinal: z.int().nonnegative(),
  content: z.array(span),
  /** The content's exact words, segments joined by " … ". */
  words: z.string(),
  /** The sentence around it. */
  sentence: z.string(),
  cue: z.string(),
  kind: z.enum(['direct', 'indirect', 'mixed', 'narration', 'omission']),
  act: z.enum(['statement', 'order', 'knowledge', 'intention', 'attitude']),
  certainty: z.enum(['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu']),
  stance: z.enum(['acknowledges', 'distances', 'endorses']).nullable(),
  polarity,
  confidence: z.number(),
  speaker: entityRef.nullable(),
  /** Who says it, as the article calls them, also where that is nobody's name: "a nurse". Null where it says nobody. */
  source: z.string().nullable(),
  /** Outermost first. */
  chain: z.array(entityRef),
  claimId: id.nullable(),
  outlet: z.string().nullable(),
  title: z.string(),
  originId: id,
  /** When the article was published; null where nothing says so. */
  published: time.nullable(),
  /** When it counts as said: when it was published, else when it was taken in. */
  at: time,
});

/** Whether a claim's status counts a piece of its evidence as an independent origin: docs/status.md. */
export const counting = z.object({
  /** What it counts as; null where it does not. */
  as: z.enum(['for', 'hedged', 'against']).nullable(),
  /** Why it does not count; null where it does. */
  why: z
    .enum([
      'same-text',
      'same-outlet',
      'same-speaker',
      'said-firmly',
      'hedged-denial',
      'no-commitment',
      'taken-back',
      'withdrawn',
      'not-looked-at',
    ])
    .nullable(),
  /** The piece that counts in its place, or that took it back. */
  of: z
    .object({
      assertionId: id,
      articleId: id,
      /** Whose text the article of that piece repeats; its own id where it repeats none. */
      originId: id,
      outlet: z.string().nullable(),
      speaker: entityRef.nullable(),
    })
    .nullable(),
});

/** A piece of a claim's evidence. */
export const claimEvidence = evidence.extend({ counts: counting });

/** The origin graph of a claim: who is said to have said it, the articles that heard them, the articles that repeat those. */
export const originGraph = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['source', 'article', 'copy']),
      label: z.string(),
      /** Null where the article has no date. */
      at: time.nullable(),
      polarity: polarity.nullable(),
      articleId: id.nullable(),
      entityId: id.nullable(),
    }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.enum(['told', 'repeats', 'cites']) })),
  /** Nodes left out of a graph that is too large to look at. */
  leftOut: z.int().nonnegative(),
});

export const statusChange = z.object({
  at: time,
  /** Whether `at` is the date of the article, or when its evidence was taken away; else it is when an undated article was taken in. */
  isDated: z.boolean(),
  recordedAt: time,
  status: statusName,
  reason: z.string(),
  /** The assertion whose arrival changed it; null where one was taken away. */
  assertionId: id.nullable(),
  articleId: id.nullable(),
});

/** One wording of a claim; `parts` compares it with the claim's own. */
export const variant = z.object({
  words: z.string(),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'cut']), text: z.string() })),
  count: z.int().positive(),
  quotation: z.boolean(),
  articleIds: z.array(id),
});

/** schema.org ClaimReview: an editor's verdict, never the machine's. */
export const verdict = z.object({
  /** The decision's id: what takes it back. */
  id,
  at: time,
  author: z.string(),
  rating: z.enum(['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'unproven']),
  note: z.string(),
  url: z.string().nullable(),
  undone: z.boolean(),
});

export const claimAnswer = z.object({
  claim: claimCard,
  history: z.array(statusChange),
  graph: originGraph,
  evidence: z.object({ for: page(claimEvidence), against: page(claimEvidence), observing: page(claimEvidence) }),
  /** Certainty of each piece of evidence over time, oldest first. */
  certainty: z.array(
    z.object({
      at: time,
      /** Of its own words: a denial can be certain. */
      certainty: evidence.shape.certainty,
      /** Of the claim: a certain denial holds that it is certainly not so. */
      ofClaim: evidence.shape.certainty,
      polarity,
      articleId: id,
    }),
  ),
  variants: z.array(variant),
  verdicts: z.array(verdict),
  contradictions: z.array(z.object({ kind: z.string(), claimId: id.nullable(), text: z.string(), why: z.string() })),
});

export const timelineEntry = z.object({
  at: time,
  kind: z.enum(['article', 'revision', 'status', 'statement', 'assertion', 'gap', 'verdict']),
  text: z.string(),
  articleId: id.nullable(),
  claimId: id.nullable(),
  entityId: id.nullable(),
  /** Days without a statement, for a gap. */
  days: z.number().nullable(),
});

export const toll = z.object({
  /** What is counted: "killed", "injured". */
  label: z.string(),
  points: z.array(
    z.object({
      at: time,
      low: z.number(),
      high: z.number().nullable(),
      words: z.string(),
      articleId: id,
      assertionId: id.nullable(),
      speaker: z.string().nullable(),
    }),
  ),
  contradictory: z.boolean(),
});

export const storyAnswer = z.object({
  story: storyCard,
  timeline: z.array(timelineEntry),
  claims: page(claimCard),
  tolls: z.array(toll),
  /** Origins with their copies folded under them, oldest first. */
  articles: page(z.object({ article: articleCard, copies: z.array(articleCard) })),
  quotations: z.array(z.object({ speaker: entityRef.nullable(), items: z.array(evidence) })),
});

export const statementEntry = z.object({
  id,
  articleId: id,
  medium: z.string(),
  at: time,
  /** The day that the article gives for it, or null where only the article's own time is known. */
  date: z.string().nullable(),
  duration: z.string().nullable(),
  authenticity: z.string(),
  words: z.string(),
  /** "first since May", checked against the statements that the ledger has. */
  since: z
    .object({ words: z.string(), order: z.enum(['first', 'last']), value: z.string() })
    .extend({ verdict: z.enum(['consistent', 'contradicted', 'unknown']), why: z.string() })
    .nullable(),
});

export const entityAnswer = z.object({
  entity: entityCard,
  said: page(evidence),
  statements: z.array(statementEntry),
  timeline: z.array(timelineEntry),
  /** Assertions of others that mention it. */
  about: page(evidence),
  /** The actors of single articles that make it up: what a split takes out. */
  actors: page(
    z.object({
      revisionId: id,
      /** Its place in the reading's `actors`. */
      ordinal: z.int().nonnegative(),
      name: z.string(),
      articleId: id,
      title: z.string(),
      outlet: z.string().nullable(),
      at: time,
    }),
  ),
  /** Who reports its words: sources in chains before it, and outlets. */
  through: z.array(z.object({ name: z.string(), entityId: id.nullable(), count: z.int() })),
});

export const sharedPassage = z.object({
  articleId: id,
  title: z.string(),
  outlet: z.string().nullable(),
  label: z.enum(['same', 'part']),
  overlap: z.number(),
  here: z.array(span),
  there: z.array(span),
});

export const correction = z.object({
  decisionId: id,
  at: time,
  author: z.string(),
  action: z.enum(['edit', 'delete', 'add']),
  /** The machine's assertion that it stands over; null for one that was added. */
  ordinal: z.int().nullable(),
});

export const articleAnswer = z.object({
  article: articleCard,
  /** The reading as corrected by editors: what the page shows. */
  reading: readingSchema,
  /** By place in `reading.assertions`. */
  assertions: z.array(
    z.object({
      assertionId: id.nullable(),
      claimId: id.nullable(),
      claimText: z.string().nullable(),
      claimTitle: z.string().nullable(),
      /** How many articles make the claim. */
      claimArticles: z.int().nonnegative().nullable(),
      claimStatus: statusName.nullable(),
      polarity: polarity.nullable(),
      speakerId: id.nullable(),
      correction: correction.nullable(),
    }),
  ),
  deleted: z.array(correction.extend({ words: z.string() })),
  /** The entity of each actor, by place in `reading.actors`. */
  entityIds: z.array(id.nullable()),
  passages: z.array(sharedPassage),
  revisions: z.array(
    z.object({ id, number: z.int().positive(), addedAt: time, title: z.string(), readerVersion: z.string() }),
  ),
});

/** Two revisions side by side: the silent edits. */
export const revisionComparison = z.object({
  before: z.object({ number: z.int(), title: z.string(), addedAt: time }),
  after: z.object({ number: z.int(), title: z.string(), addedAt: time }),
  headline: z.boolean(),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'cut']), text: z.string() })),
  assertions: z.object({
    added: z.array(z.string()),
    cut: z.array(z.string()),
    altered: z.array(z.object({ before: z.string(), after: z.string(), what: z.string() })),
  }),
});

export const searchAnswer = z.object({
  query: z.string(),
  /** What of the query was not understood, with the way out. */
  problems: z.array(z.string()),
  claims: page(claimCard),
  quotations: page(evidence),
  articles: page(articleCard.extend({ snippet: z.string() })),
  entities: page(entityCard),
});

/** What the last word of a query can become: `text` stands in its place. */
export const suggestions = z.object({
  items: z.array(z.object({ text: z.string(), kind: z.enum(['filter', 'entity', 'outlet']) })),
});

/** How far an ingest has come: the answer to one, and the event `ingest`. */
export const ingestProgress = z.object({
  id,
  state: z.enum(['running', 'done', 'failed']),
  added: z.int().nonnegative(),
  revised: z.int().nonnegative(),
  known: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  /** How many inputs there are; null until that is known. */
  total: z.int().nonnegative().nullable(),
  /** The last hundred that came in, latest last. */
  articles: z.array(id),
  /** What did not come in, and why. */
  errors: z.array(z.object({ input: z.string(), reason: z.string() })),
});

/** The event `change`: what stands otherwise than before. */
export const change = z.object({ stories: z.array(id), claims: z.array(id), articles: z.array(id) });

/** The answer to a decision made or taken back. */
export const decided = z.object({ id });

/** RFC 9457. `detail` says what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

/** An input, or a part of one, that did not come in, and why. */
export const skippedEntry = z.object({
  id,
  at: time,
  input: z.string(),
  place: z.string(),
  code: z.string(),
  reason: z.string(),
});

/** What an editor decided, as one sentence, and whether it was taken back since. */
export const decisionEntry = z.object({
  id,
  at: time,
  author: z.string(),
  kind: z.string(),
  text: z.string(),
  undone: z.boolean(),
  /** What was merged or split: where it came from, then where it went. */
  subjects: z.array(z.object({ kind: z.enum(['claim', 'story', 'entity']), id, name: z.string() })),
});

/** Sources and quotations counted over the ledger. */
export const statisticsAnswer = z.object({
  articles: z.int().nonnegative(),
  assertions: z.int().nonnegative(),
  /** Of these, what is quoted in whole or in part. */
  quotations: z.int().nonnegative(),
  /** Different sources that an article has, over the articles that have any assertion. */
  sourcesAnArticle: z.object({ mean: z.number(), most: z.int() }),
  /** Of the assertions that somebody other than the reporter makes. */
  unnamedShare: z.number(),
  outlets: z.array(
    z.object({
      outlet: z.string(),
      articles: z.int(),
      assertions: z.int(),
      sources: z.number(),
      unnamedShare: z.number(),
    }),
  ),
  speakers: z.array(z.object({ id, name: z.string(), quotations: z.int(), articles: z.int() })),
});

export const deskAnswer = z.object({
  stories: page(storyCard),
  /** Claims whose status changed after the time asked for: unconfirmed and disputed first. */
  changed: page(claimCard.extend({ before: statusName.nullable() })),
  totals: z.object({
    articles: z.int(),
    copies: z.int(),
    origins: z.int(),
    stories: z.int(),
    claims: z.int(),
    entities: z.int(),
    skipped: z.int(),
  }),
});

export type ArticleCard = z.infer<typeof articleCard>;
export type ClaimCard = z.infer<typeof claimCard>;
export type StoryCard = z.infer<typeof storyCard>;
export type EntityCard = z.infer<typeof entityCard>;
export type Evidence = z.infer<typeof evidence>;
export type Counting = z.infer<typeof counting>;
export type ClaimEvidence = z.infer<typeof claimEvidence>;
export type OriginGraph = z.infer<typeof originGraph>;
export type StatusName = z.infer<typeof statusName>;
export type Polarity = z.infer<typeof polarity>;
export type StatusChange = z.infer<typeof statusChange>;
export type Variant = z.infer<typeof variant>;
export type Verdict = z.infer<typeof verdict>;
export type Toll = z.infer<typeof toll>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type StatementEntry = z.infer<typeof statementEntry>;
export type ClaimAnswer = z.infer<typeof claimAnswer>;
export type StoryAnswer = z.infer<typeof storyAnswer>;
export type EntityAnswer = z.infer<typeof entityAnswer>;
export type ArticleAnswer = z.infer<typeof articleAnswer>;
export type RevisionComparison = z.infer<typeof revisionComparison>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type Suggestions = z.infer<typeof suggestions>;
export type IngestProgress = z.infer<typeof ingestProgress>;
export type SkippedEntry = z.infer<typeof skippedEntry>;
export type DecisionEntry = z.infer<typeof decisionEntry>;
export type SharedPassage = z.infer<typeof sharedPassage>;
export type Change = z.infer<typeof change>;
export type Problem = z.infer<typeof problem>;
export type DeskAnswer = z.infer<typeof deskAnswer>;
export type Page<Item> = { items: Item[]; total: number; next: string | null };

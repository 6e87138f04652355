import type { Kysely, Transaction } from 'kysely';
import type { ClaimTables } from '../claims/tables.ts';
import type { CopyTables } from '../copies/tables.ts';
import type { EntityTables } from '../entities/tables.ts';
import type { SearchTables } from '../search/tables.ts';
import type { StatusTables } from '../status/tables.ts';
import type { StoryTables } from '../stories/tables.ts';
import type { TollTables } from '../tolls/tables.ts';

/**
 * The tables of the ledger as the query layer sees them. Each folder that owns tables declares them in a `tables.ts` of
 * its own, and adds them to `LedgerTables`. Columns have the same TypeScript type in SQLite and in PostgreSQL: integers
 * and reals are numbers, bytes are `Uint8Array`, times and JSON are text.
 */
export interface LedgerTables
  extends BaseTables,
    CopyTables,
    StoryTables,
    EntityTables,
    ClaimTables,
    StatusTables,
    SearchTables,
    TollTables {}

export type Ledger = Kysely<LedgerTables>;
export type LedgerTransaction = Transaction<LedgerTables>;

export interface BaseTables {
  article: ArticleTable;
  revision: RevisionTable;
  input: InputTable;
  assertion: AssertionTable;
  actor: ActorTable;
  decision: DecisionTable;
  skipped: SkippedTable;
  identity: IdentityTable;
  migration: MigrationTable;
}

/** One report of an outlet; its words are in its revisions. */
export interface ArticleTable {
  id: number;
  /** Unique: the canonical URL, else the id given, else the SHA-256 of the input. */
  key: string;
  url: string | null;
  outlet: string | null;
  title: string | null;
  /** ISO 8601 as the input said, or null where it said none that can be trusted. */
  published: string | null;
  added_at: string;
  /** When it was seen first: when its archive fetched it, else `added_at`. */
  seen_at: string;
  /** `published` in UTC, else `seen_at`: the order of articles. */
  time: string;
  /** The current revision. */
  revision_id: number;
  story_id: number | null;
  /** The article whose text this one repeats; its own id where it repeats none. */
  origin_id: number | null;
  origin_reason: string | null;
  forgotten_at: string | null;
}

/** An article's words as they stood at one time, and what was read in them. */
export interface RevisionTable {
  id: number;
  article_id: number;
  /** From 1. */
  number: number;
  /** SHA-256 of the input's bytes, hexadecimal. */
  hash: string;
  /** What the input was: text can be put together again from its reading, a page is kept as the article that was found in it. */
  input_type: 'html' | 'text';
  added_at: string;
  title: string | null;
  reader_version: string;
  model_version: string;
  /** `packJson`; null once the article is forgotten. */
  reading: Uint8Array | null;
  /** `packJson` of what judgements keep of their features, by name of the judgement. */
  features: Uint8Array | null;
  /** JSON: what the revision changed in the one before, as ordinals and never as words; null for a first revision. */
  changes: string | null;
}

/** Inputs seen, under whatever key they came: what is here is not read again. */
export interface InputTable {
  key: string;
  /** 128 bits of the SHA-256 over the input's bytes and what was said beside them, base64url. */
  hash: string;
  article_id: number;
}

/** An assertion of a revision; its words are in `revision.reading`. */
export interface AssertionTable {
  id: number;
  article_id: number;
  revision_id: number;
  /** Its place in `reading.assertions`. */
  ordinal: number;
  /** These four and `polarity` as `codeOf` has them. */
  act: number;
  kind: number;
  certainty: number;
  stance: number | null;
  /** Of the first content segment, in UTF-16 code units of the revision's text. */
  start: number;
  end: number;
  /** An entity. */
  speaker_id: number | null;
  /** The speaker's place in `reading.actors`, and whether that is an unnamed source (1 or 0); null where nobody but the reporter speaks. */
  speaker_ordinal: number | null;
  speaker_unnamed: number | null;
  claim_id: number | null;
  polarity: number | null;
  /** The revision that took this one's place; null while it is the current one. */
  replaced_by: number | null;
}

/** An actor who can be met again: of others nothing is in the ledger but their reading. */
export interface ActorTable {
  revision_id: number;
  /** Its place in `reading.actors`. */
  ordinal: number;
  entity_id: number;
}

/** What an editor decided: appended, never changed. */
export interface DecisionTable {
  id: number;
  at: string;
  author: string;
  kind: string;
  /** JSON, by the schema of its kind. */
  payload: string;
  /** The decision that this one takes back. */
  undoes: number | null;
}

/** An input, or a part of one, that did not come in, and why. */
export interface SkippedTable {
  id: number;
  at: string;
  input: string;
  place: string;
  code: string;
  reason: string;
}

/** The next identifier of each table; identifiers are given out once, whatever is deleted. */
export interface IdentityTable {
  name: string;
  next: number;
}

export interface MigrationTable {
  number: number;
  name: string;
  at: string;
}

import type { Actor } from '@hearsay/reader/reading';

/** The tables of entities. */
export interface EntityTables {
  entity: EntityTable;
  entity_alias: EntityAliasTable;
  entity_change: EntityChangeTable;
  entity_pin: EntityPinTable;
}

/** An actor over articles. One that was poured into another stays, so that its id goes on pointing somewhere. */
export interface EntityTable {
  id: number;
  name: string;
  type: Actor['type'];
  articles: number;
  merged_into: number | null;
  /** Its stories, company and roles: `packContext`. */
  context: Uint8Array;
}

/** A form of an entity's name. */
export interface EntityAliasTable {
  entity_id: number;
  name: string;
  /** In how many articles it stands. */
  articles: number;
}

/** An editor's merges and splits: appended, never changed. */
export interface EntityChangeTable {
  id: number;
  at: string;
  kind: 'merge' | 'split';
  from_entity_id: number;
  into_entity_id: number;
  decision_id: number;
  /** 1 where it takes the decision back. */
  undone: number;
  /** JSON: `[revision, ordinal]` of each actor that went over. */
  actors: string;
}

/** What an editor said a name of an article stands for: it does so when the article is read again. */
export interface EntityPinTable {
  article_id: number;
  /** Hash of the name. */
  name: number;
  decision_id: number;
  entity_id: number;
}

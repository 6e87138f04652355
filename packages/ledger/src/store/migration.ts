/**
 * One step of the ledger's schema, run once, in a transaction of its own. Statements are SQL that SQLite and PostgreSQL
 * share; what they do not share comes as a fragment. A migration that has been released is never changed.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  statements(fragments: SchemaFragments): readonly string[];
}

export interface SchemaFragments {
  readonly dialect: 'sqlite' | 'postgres';
  /** The type of a column of bytes. */
  readonly blob: string;
  /** Ends a table that is read by its primary key alone: SQLite then keeps the rows in the key's own tree. */
  readonly withoutRowid: string;
}

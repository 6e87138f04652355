import type { TollLabel } from './toll-figures.ts';

export interface TollTables {
  toll_figure: TollFigureTable;
  reported_death: ReportedDeathTable;
  statement: StatementTable;
  statement_by: StatementByTable;
}

/** A figure of people in an article's current revision. */
export interface TollFigureTable {
  article_id: number;
  revision_id: number;
  /** UTF-16 offsets into the revision's text. */
  start: number;
  end: number;
  label: TollLabel;
  low: number;
  high: number | null;
  /** Null where the reporter says it. */
  assertion_id: number | null;
}

/** An assertion that a person is dead, or its denial. */
export interface ReportedDeathTable {
  assertion_id: number;
  entity_id: number;
}

/** A statement that an article's current revision reports: `reading.statements[ordinal]`. */
export interface StatementTable {
  id: number;
  article_id: number;
  revision_id: number;
  ordinal: number;
  medium: string;
  /** The day of the statement where the article gives one, else the article's. */
  at: string;
}

/** Who made a statement. */
export interface StatementByTable {
  entity_id: number;
  statement_id: number;
}

/** What one person's desk takes in and keeps waiting, at most. Sizes are in bytes, times in milliseconds. */
export const LIMITS = {
  /** Of everything sent to `POST /api/ingests` in one request. */
  uploadBytes: 100_000_000,
  uploadFiles: 100,
  /** Of a body of JSON: a pasted text, a decision. */
  jsonBytes: 5_000_000,
  /** How long an upload may take to arrive. */
  uploadTime: 600_000,
  /** Articles that one ingest takes in. */
  ingestArticles: 1_000_000,
  /** How long one ingest may go on, reading a slow address too. */
  ingestTime: 12 * 3_600_000,
  waitingIngests: 20,
  waitingQuestions: 200,
  shortQuestionTime: 10_000,
  longQuestionTime: 60_000,
  decisionTime: 60_000,
  listeners: 100,
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };

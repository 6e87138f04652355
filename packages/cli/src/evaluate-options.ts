export const TASKS = [
  'attribution',
  'extraction',
  'times',
  'desk',
  'copies',
  'stories',
  'claims',
  'entities',
  'stance',
] as const;

/** What `hearsay evaluate` was told on the command line, checked. */
export interface EvaluateOptions {
  task: (typeof TASKS)[number];
  data: string;
  json?: boolean;
}

import { describeFailure, InputError } from '@hearsay/input/input-error';
import type { EvaluateOptions } from './evaluate-options.ts';

/** What each task reads; `docs/evaluation.md` has it in full. */
const WANTED: Readonly<Record<EvaluateOptions['task'], string>> = {
  attribution: 'JSON lines of {"id", "text", "attributions"}',
  copies:
    'a folder with a file of bodies, JSON lines of {"id", "split", "text"}, and copies.jsonl of {"a", "b", "label"} where it has its own',
  claims:
    'a folder with desk/ and stance/, and claims.jsonl of {"set", "article", "content", "claim", "polarity"} where it has its own',
  desk: 'a JSON object of {id: {"text", "assertions"}}',
  entities: 'JSON lines of {"id", "topic", "text"}',
  extraction: 'a folder with ground-truth.json and html/<id>.html.gz',
  stories: 'JSON lines of {"id", "topic", "text"}',
  stance:
    'a folder with bodies.jsonl, lines of {"id", "topic", "split", "text"}, and stances.jsonl, lines of {"headline", "body", "stance"}',
  times: 'JSON lines of {"id", "dct", "text", "timex"}',
};

/** Failures of what was read: of the system, of gzip, of JSON, of a schema; the readers of lines name the line. */
const FORMAT_FAILURE = /, line (\d+): |^Invalid input|✖|JSON/;

/** Why a corpus could not be scored, in one line: the line that is wrong where there are lines, and what is wanted. */
export function corpusFailure(task: EvaluateOptions['task'], error: unknown): string {
  const { message } = describeFailure(error);
  if (error instanceof InputError) return message;
  const found = FORMAT_FAILURE.exec(message);
  const unreadable = error instanceof Error && ('code' in error || 'issues' in error);
  if (found === null && !unreadable) return message;
  const line = found?.[1] === undefined ? '' : `line ${found[1]}: `;
  return `${line}not ${WANTED[task]}; see docs/evaluation.md`;
}

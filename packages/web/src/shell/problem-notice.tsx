import type { Problem } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';

/** What went wrong and what to do about it. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{problem.title}</p>
      {problem.detail && <p>{problem.detail}</p>}
      {again && (
        <button type="button" onClick={again}>
          {text.problem.again}
        </button>
      )}
    </div>
  );
}

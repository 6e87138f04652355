import type { Problem } from '@hearsay/ledger/questions/answers';
import { text } from '../text/en.ts';

/** What went wrong and what to do about it. Where it stands in place of a page (`page`) its title is the page's heading. */
export function ProblemNotice({
  problem,
  again,
  page = false,
}: {
  problem: Problem;
  again?: () => void;
  page?: boolean;
}) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="problem" role="alert">
      <Title className="problem-title">{problem.title}</Title>
      {problem.detail && <p>{problem.detail}</p>}
      {again && (
        <button type="button" onClick={again}>
          {text.problem.again}
        </button>
      )}
    </div>
  );
}

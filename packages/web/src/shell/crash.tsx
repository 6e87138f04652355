import { Component, type ReactNode } from 'react';
import { text } from '../text/en.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** Keeps an error in one page from taking the desk with it: give it the page's address as its key. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const problem = { type: 'about:blank', status: 0, title: text.problem.crashed, detail: text.problem.crashedDetail };
    return <ProblemNotice page problem={problem} again={() => window.location.reload()} />;
  }
}

import { Component, type ReactNode } from 'react';
import { ProblemNote } from './ProblemNote';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: unknown;
}

/** Keeps a fault of ours on one page: the others stay, and the sentence says what failed. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure };
  }

  override render() {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <div className="page-body">
        <h1 className="page-title">This page failed</h1>
        <p className="page-lead">
          The fault is ours. Your data is safe; another page may still work.
        </p>
        <ProblemNote error={this.state.failure} />
      </div>
    );
  }
}

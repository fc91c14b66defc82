import { sentenceOf } from '../api/problem';
import type { ProblemItem } from '../api/wire';
import { Sentence } from './Sentence';

/** Problems one below the other: errors stand out from what is only worth knowing. */
export function ProblemList({ problems }: { readonly problems: readonly ProblemItem[] }) {
  return problems.map((problem) => {
    const sentence = sentenceOf(problem);
    return (
      <div
        key={sentence}
        className={problem.severity === 'ERROR' ? 'problem' : 'soft'}
        data-code={problem.code}
      >
        <Sentence text={sentence} />{' '}
        {problem.hint && (
          <span className="hint">
            <Sentence text={problem.hint} />
          </span>
        )}
      </div>
    );
  });
}

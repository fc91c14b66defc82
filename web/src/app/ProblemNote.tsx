import { problemOf } from '../api/problem';
import { Sentence } from './Sentence';

/** A failure, in the server's own sentence, beside what caused it. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <div className="problem" role="alert" data-code={problem.code}>
      {problem.others.length > 0 ? (
        problem.others.map((other) => (
          <div key={other.detail}>
            <Sentence text={other.detail} />{' '}
            {other.hint && (
              <span className="hint">
                <Sentence text={other.hint} />
              </span>
            )}
          </div>
        ))
      ) : (
        <>
          <div>
            <Sentence text={problem.detail} />
          </div>
          {problem.hint && (
            <div className="hint">
              <Sentence text={problem.hint} />
            </div>
          )}
        </>
      )}
    </div>
  );
}

import { problemOf } from '../api/problem';

/** A failure, in the server's own sentence, beside what caused it. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <div className="problem" role="alert" data-code={problem.code}>
      {problem.others.length > 0 ? (
        problem.others.map((other) => (
          <div key={other.detail}>
            {other.detail} {other.hint && <span className="hint">{other.hint}</span>}
          </div>
        ))
      ) : (
        <div>{problem.detail}</div>
      )}
      {problem.hint && <div className="hint">{problem.hint}</div>}
    </div>
  );
}

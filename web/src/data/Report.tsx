import type { ImportReport, ProblemItem } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';

interface ReportProps {
  readonly report: ImportReport;
  readonly loaded: boolean;
  /** What is worth knowing beside, of no row. */
  readonly notes: readonly ProblemItem[];
}

/** What the file holds, and every row that cannot be used: where, and why. */
export function Report({ report, loaded, notes }: ReportProps) {
  const formats = useFormats();
  const { placed } = report;
  const places = [
    [placed.exact, 'exactly'],
    [placed.postcode, 'by postcode'],
    [placed.city, 'by city'],
    [placed.region, 'by state'],
    [placed.country, 'by country'],
    [placed.none, 'nowhere'],
  ] as const;
  const placedAs = places
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formats.count(count)} ${word}`)
    .join(', ');
  return (
    <div className="stack" data-testid="import-report">
      <section className="card">
        <h2>{loaded ? 'Loaded' : 'What the file holds'}</h2>
        <p style={{ margin: 0 }}>
          {counted(formats, report.rows, 'row')}: <b>{formats.count(report.accepted)}</b>{' '}
          {loaded ? 'loaded' : 'can be loaded'}
          {report.rejected > 0 && (
            <>
              , <b className="bad">{formats.count(report.rejected)}</b> cannot
            </>
          )}
          {report.repaired > 0 && `, ${formats.count(report.repaired)} were repaired`}.
          {placedAs !== '' && ` Placed ${placedAs}.`}
        </p>
      </section>
      {notes.length + report.problems.length > 0 && (
        <Problems
          problems={[...notes, ...report.problems]}
          count={notes.length + report.problemCount}
        />
      )}
    </div>
  );
}

/** Why nothing of the file could be read, and what to try. */
export function Unread({ problems }: { readonly problems: readonly ProblemItem[] }) {
  return (
    <div className="problem" role="alert" data-testid="unread">
      {problems
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ message, hint }) => (
          <div key={message}>
            <Sentence text={message} />
            {hint && (
              <div className="hint">
                <Sentence text={hint} />
              </div>
            )}
          </div>
        ))}
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly ProblemItem[];
  readonly count: number;
}

const MOST_PROBLEMS = 200;

export function Problems({ problems, count }: ProblemsProps) {
  const formats = useFormats();
  return (
    <section className="card">
      <h2>{counted(formats, count, 'thing')} worth a look</h2>
      <table className="grid figures">
        <tbody>
          {problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <tr key={`${problem.row} ${problem.column} ${problem.message}`}>
              <td className="soft">
                {problem.cell ?? (problem.row == null ? '' : `Row ${formats.count(problem.row)}`)}
              </td>
              <td className="soft">{problem.column}</td>
              <td className={problem.severity === 'ERROR' ? 'bad' : ''}>
                <Sentence text={problem.message} />{' '}
                {problem.hint && (
                  <span className="soft">
                    <Sentence text={problem.hint} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { Explanation } from '../api/wire';
import { Sentence } from './Sentence';
import { useFormats } from './useCompany';

interface Props {
  readonly trace: Explanation['trace'];
  /** What is said behind the number of rules tried. */
  readonly note?: string;
}

/** The rules that were tried, the winner first; folded until someone wants to know. */
export function Trace({ trace, note }: Props) {
  const formats = useFormats();
  if (trace.length === 0) return null;
  return (
    <details className="trace" data-testid="trace">
      <summary>
        How it was decided: {formats.count(trace.length)} {trace.length === 1 ? 'rule' : 'rules'}{' '}
        tried{note && `, ${note}`}
      </summary>
      <table className="grid">
        <tbody>
          {trace.map((step) => (
            <tr key={`${step.priority} ${step.rule}`} className={step.won ? 'won' : ''}>
              <td>{step.won ? '✓' : step.held ? '·' : '–'}</td>
              <td>
                <code className="condition">{step.rule}</code>
                <div className="soft">
                  <Sentence text={step.why} />
                </div>
              </td>
              <td className="right">{step.territoryCode}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import type { Comparison } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import type { Figures } from '../model/alignment';
import { turnoverOf } from '../model/flows';
import { counted, type Formats } from '../model/format';

const MOST_TOLD = 3;

interface Props {
  readonly comparison: Comparison | undefined;
  readonly error: unknown;
  readonly againstName: string | undefined;
  /** Code of the territory in focus: only its changes are told. */
  readonly focus: string | undefined;
  onSelect(unitIds: readonly string[]): void;
}

/** In words what changes most, then from where to where; a click shows the units on the map. */
export function ChangesPanel({ comparison, error, againstName, focus, onSelect }: Props) {
  const formats = useFormats();
  if (error) {
    return (
      <div className="panel-section">
        <ProblemNote error={error} />
      </div>
    );
  }
  if (!againstName) {
    return (
      <p className="panel-section soft">
        Choose what to compare with at the top, beside the scenario’s name.
      </p>
    );
  }
  if (!comparison) return <p className="panel-section soft">Comparing…</p>;
  const { change, flows, unitIds, from, to } = comparison;
  const between = (source: string, target: string) =>
    unitIds.filter((_, position) => from[position] === source && to[position] === target);
  const shown = focus ? flows.filter((flow) => flow.from === focus || flow.to === focus) : flows;
  const turnover = turnoverOf(flows);
  const told = focus ? turnover.filter(({ code }) => code === focus) : turnover.slice(0, MOST_TOLD);
  return (
    <div className="territories figures" data-testid="changes">
      <div className="panel-section">
        <p className="changes-lead">
          Against <b>{againstName}</b>, {counted(formats, change.units, 'unit')} with{' '}
          {counted(formats, change.moved.accounts, 'account')} and{' '}
          {formats.money(change.moved.potential)} of potential change territory:{' '}
          {formats.percent(change.share.potential)} of all. They are hatched on the map.
        </p>
        <ul className="turnover">
          {told.map(({ code, gained, lost }) => (
            <li key={code}>
              <b>{code}</b> {turnoverSentence(gained, lost, formats)}
            </li>
          ))}
          {focus && told.length === 0 && (
            <li>
              <b>{focus}</b> keeps all it had and gets nothing new.
            </li>
          )}
        </ul>
      </div>
      {shown.map((flow) => (
        <button
          type="button"
          className="flow"
          key={`${flow.from} ${flow.to}`}
          onClick={() => onSelect(between(flow.from ?? '', flow.to ?? ''))}
        >
          <span>
            <b>{flow.from ?? 'nobody'}</b> → <b>{flow.to ?? 'nobody'}</b>
          </span>
          <span className="soft">{counted(formats, flow.moved.accounts, 'account')}</span>
          <span className="right">{formats.money(flow.moved.potential)}</span>
        </button>
      ))}
    </div>
  );
}

/** "gets 188 accounts ($13.1M) and gives 275 ($17.5M)". */
function turnoverSentence(gained: Figures, lost: Figures, formats: Formats): string {
  const gets = `gets ${counted(formats, gained.accounts, 'account')} (${formats.money(gained.potential)})`;
  const gives = `gives ${counted(formats, lost.accounts, 'account')} (${formats.money(lost.potential)})`;
  if (lost.accounts === 0) return `${gets}.`;
  return gained.accounts === 0 ? `${gives}.` : `${gets} and ${gives}.`;
}

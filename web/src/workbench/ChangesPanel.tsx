import type { Comparison } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';

interface Props {
  readonly comparison: Comparison | undefined;
  readonly error: unknown;
  readonly againstName: string | undefined;
  onSelect(unitIds: readonly string[]): void;
}

/** From where to where, the largest first; a click shows the units on the map. */
export function ChangesPanel({ comparison, error, againstName, onSelect }: Props) {
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
  return (
    <div className="territories figures" data-testid="changes">
      <p className="panel-section">
        Against <b>{againstName}</b>, {counted(formats, change.units, 'unit')} with{' '}
        {counted(formats, change.moved.accounts, 'account')} and{' '}
        {formats.money(change.moved.potential)} of potential change territory:{' '}
        {formats.percent(change.share.potential)} of all.
      </p>
      {flows.map((flow) => (
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

import type { AccountPoints, ScenarioSummary } from '../api/wire';
import { useFormats } from '../app/useCompany';
import type { Hit } from '../map/workbenchMap';
import { type Alignment, UNASSIGNED } from '../model/alignment';
import { territoryLabel } from '../model/territoryName';

interface Props {
  readonly hit: Hit;
  readonly summary: ScenarioSummary;
  readonly alignment: Alignment;
  readonly compared: ArrayLike<number> | undefined;
  /** [unit number] -> where it is, in words. */
  readonly places: readonly string[] | undefined;
  readonly points: AccountPoints | undefined;
}

/** The exact figures of what is under the pointer. */
export function HoverCard({ hit, summary, alignment, compared, places, points }: Props) {
  const formats = useFormats();
  if (hit.account !== undefined && points) {
    return (
      <>
        <b>{points.names[hit.account]}</b>
        <dl className="figures">
          <dt>Potential</dt>
          <dd>{formats.moneyExact(points.potential[hit.account] ?? 0)}</dd>
        </dl>
        <div className="soft">Click for its owner and history.</div>
      </>
    );
  }
  const unit = hit.unit;
  if (unit === undefined) return null;
  const id = alignment.unitIds[unit] ?? '';
  const holder = alignment.territoryOf[unit] ?? UNASSIGNED;
  const territory = summary.territories[holder];
  const was = compared?.[unit];
  const before = was === undefined || was === holder ? undefined : summary.territories[was];
  const { accounts, potential, workload, sales } = alignment.columns;
  return (
    <>
      <b>{id}</b> <span className="soft">{places?.[unit]}</span>
      <div>
        {territory ? (
          <>
            {territoryLabel(territory.code, territory.name)}
            {territory.representativeName && (
              <span className="soft"> · {territory.representativeName}</span>
            )}
          </>
        ) : (
          'No territory'
        )}
        {before && <span className="soft"> · was {before.code}</span>}
      </div>
      <dl className="figures">
        <dt>Accounts</dt>
        <dd>{formats.count(accounts[unit] ?? 0)}</dd>
        <dt>Potential</dt>
        <dd>{formats.moneyExact(potential[unit] ?? 0)}</dd>
        <dt>Workload</dt>
        <dd>{formats.number(workload[unit] ?? 0)} h</dd>
        <dt>Sales</dt>
        <dd>{formats.moneyExact(sales[unit] ?? 0)}</dd>
        {territory && (
          <>
            <dt>{territory.code} index</dt>
            <dd>{formats.index(territory.index.potential)}</dd>
          </>
        )}
      </dl>
    </>
  );
}

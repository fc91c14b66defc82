import { Fragment } from 'react';
import type { ScenarioSummary } from '../api/wire';
import { useFormats } from '../app/useCompany';
import type { PlacedAccounts } from '../map/scene';
import type { Hit } from '../map/workbenchMap';
import { type Alignment, UNASSIGNED } from '../model/alignment';
import { counted } from '../model/format';
import { membersOf } from '../model/places';
import { territoryLabel } from '../model/territoryName';
import { textAt } from '../model/texts';

interface Props {
  readonly hit: Hit;
  readonly summary: ScenarioSummary;
  readonly alignment: Alignment;
  readonly compared: ArrayLike<number> | undefined;
  /** [unit number] -> where it is, in words. */
  readonly places: readonly string[] | undefined;
  readonly accounts: PlacedAccounts | undefined;
}

/** The exact figures of what is under the pointer. */
export function HoverCard({ hit, summary, alignment, compared, places, accounts: placed }: Props) {
  const formats = useFormats();
  if (hit.place !== undefined && placed) return <PlaceCard place={hit.place} accounts={placed} />;
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

const MOST_NAMED = 5;

interface PlaceProps {
  readonly place: number;
  readonly accounts: PlacedAccounts;
}

/** The accounts that stand where the pointer is, those with most potential first. */
function PlaceCard({ place, accounts: { places, names, potentials } }: PlaceProps) {
  const formats = useFormats();
  const members = membersOf(places, place);
  const more = members.length - MOST_NAMED;
  return (
    <>
      {members.length > 1 && (
        <b>
          {counted(formats, members.length, 'account')},{' '}
          {formats.moneyExact(places.potentials[place] ?? 0)}
        </b>
      )}
      <dl className="figures">
        {[...members.subarray(0, MOST_NAMED)].map((account) => (
          <Fragment key={account}>
            <dt>{textAt(names, account)}</dt>
            <dd>{formats.moneyExact(potentials[account] ?? 0)}</dd>
          </Fragment>
        ))}
      </dl>
      {more > 0 && <div className="soft">and {counted(formats, more, 'other')}</div>}
      <div className="soft">
        Click for the owner and history{members.length > 1 && ' of the first'}.
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getRepresentatives } from '../api/resources';
import type { RepresentativeView, TerritorySummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { TerritoryName } from '../app/TerritoryName';
import { useCompany, useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { usePlan } from '../workbench/usePlan';
import { useSummary } from '../workbench/useScenario';

/** The people who sell, and the territory each serves in the scenario in view. */
export function Team() {
  const { view } = useView();
  const formats = useFormats();
  const { choice } = usePlan(view);
  const summary = useSummary(choice.scenario?.id).data?.value;
  const people = useQuery({ queryKey: ['representatives'], queryFn: getRepresentatives });
  const seatOf = useMemo(
    () =>
      new Map(
        summary?.territories.flatMap((territory) =>
          territory.representativeId ? [[territory.representativeId, territory] as const] : [],
        ),
      ),
    [summary],
  );
  const vacant = summary?.territories.filter(({ representativeId }) => !representativeId) ?? [];
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Team</h1>
        <p className="page-lead">
          {people.data && `${counted(formats, people.data.items.length, 'representative')}. `}
          {summary && `Territories are those of “${summary.name}”. `}
          {vacant.length > 0 && `Vacant: ${vacant.map(({ code }) => code).join(', ')}.`}
        </p>
        <ProblemNote error={people.error} />
        {people.data && (
          <div className="card" style={{ padding: 0 }}>
            <table className="grid figures">
              <thead>
                <tr>
                  <th>Representative</th>
                  <th>Territory</th>
                  <th>Skills</th>
                  <th>With the company</th>
                  <th className="right">Load carried</th>
                  <th className="right">Quota a year</th>
                  <th className="right">Potential index</th>
                </tr>
              </thead>
              <tbody>
                {people.data.items.map((person) => (
                  <Person key={person.id} person={person} territory={seatOf.get(person.id)} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </div>
  );
}

interface PersonProps {
  readonly person: RepresentativeView;
  readonly territory: TerritorySummary | undefined;
}

function Person({ person, territory }: PersonProps) {
  const formats = useFormats();
  const { change } = useView();
  const today = useCompany().data?.today ?? '';
  const gone = person.leftOn != null && person.leftOn <= today;
  const show = () =>
    territory &&
    change({ page: 'map', selection: { kind: 'territory', code: territory.code } }, true);
  return (
    <tr className={territory ? 'link' : ''} onClick={show}>
      <td>
        {person.name}
        <div className="soft">{person.email}</div>
      </td>
      <td>
        {territory ? (
          <button type="button" className="plain-link">
            <TerritoryName code={territory.code} name={territory.name} />
          </button>
        ) : (
          <span className="soft">none</span>
        )}
      </td>
      <td>{person.skills.join(', ')}</td>
      <td>
        {person.startedOn && `since ${formats.day(person.startedOn)}`}
        {person.leftOn && (
          <div className={gone && territory ? 'bad' : 'soft'}>
            {gone ? 'left' : 'leaves'} {formats.day(person.leftOn)}
          </div>
        )}
      </td>
      <td className="right">{formats.percent(person.rampShare, 0)}</td>
      <td className="right">{person.quota > 0 ? formats.money(person.quota) : '–'}</td>
      <td className="right">{territory ? formats.index(territory.index.potential) : '–'}</td>
    </tr>
  );
}

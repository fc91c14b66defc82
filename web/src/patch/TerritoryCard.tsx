import type { PatchTerritory } from '../api/wire';
import { TerritoryName } from '../app/TerritoryName';
import { useFormats } from '../app/useCompany';
import { LeaningBar } from '../workbench/LeaningBar';

/** A territory of mine: first what I have sold against what I should, then what it holds. */
export function TerritoryCard({ territory }: { readonly territory: PatchTerritory }) {
  const formats = useFormats();
  const { code, name, totals, target, index, figures } = territory;
  const rows = [
    ['Accounts', formats.count(totals.accounts), formats.count(target.accounts), index.accounts],
    [
      'Potential',
      formats.money(totals.potential),
      formats.money(target.potential),
      index.potential,
    ],
    [
      'Workload',
      `${formats.count(totals.workload)} h`,
      `${formats.count(target.workload)} h`,
      index.workload,
    ],
  ] as const;
  const money = (value: number | null | undefined) => (value == null ? '–' : formats.money(value));
  const share = (value: number | null | undefined) =>
    value == null ? '–' : formats.percent(value, 0);
  return (
    <section className="card" data-testid="patch-territory">
      <h2>
        <TerritoryName code={code} name={name} />
      </h2>
      <div className="tiles figures">
        <Tile label="Attainment" value={share(figures.attainment)}>
          {money(figures.revenue)} of {money(figures.quota)}
        </Tile>
        <Tile
          label="Pipeline coverage"
          value={
            figures.pipelineCoverage == null ? '–' : `${formats.number(figures.pipelineCoverage)}×`
          }
        >
          {money(figures.pipeline)} open
        </Tile>
      </div>
      {figures.notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      <table className="grid figures">
        <thead>
          <tr>
            <th />
            <th className="right">Mine</th>
            <th className="right">Fair share</th>
            <th>Index</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, mine, fair, lean]) => (
            <tr key={label}>
              <td>{label}</td>
              <td className="right">
                <b>{mine}</b>
              </td>
              <td className="right soft">{fair}</td>
              <td className="lean-cell">
                <LeaningBar index={lean} ghost={undefined} />
                {formats.index(lean)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly children: React.ReactNode;
}

function Tile({ label, value, children }: TileProps) {
  return (
    <div className="tile">
      <span className="soft">{label}</span>
      <b>{value}</b>
      <span className="soft">{children}</span>
    </div>
  );
}

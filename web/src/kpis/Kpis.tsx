import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { problemOf } from '../api/problem';
import { getPlanKpis, getScenarioKpis } from '../api/resources';
import type { KpiRow, KpiTable } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { TerritoryName } from '../app/TerritoryName';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import type { Formats } from '../model/format';
import { usePlan } from '../workbench/usePlan';
import { AttainmentChart } from './AttainmentChart';

type Source = 'scenario' | 'published';

/** Key figures per territory; what cannot be known is shown as missing, never as zero. */
export function Kpis() {
  const { view } = useView();
  const { choice } = usePlan(view);
  const { plan, scenario } = choice;
  const [source, setSource] = useState<Source>('scenario');
  const kpis = useQuery({
    queryKey: ['kpis', source === 'scenario' ? scenario?.id : plan?.id, source],
    queryFn: () =>
      source === 'scenario' ? getScenarioKpis(scenario?.id ?? '') : getPlanKpis(plan?.id ?? ''),
    enabled: scenario !== undefined,
  });
  const nothingPublished =
    source === 'published' && kpis.error !== null && problemOf(kpis.error).status === 404;
  return (
    <div className="page-scroll">
      <div className="page-body wide">
        <h1 className="page-title">KPIs</h1>
        <p className="page-lead">
          What each territory holds, sells and still needs. A dash means that the figure cannot be
          known; point at it for the reason.
        </p>
        <SegmentedControl
          mb="md"
          value={source}
          onChange={(value) => setSource(value === 'published' ? 'published' : 'scenario')}
          data={[
            { value: 'scenario', label: scenario?.name ?? 'Scenario' },
            { value: 'published', label: 'Published' },
          ]}
        />
        {nothingPublished ? (
          <div className="drop">
            <b>Nothing is published yet</b>
            <span className="soft">Publish a scenario on the map to see its figures here.</span>
          </div>
        ) : (
          <ProblemNote error={kpis.error} />
        )}
        {kpis.data && (
          <>
            <AttainmentChart table={kpis.data} />
            <KpiGrid table={kpis.data} />
            <Notes rows={kpis.data.rows} />
            <Sources table={kpis.data} />
          </>
        )}
      </div>
    </div>
  );
}

/** Why some figures are a dash, for those who cannot point at it. */
function Notes({ rows }: { readonly rows: readonly KpiRow[] }) {
  const noted = rows.filter(({ notes }) => notes.length > 0);
  if (noted.length === 0) return null;
  return (
    <ul className="kpi-notes soft">
      {noted.map(({ territoryCode, notes }) => (
        <li key={territoryCode}>
          <b>{territoryCode}</b> {notes.join(' ')}
        </li>
      ))}
    </ul>
  );
}

/** The file that each figure is made of, and the days it covers. */
function Sources({ table }: { readonly table: KpiTable }) {
  const formats = useFormats();
  const loaded = table.sources.filter(({ loadedAt }) => loadedAt !== null);
  if (loaded.length === 0) return null;
  return (
    <ul className="kpi-notes soft" data-testid="kpi-sources">
      {loaded.map(({ figure, sentence, asOf }) => (
        <li key={figure}>
          <b>{COLUMNS.find(({ source }) => source === figure)?.label ?? figure}</b>{' '}
          <Sentence text={sentence} />
          {asOf && ` Up to ${formats.day(asOf)}.`}
        </li>
      ))}
    </ul>
  );
}

interface Column {
  readonly label: string;
  /** The figure's name among the sources, for those that a file of their own feeds. */
  readonly source?: string;
  readonly value: (row: KpiRow) => number | null | undefined;
  readonly text: (value: number, formats: Formats) => string;
}

const money = (value: number, formats: Formats) => formats.money(value);
const percent = (value: number, formats: Formats) => formats.percent(value, 0);

const COLUMNS: readonly Column[] = [
  { label: 'Accounts', value: (row) => row.accounts, text: (value, f) => f.count(value) },
  { label: 'Potential', value: (row) => row.potential, text: money },
  { label: 'Revenue', source: 'revenue', value: (row) => row.revenue, text: money },
  { label: 'Quota', source: 'quota', value: (row) => row.quota, text: money },
  { label: 'Attainment', value: (row) => row.attainment, text: percent },
  { label: 'Pipeline', source: 'pipeline', value: (row) => row.pipeline, text: money },
  {
    label: 'Pipeline coverage',
    value: (row) => row.pipelineCoverage,
    text: (value, f) => `${f.number(value)}×`,
  },
  { label: 'Penetration', value: (row) => row.penetration, text: percent },
  { label: 'Win rate', source: 'winRate', value: (row) => row.winRate, text: percent },
  { label: 'Coverage', source: 'coverage', value: (row) => row.coverage, text: percent },
];

function KpiGrid({ table }: { readonly table: KpiTable }) {
  const { change } = useView();
  const [sort, setSort] = useState<{ column: number; down: boolean }>();
  const rows = useMemo(() => {
    const column = sort && COLUMNS[sort.column];
    if (!column) return table.rows;
    const direction = sort.down ? -1 : 1;
    const missing = Number.NEGATIVE_INFINITY;
    return [...table.rows].sort(
      (a, b) => direction * ((column.value(a) ?? missing) - (column.value(b) ?? missing)),
    );
  }, [table.rows, sort]);
  return (
    <div className="card" style={{ padding: 0, overflowX: 'auto' }}>
      <table className="grid figures" data-testid="kpis">
        <thead>
          <tr>
            <th>Territory</th>
            <th>Representative</th>
            {COLUMNS.map(({ label }, column) => (
              <th
                key={label}
                className="right"
                aria-sort={
                  sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'
                }
              >
                <button
                  type="button"
                  className={`sorter${sort?.column === column ? ' active' : ''}`}
                  onClick={() =>
                    setSort({ column, down: sort?.column === column ? !sort.down : true })
                  }
                >
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.territoryCode}
              className="link"
              onClick={() =>
                change(
                  { page: 'map', selection: { kind: 'territory', code: row.territoryCode } },
                  true,
                )
              }
            >
              <td>
                <button type="button" className="plain-link">
                  <TerritoryName code={row.territoryCode} name={row.territoryName} />
                </button>
              </td>
              <td>{row.representativeName ?? <span className="soft">vacant</span>}</td>
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              <b>All</b>
            </td>
            <td />
            <Cells row={table.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ row }: { readonly row: KpiRow }) {
  const formats = useFormats();
  return COLUMNS.map(({ label, value, text }) => {
    const figure = value(row);
    return (
      <td key={label} className="right" title={figure == null ? row.notes.join(' ') : undefined}>
        {figure == null ? '–' : text(figure, formats)}
      </td>
    );
  });
}

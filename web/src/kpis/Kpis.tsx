import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { problemOf } from '../api/problem';
import { getPlanKpis, getScenarioKpis } from '../api/resources';
import type { KpiRow, KpiTable } from '../api/wire';
import { chartColours } from '../app/chartColours';
import { ProblemNote } from '../app/ProblemNote';
import { TerritoryName } from '../app/TerritoryName';
import { useFormats } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { useView } from '../app/useView';
import type { Formats } from '../model/format';
import { usePlan } from '../workbench/usePlan';

const Chart = lazy(async () => ({ default: (await import('../app/Chart')).Chart }));

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
          </>
        )}
      </div>
    </div>
  );
}

function AttainmentChart({ table }: { readonly table: KpiTable }) {
  const formats = useFormats();
  const scheme = useScheme();
  const { change } = useView();
  const option = useMemo(() => {
    const colours = chartColours(scheme);
    const bar = (name: string, value: (row: KpiRow) => number | null | undefined) => ({
      name,
      type: 'bar',
      barGap: '10%',
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      data: table.rows.map((row) => value(row) ?? null),
    });
    return {
      animation: false,
      color: [...colours.series],
      textStyle: { fontFamily: 'Inter Variable' },
      grid: { left: 64, right: 12, top: 36, bottom: 28 },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: colours.soft } },
      tooltip: {
        trigger: 'axis',
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.ink },
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? formats.money(value) : 'not known',
      },
      xAxis: {
        type: 'category',
        data: table.rows.map(({ territoryCode }) => territoryCode),
        axisLabel: { color: colours.soft },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: colours.soft, formatter: (value: number) => formats.money(value) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: [
        bar('Revenue', ({ revenue }) => revenue),
        bar('Quota', ({ quota }) => quota),
        bar('Pipeline', ({ pipeline }) => pipeline),
      ],
    };
  }, [table, formats, scheme]);
  return (
    <div className="card" style={{ marginBottom: 20 }}>
      <Suspense fallback={<div style={{ height: 260 }} />}>
        <Chart
          option={option}
          height={260}
          label="Revenue, quota and pipeline of each territory"
          onPick={(code) => change({ page: 'map', selection: { kind: 'territory', code } }, true)}
        />
      </Suspense>
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

interface Column {
  readonly label: string;
  readonly value: (row: KpiRow) => number | null | undefined;
  readonly text: (value: number, formats: Formats) => string;
}

const money = (value: number, formats: Formats) => formats.money(value);
const percent = (value: number, formats: Formats) => formats.percent(value, 0);

const COLUMNS: readonly Column[] = [
  { label: 'Accounts', value: (row) => row.accounts, text: (value, f) => f.count(value) },
  { label: 'Potential', value: (row) => row.potential, text: money },
  { label: 'Revenue', value: (row) => row.revenue, text: money },
  { label: 'Quota', value: (row) => row.quota, text: money },
  { label: 'Attainment', value: (row) => row.attainment, text: percent },
  { label: 'Pipeline', value: (row) => row.pipeline, text: money },
  {
    label: 'Pipeline coverage',
    value: (row) => row.pipelineCoverage,
    text: (value, f) => `${f.number(value)}×`,
  },
  { label: 'Penetration', value: (row) => row.penetration, text: percent },
  { label: 'Win rate', value: (row) => row.winRate, text: percent },
  { label: 'Coverage', value: (row) => row.coverage, text: percent },
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
              <th key={label} className="right">
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
                <TerritoryName code={row.territoryCode} name={row.territoryName} />
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

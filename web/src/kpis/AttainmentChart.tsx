import { lazy, Suspense, useMemo } from 'react';
import type { KpiRow, KpiTable } from '../api/wire';
import { chartColours } from '../app/chartColours';
import { useFormats } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { useView } from '../app/useView';

const Chart = lazy(async () => ({ default: (await import('../app/Chart')).Chart }));

/** What each territory sold, should sell and has in the pipeline, side by side. */
export function AttainmentChart({ table }: { readonly table: KpiTable }) {
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

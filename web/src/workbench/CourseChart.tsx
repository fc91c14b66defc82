import { lazy, Suspense, useMemo } from 'react';
import type { Step } from '../api/job';
import { chartColours } from '../app/chartColours';
import { useFormats } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { measureLabel } from './words';

const Chart = lazy(async () => ({ default: (await import('../app/Chart')).Chart }));

/** How the imbalance of each measure fell while the optimiser worked. */
export function CourseChart({ course }: { readonly course: readonly Step[] }) {
  const formats = useFormats();
  const scheme = useScheme();
  const option = useMemo(() => {
    const colours = chartColours(scheme);
    const measures = Object.keys(course.at(-1)?.imbalance ?? {});
    return {
      animation: false,
      color: [...colours.series],
      textStyle: { fontFamily: 'Inter Variable', color: colours.soft },
      grid: { left: 44, right: 12, top: 30, bottom: 24 },
      legend: {
        top: 0,
        left: 0,
        icon: 'roundRect',
        itemWidth: 12,
        itemHeight: 3,
        textStyle: { color: colours.soft },
      },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'value',
        axisLabel: { color: colours.soft, formatter: '{value} s' },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        min: 0,
        axisLabel: { color: colours.soft, formatter: (value: number) => formats.percent(value, 0) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: measures.map((measure) => ({
        name: measureLabel(measure),
        type: 'line',
        step: 'end',
        showSymbol: false,
        data: course.map(({ seconds, imbalance }) => [seconds.toFixed(1), imbalance[measure]]),
      })),
    };
  }, [course, formats, scheme]);
  return (
    <Suspense fallback={<div style={{ height: 180 }} />}>
      <Chart option={option} height={180} label="Imbalance while optimising" />
    </Suspense>
  );
}

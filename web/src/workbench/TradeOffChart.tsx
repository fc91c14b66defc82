import { lazy, Suspense, useMemo } from 'react';
import type { TradeOffCurve } from '../api/wire';
import { chartColours } from '../app/chartColours';
import { useFormats } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { linesOf } from '../model/tradeOff';
import { measureLabel } from './words';

const Chart = lazy(async () => ({ default: (await import('../app/Chart')).Chart }));

interface Props {
  readonly curve: TradeOffCurve;
  onPick(number: number): void;
}

/** What changes hands against what the goals come to, one line for each strictness of balance. */
export function TradeOffChart({ curve, onPick }: Props) {
  const formats = useFormats();
  const scheme = useScheme();
  const option = useMemo(() => {
    const colours = chartColours(scheme);
    const axis = {
      type: 'value',
      scale: true, // points lie near each other, far from 0
      splitNumber: 4, // more labels run into each other
      nameLocation: 'middle',
      nameTextStyle: { color: colours.soft },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } },
    };
    const percent = {
      color: colours.soft,
      hideOverlap: true,
      formatter: (value: number) => formats.percent(value, 1),
    };
    return {
      animation: false,
      color: [...colours.series],
      textStyle: { fontFamily: 'Inter Variable', color: colours.soft },
      grid: { left: 64, right: 16, top: 30, bottom: 44 },
      legend: {
        top: 0,
        left: 0,
        icon: 'roundRect',
        itemWidth: 12,
        itemHeight: 3,
        textStyle: { color: colours.soft },
      },
      tooltip: {
        trigger: 'item',
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.ink },
        formatter: ({ name }: { readonly name: string }) => `Plan ${name}: open it`,
      },
      xAxis: {
        ...axis,
        name: `${measureLabel(curve.measure).toLowerCase()} that change hands`,
        nameGap: 26,
        axisLabel: percent,
        splitLine: { show: false },
      },
      yAxis: { ...axis, name: 'goals, against the least moves', nameGap: 50, axisLabel: percent },
      series: linesOf(curve, formats).map(({ name, points }) => ({
        name,
        type: 'line',
        symbolSize: 12,
        data: points.map(({ number, moved, change }) => ({
          name: String(number),
          value: [moved, change],
        })),
      })),
    };
  }, [curve, formats, scheme]);
  return (
    <Suspense fallback={<div style={{ height: 240 }} />}>
      <Chart
        option={option}
        height={240}
        label="What changes hands against what the goals come to"
        onPick={(name) => onPick(Number(name))}
      />
    </Suspense>
  );
}

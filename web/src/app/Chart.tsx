import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  onPick?(name: string): void;
}

/** A chart: options in, drawing out. Only this file touches the chart library. */
export function Chart({ option, height, label, onPick }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | undefined>(undefined);
  const pick = useRef(onPick);

  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    if (!container.current) return;
    const made = init(container.current, null, { renderer: 'svg' });
    made.on('click', ({ name }) => pick.current?.(name));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(container.current);
    chart.current = made;
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option);
  }, [option]);

  return <div ref={container} style={{ height }} role="img" aria-label={label} />;
}

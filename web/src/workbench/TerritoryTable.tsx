import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLock, IconSelector } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { ScenarioSummary, TerritorySummary } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { MEASURES, type MeasureName } from '../model/alignment';
import { LeaningBar } from './LeaningBar';
import { isMoney, measureLabel } from './words';

type SortKey = 'code' | 'index' | 'amount';
interface Sort {
  readonly key: SortKey;
  readonly down: boolean;
}

interface Props {
  readonly summary: ScenarioSummary;
  readonly after: ScenarioSummary | undefined;
  readonly colours: readonly string[];
  readonly focus: string | undefined;
  /** Territories that hold the selected units. */
  readonly touched: ReadonlySet<number>;
  /** Codes of those that nothing may leave or enter. */
  readonly locked: readonly string[];
  /** The one the selection would go to. */
  readonly aim: number | undefined;
  readonly choosing: boolean;
  onChoose(territory: TerritorySummary): void;
  onOpen(territory: TerritorySummary): void;
  onAim(territory: number | undefined): void;
}

/** Index first: bars start at 100 and lean; the raw amount stands beside. */
export function TerritoryTable(props: Props) {
  const { summary, after, colours, focus, touched, locked, aim, choosing } = props;
  const [measure, setMeasure] = useState<MeasureName>('potential');
  const [sort, setSort] = useState<Sort>({ key: 'index', down: true });
  const rows = useMemo(
    () => sorted(summary.territories, sort, measure),
    [summary.territories, sort, measure],
  );
  const list = useRef<HTMLDivElement>(null);
  // One row at a time is a stop of the Tab key; arrows walk from there.
  const [stop, setStop] = useState<string>();
  const tabStop = rows.find(({ code }) => code === (stop ?? focus))?.code ?? rows[0]?.code;

  const stepFocus = (by: number) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
    const here = all.findIndex((row) => row.contains(document.activeElement));
    all[Math.max(0, Math.min(all.length - 1, here + by))]?.focus();
  };
  const handlers = { onChoose: props.onChoose, onOpen: props.onOpen, onAim: props.onAim };

  return (
    <div className="territories figures" ref={list} data-testid="territories">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows walk its rows, Enter chooses one. */}
      <table role="grid" aria-label="Territories">
        <thead>
          <tr className="territory-head">
            <th aria-label="Colour" />
            <th aria-sort={ariaSort('code', sort)}>
              <Sorter label="Territory" of="code" sort={sort} onSort={setSort} />
            </th>
            <th>
              <Menu position="bottom-start">
                <Menu.Target>
                  <UnstyledButton className="sorter measure">
                    {measureLabel(measure)} <IconSelector size={13} />
                  </UnstyledButton>
                </Menu.Target>
                <Menu.Dropdown>
                  {MEASURES.map((name) => (
                    <Menu.Item key={name} onClick={() => setMeasure(name)}>
                      {measureLabel(name)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </th>
            <th className="right" aria-sort={ariaSort('index', sort)}>
              <Tooltip label="100 is the average">
                <span>
                  <Sorter label="Index" of="index" sort={sort} onSort={setSort} />
                </span>
              </Tooltip>
            </th>
            <th className="right" aria-sort={ariaSort('amount', sort)}>
              <Sorter label="Amount" of="amount" sort={sort} onSort={setSort} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((territory) => (
            <Row
              key={territory.code}
              territory={territory}
              then={after?.territories[territory.number]}
              measure={measure}
              colour={colours[territory.number]}
              focused={focus === territory.code}
              touched={touched.has(territory.number)}
              locked={locked.includes(territory.code)}
              aimed={choosing && aim === territory.number}
              choosing={choosing}
              tabStop={tabStop === territory.code}
              onStep={stepFocus}
              onStop={setStop}
              {...handlers}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'choosing' | 'onChoose' | 'onOpen' | 'onAim'> {
  readonly territory: TerritorySummary;
  readonly then: TerritorySummary | undefined;
  readonly measure: MeasureName;
  readonly colour: string | undefined;
  readonly focused: boolean;
  readonly touched: boolean;
  readonly locked: boolean;
  readonly aimed: boolean;
  readonly tabStop: boolean;
  onStep(by: number): void;
  onStop(code: string): void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function Row(props: RowProps) {
  const { territory, then, measure, choosing, onChoose, onOpen, onAim } = props;
  const formats = useFormats();
  const { number, code, name } = territory;
  const changes = then !== undefined && then.units !== territory.units;
  const shown = changes ? then : territory;
  const index = territory.units > 0 ? territory.index[measure] : undefined;
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      props.onStep(step);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(territory);
    }
  };
  return (
    <tr
      tabIndex={props.tabStop ? 0 : -1}
      onFocus={() => props.onStop(code)}
      className={['territory-row', props.touched && 'touched', props.aimed && 'aimed']
        .filter(Boolean)
        .join(' ')}
      aria-selected={props.focused}
      data-territory={code}
      onClick={() => onChoose(territory)}
      onDoubleClick={() => onOpen(territory)}
      onMouseEnter={() => choosing && onAim(number)}
      onMouseLeave={() => choosing && onAim(undefined)}
      onKeyDown={onKey}
    >
      <td>
        <span className="swatch" style={{ background: props.colour }} />
      </td>
      <td className="territory-name" title={titleOf(territory)}>
        <b>{code}</b>
        {props.locked && <IconLock size={14} aria-label="locked" />}
        <span>{name === code ? seatOf(territory) : name}</span>
      </td>
      <td>
        <LeaningBar index={index} ghost={changes ? then.index[measure] : undefined} />
      </td>
      <td className={`right${changes ? ' after' : ''}`}>
        {index === undefined ? '–' : formats.index(shown.index[measure])}
      </td>
      <td className="right soft">
        {isMoney(measure)
          ? formats.money(shown.totals[measure])
          : formats.count(shown.totals[measure])}
      </td>
    </tr>
  );
}

interface SorterProps {
  readonly label: string;
  readonly of: SortKey;
  readonly sort: Sort;
  onSort(sort: Sort): void;
}

function Sorter({ label, of, sort, onSort }: SorterProps) {
  const active = sort.key === of;
  return (
    <button
      type="button"
      className={`sorter${active ? ' active' : ''}`}
      onClick={() => onSort({ key: of, down: active ? !sort.down : of !== 'code' })}
    >
      {label}
      {active && (sort.down ? <IconChevronDown size={13} /> : <IconChevronUp size={13} />)}
    </button>
  );
}

function ariaSort(of: SortKey, sort: Sort): 'ascending' | 'descending' | 'none' {
  if (sort.key !== of) return 'none';
  return sort.down ? 'descending' : 'ascending';
}

function sorted(
  territories: readonly TerritorySummary[],
  sort: Sort,
  measure: MeasureName,
): readonly TerritorySummary[] {
  const direction = sort.down ? -1 : 1;
  const compare = (a: TerritorySummary, b: TerritorySummary): number => {
    switch (sort.key) {
      case 'code':
        return a.code.localeCompare(b.code, undefined, { numeric: true });
      case 'index':
        return a.index[measure] - b.index[measure];
      case 'amount':
        return a.totals[measure] - b.totals[measure];
    }
  };
  return [...territories].sort((a, b) => direction * compare(a, b) || a.number - b.number);
}

function seatOf(territory: TerritorySummary): string {
  return territory.representativeName ?? 'vacant';
}

function titleOf(territory: TerritorySummary): string {
  const pieces = territory.contiguous ? '' : ', not in one piece';
  return `${territory.name}, ${seatOf(territory)}${pieces}`;
}

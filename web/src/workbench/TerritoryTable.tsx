import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
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
  /** The one the selection would go to. */
  readonly aim: number | undefined;
  readonly choosing: boolean;
  onChoose(territory: TerritorySummary): void;
  onOpen(territory: TerritorySummary): void;
  onAim(territory: number | undefined): void;
}

/** Index first: bars start at 100 and lean; the raw amount stands beside. */
export function TerritoryTable(props: Props) {
  const { summary, after, colours, focus, touched, aim, choosing } = props;
  const formats = useFormats();
  const [measure, setMeasure] = useState<MeasureName>('potential');
  const [sort, setSort] = useState<Sort>({ key: 'index', down: true });
  const rows = useMemo(
    () => sorted(summary.territories, sort, measure),
    [summary.territories, sort, measure],
  );
  const list = useRef<HTMLDivElement>(null);

  const stepWithArrows = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=row][tabindex]') ?? [])];
    const here = all.findIndex((row) => row === document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, here + step))]?.focus();
  };
  const amount = (territory: TerritorySummary) =>
    isMoney(measure)
      ? formats.money(territory.totals[measure])
      : formats.count(territory.totals[measure]);

  return (
    <div
      className="territories figures"
      role="grid"
      tabIndex={-1}
      aria-label="Territories"
      ref={list}
      onKeyDown={stepWithArrows}
      data-testid="territories"
    >
      <div className="territory-head" role="row">
        <span />
        <Sorter label="Territory" of="code" sort={sort} onSort={setSort} />
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
        <Tooltip label="100 is the average">
          <span className="right">
            <Sorter label="Index" of="index" sort={sort} onSort={setSort} />
          </span>
        </Tooltip>
        <span className="right">
          <Sorter label="Amount" of="amount" sort={sort} onSort={setSort} />
        </span>
      </div>
      {rows.map((territory) => {
        const { number, code, name } = territory;
        const index = territory.units > 0 ? territory.index[measure] : undefined;
        const then = after?.territories[number];
        const changes = then !== undefined && then.units !== territory.units;
        return (
          <div
            key={code}
            role="row"
            tabIndex={0}
            className={`territory-row${touched.has(number) ? ' touched' : ''}${aim === number && choosing ? ' aimed' : ''}`}
            aria-selected={focus === code}
            data-territory={code}
            onClick={() => props.onChoose(territory)}
            onDoubleClick={() => props.onOpen(territory)}
            onMouseEnter={() => choosing && props.onAim(number)}
            onMouseLeave={() => choosing && props.onAim(undefined)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') props.onChoose(territory);
            }}
          >
            <span className="swatch" style={{ background: colours[number] }} />
            <span className="territory-name">
              <b>{code}</b>
              <span title={titleOf(territory)}>{name === code ? seatOf(territory) : name}</span>
            </span>
            <LeaningBar index={index} ghost={changes ? then.index[measure] : undefined} />
            <span className="right">
              {changes ? (
                <b className="after">{formats.index(then.index[measure])}</b>
              ) : index === undefined ? (
                '–'
              ) : (
                formats.index(index)
              )}
            </span>
            <span className="right soft">{amount(changes ? then : territory)}</span>
          </div>
        );
      })}
    </div>
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

export function sorted(
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

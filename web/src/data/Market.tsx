import { Button, Group, Select } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  getMarket,
  getWhiteSpace,
  getWhiteSpaceFile,
  type MarketQuery,
  type MarketSort,
} from '../api/resources';
import type { MarketArea, MarketSummary, WhiteSpaceTable } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import {
  AREA_SIZES,
  ariaSort,
  booksSentence,
  leftOutSentences,
  type MarketUnits,
  marketText,
  ownFiguresFor,
  ownText,
  shareText,
  totalSentence,
  unitsOf,
} from '../model/market';
import { saveText } from './save';

/** The market around one's own customers: where it is open, and how much of it one has. */
export function Market() {
  const formats = useFormats();
  const market = useQuery({ queryKey: ['market'], queryFn: getMarket });
  return (
    <section data-testid="market">
      <h1 className="page-title">White space and market share</h1>
      <p className="page-lead">
        What files told of the market in each area, and how much of it is your own.{' '}
        {market.data && booksSentence(formats, market.data)}
      </p>
      <ProblemNote error={market.error} />
      {market.data?.measures.length === 0 && <NoFigures />}
      {market.data && market.data.measures.length > 0 && <WhiteSpace market={market.data} />}
    </section>
  );
}

function NoFigures() {
  const { change } = useView();
  return (
    <div className="drop">
      <b>No file told market figures yet</b>
      <span className="soft">
        Bring one as “Market figures”: postcodes, counties or states with their establishments,
        employees, households or spend.
      </span>
      <Button variant="default" onClick={() => change({ open: undefined }, true)}>
        Bring data
      </Button>
    </div>
  );
}

const FIRST = 100;
const MOST = 50_000;

function WhiteSpace({ market }: { readonly market: MarketSummary }) {
  const [measure, setMeasure] = useState(market.measures[0]?.measure ?? '');
  const [query, setQuery] = useState<MarketQuery>({ by: 'county', own: '', sort: 'open' });
  const [limit, setLimit] = useState(FIRST);
  const formats = useFormats();
  const space = useQuery({
    queryKey: ['market', measure, query, limit],
    queryFn: () => getWhiteSpace(measure, query, limit),
    placeholderData: (last) => last,
  });
  const saving = useMutation({
    mutationFn: () => getWhiteSpaceFile(measure, query),
    onSuccess: (rows) => saveText(rows, `white-space-${measure}-${query.by}.csv`),
  });
  const ask = (part: Partial<MarketQuery>) => setQuery({ ...query, ...part });
  const table = space.data;
  return (
    <>
      <Group align="end" mb="md">
        <Select
          label="Measure of the market"
          allowDeselect={false}
          value={measure}
          onChange={(value) => {
            setMeasure(value ?? measure);
            ask({ own: '' }); // another measure has another figure that fits it
          }}
          data={market.measures.map(({ measure: value }) => value)}
        />
        <Select
          label="Area"
          allowDeselect={false}
          value={query.by}
          onChange={(by) => {
            setLimit(FIRST);
            ask({ by: by ?? query.by });
          }}
          data={AREA_SIZES.map(({ value, label }) => ({ value, label }))}
        />
        <Select
          label="Your own"
          allowDeselect={false}
          value={query.own || (table?.own ?? null)}
          onChange={(own) => ask({ own: own ?? '' })}
          data={ownFiguresFor(measure).map(({ value, label }) => ({ value, label }))}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          Save all areas as CSV
        </Button>
      </Group>
      <ProblemNote error={space.error ?? saving.error} />
      {table && (
        <>
          <p data-testid="market-total">{totalSentence(formats, table)}</p>
          {leftOutSentences(formats, table).map((sentence) => (
            <p key={sentence} className="soft">
              {sentence}
            </p>
          ))}
          <Areas table={table} sort={query.sort} onSort={(sort) => ask({ sort })} />
          {table.items.length < Math.min(table.areas, MOST) && (
            <Group justify="center" mt="md">
              <Button
                variant="default"
                loading={space.isFetching}
                onClick={() => setLimit(Math.min(MOST, limit * 5))}
              >
                Show more of {formats.count(table.areas)}
              </Button>
            </Group>
          )}
        </>
      )}
    </>
  );
}

interface Column {
  readonly sort: MarketSort;
  readonly label: string;
  /** Which of the units its figures have; a count of accounts has its label. */
  readonly unit?: keyof MarketUnits;
}

const COLUMNS: readonly Column[] = [
  { sort: 'area', label: 'Area' },
  { sort: 'market', label: 'Market', unit: 'market' },
  { sort: 'own', label: 'Your own', unit: 'own' },
  { sort: 'share', label: 'Share' },
  { sort: 'open', label: 'White space', unit: 'market' },
  { sort: 'customers', label: 'Customers' },
  { sort: 'prospects', label: 'Prospects' },
];

interface AreasProps {
  readonly table: WhiteSpaceTable;
  readonly sort: MarketSort;
  onSort(sort: MarketSort): void;
}

function Areas({ table, sort, onSort }: AreasProps) {
  const units = unitsOf(table, useCompany().data?.currency ?? '');
  const largest = Math.max(1, ...table.items.map(({ open }) => open));
  return (
    <div className="card flush scroll-x">
      <table className="grid figures" data-testid="market-areas">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column.sort}
                className={column.sort === 'area' ? '' : 'right'}
                aria-sort={ariaSort(column.sort, sort)}
              >
                <button
                  type="button"
                  className={`sorter${column.sort === sort ? ' active' : ''}`}
                  onClick={() => onSort(column.sort)}
                >
                  {column.label}
                  <Direction of={ariaSort(column.sort, sort)} />
                </button>
                {column.unit && <div className="soft unit">{units[column.unit]}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <AreaRow area={table.total} table={table} largest={undefined} />
          {table.items.map((area) => (
            <AreaRow key={area.area} area={area} table={table} largest={largest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Direction({ of }: { readonly of: ReturnType<typeof ariaSort> }) {
  switch (of) {
    case 'ascending':
      return <IconChevronUp size={13} />;
    case 'descending':
      return <IconChevronDown size={13} />;
    default:
      return null;
  }
}

interface AreaRowProps {
  readonly area: MarketArea;
  /** What its figures count. */
  readonly table: Pick<WhiteSpaceTable, 'measure' | 'own'>;
  /** The largest white space of the table, for the bar; none in the row of totals. */
  readonly largest: number | undefined;
}

function AreaRow({ area, table, largest }: AreaRowProps) {
  const formats = useFormats();
  const market = (value: number) => marketText(formats, table.measure, value);
  return (
    <tr className={largest === undefined ? 'total' : ''}>
      <th scope="row">
        {largest === undefined ? 'All' : area.name || area.area}
        {largest !== undefined && <span className="soft"> {area.area.split('/').at(-1)}</span>}
      </th>
      <td className="right">{market(area.market)}</td>
      <td className="right">{ownText(formats, table.own, area.own)}</td>
      <td className="right">{shareText(formats, area.share)}</td>
      <td className="right">
        {largest !== undefined && (
          <span
            className="gap-bar"
            style={{ width: `${(60 * area.open) / largest}px` }}
            aria-hidden="true"
          />
        )}
        <b>{market(area.open)}</b>
      </td>
      <td className="right">{formats.count(area.customers)}</td>
      <td className="right">{formats.count(area.prospects)}</td>
    </tr>
  );
}

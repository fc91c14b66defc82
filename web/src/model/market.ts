import type { MarketSort } from '../api/resources';
import type { MarketSummary, WhiteSpaceTable } from '../api/wire';
import { counted, type Formats } from './format';

/** The sizes of areas, the largest first. */
export const AREA_SIZES = [
  { value: 'country', label: 'Countries', one: 'country' },
  { value: 'region', label: 'States and regions', one: 'state or region' },
  { value: 'county', label: 'Counties', one: 'county' },
  { value: 'postcode', label: 'Postcodes', one: 'postcode' },
] as const;

/** What can stand against a measure. */
const OWN_FIGURES = [
  { value: 'customers', label: 'Customers', unit: 'customers' },
  { value: 'sales', label: 'Sales of twelve months', unit: 'money' },
  { value: 'employees', label: 'Employees of customers', unit: 'employees' },
] as const;
type OwnFigure = (typeof OWN_FIGURES)[number];

/** The one figure of one's own that each measure of the usual files is of the same kind as. */
const FITTING: Readonly<Record<string, OwnFigure['value']>> = {
  establishments: 'customers',
  households: 'customers',
  spend: 'sales',
  employees: 'employees',
};

/** What may stand against a measure: only its own kind; of a measure of the user's, any. */
export function ownFiguresFor(measure: string): readonly OwnFigure[] {
  const fitting = FITTING[measure.toLowerCase()];
  return OWN_FIGURES.filter(({ value }) => fitting === undefined || value === fitting);
}

/** What the figures of a table count, by column: a share means little without. */
export interface MarketUnits {
  readonly market: string;
  readonly own: string;
}

/** Spend is money; a measure of the user's counts what its name says, whatever stands against it. */
export function unitsOf(
  { measure, own }: Pick<WhiteSpaceTable, 'measure' | 'own'>,
  currency: string,
): MarketUnits {
  const unit = OWN_FIGURES.find(({ value }) => value === own)?.unit ?? own;
  return {
    market: isMoney(measure) ? currency : measure,
    own: unit === 'money' ? currency : unit,
  };
}

function isMoney(measure: string): boolean {
  return FITTING[measure.toLowerCase()] === 'sales';
}

/** Which way a column is sorted: the smallest shares and the first names come on top. */
export function ariaSort(
  column: MarketSort,
  sort: MarketSort,
): 'ascending' | 'descending' | undefined {
  if (column !== sort) return undefined;
  return column === 'share' || column === 'area' ? 'ascending' : 'descending';
}

/** Shares are often far below one percent: two digits that count, three places at most. */
export function shareText(formats: Formats, share: number | null | undefined): string {
  if (share == null) return '–';
  return formats.percent(share, share === 0 || share >= 0.01 ? 1 : 3);
}

/** So much of a measure of the market, as money or as a count. */
export function marketText(formats: Formats, measure: string, amount: number): string {
  return isMoney(measure) ? formats.money(amount) : formats.count(amount);
}

/** So much of a figure of one's own: sales are money, all else is counted. */
export function ownText(formats: Formats, own: string, amount: number): string {
  return own === 'sales' ? formats.money(amount) : formats.count(amount);
}

/** What all areas together hold. */
export function totalSentence(formats: Formats, table: WhiteSpaceTable): string {
  const { total, own, measure, areas, by } = table;
  const market = (value: number) => marketText(formats, measure, value);
  const size = AREA_SIZES.find(({ value }) => value === by);
  const where = areas === 1 ? `one ${size?.one} has` : `${formats.count(areas)} ${plural(by)} have`;
  return `${market(total.market)} ${measure}; of your own ${ownText(formats, own, total.own)} ${ownWord(own)} stand against them, a market share of ${shareText(formats, total.share)}. White space: ${market(total.open)}. In all ${where} a market or business of your own.`;
}

/** What the table leaves out, a sentence each. */
export function leftOutSentences(formats: Formats, table: WhiteSpaceTable): readonly string[] {
  const { undivided, unplacedCustomers, unplacedProspects, by, measure } = table;
  const size = AREA_SIZES.find(({ value }) => value === by)?.one;
  const sentences: string[] = [];
  if (undivided > 0) {
    sentences.push(
      `${marketText(formats, measure, undivided)} ${measure} more are known of larger areas only; nothing says how they are spread.`,
    );
  }
  const unplaced = [
    ...(unplacedCustomers > 0 ? [counted(formats, unplacedCustomers, 'customer')] : []),
    ...(unplacedProspects > 0 ? [counted(formats, unplacedProspects, 'prospect')] : []),
  ];
  if (unplaced.length > 0) {
    const one = unplacedCustomers + unplacedProspects === 1;
    sentences.push(
      `${unplaced.join(' and ')} ${one ? 'is' : 'are'} placed in no ${size} and ${one ? 'does' : 'do'} not count.`,
    );
  }
  return sentences;
}

/** How many customers and prospects there are. */
export function booksSentence(
  formats: Formats,
  { customers, prospects }: Pick<MarketSummary, 'customers' | 'prospects'>,
): string {
  return `${counted(formats, customers, 'customer')} and ${counted(formats, prospects, 'prospect')} are on the books.`;
}

function plural(by: string): string {
  return AREA_SIZES.find(({ value }) => value === by)?.label.toLowerCase() ?? by;
}

function ownWord(own: string): string {
  switch (own) {
    case 'sales':
      return 'of sales';
    case 'employees':
      return 'employees';
    default:
      return 'customers';
  }
}

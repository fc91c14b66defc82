/** Figures in words, by the reader's locale. */
export interface Formats {
  count(value: number): string;
  /** Large amounts short, such as $1.9M, with three significant digits. */
  money(value: number): string;
  moneyExact(value: number): string;
  percent(ratio: number, digits?: number): string;
  /** An index has no unit: 104. */
  index(value: number): string;
  day(isoDate: string): string;
  moment(isoInstant: string): string;
  number(value: number): string;
  /** In miles where the reader's country counts in them. */
  distance(km: number): string;
  /** How the reader writes numbers, for fields that take them: 9,000.5 or 9.000,5. */
  readonly separators: Separators;
}

export interface Separators {
  /** Between groups of digits; skipped when typed. */
  readonly thousandSeparator: string;
  readonly decimalSeparator: string;
  /** What ends the whole part when typed: never what stands between groups. */
  readonly allowedDecimalSeparators: string[];
}

const KM_PER_MILE = 1.609344;

export function formatsFor(locale: string, currency: string): Formats {
  const miles = /-(US|GB|LR)$/.test(locale);
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumSignificantDigits: 1,
    maximumSignificantDigits: 3,
  });
  const moneyExact = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    count: (value) => count.format(value),
    number: (value) => number.format(value),
    distance: (km) => (miles ? `${number.format(km / KM_PER_MILE)} mi` : `${number.format(km)} km`),
    money: (value) => money.format(value),
    moneyExact: (value) => moneyExact.format(value),
    percent: (ratio, digits = 1) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(ratio),
    index: (value) => count.format(value),
    day: (isoDate) => day.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)),
    moment: (isoInstant) => moment.format(new Date(isoInstant)),
    separators: separatorsOf(locale),
  };
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.8);
  const written = (type: 'group' | 'decimal') =>
    parts.find((part) => part.type === type)?.value ?? '';
  const decimalSeparator = written('decimal') || '.';
  return {
    thousandSeparator: written('group'),
    decimalSeparator,
    allowedDecimalSeparators: [decimalSeparator],
  };
}

/** "1 unit", "14 units". */
export function counted(formats: Formats, value: number, one: string, many = `${one}s`): string {
  return `${formats.count(value)} ${value === 1 ? one : many}`;
}

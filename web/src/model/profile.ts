import type { ColumnProfile, ColumnProfileContent, MappedColumn } from '../api/wire';
import type { ChosenColumns } from './mapping';

/** How the file at hand is read. */
export interface Reading {
  readonly mapping: readonly MappedColumn[];
  /** What the user said since: a field with a blank column is left out. */
  readonly chosen: ChosenColumns;
  readonly decimal: string;
  readonly days: string;
  /** The saved profile that the file is read by. */
  readonly used: ColumnProfile | undefined;
}

/** What a profile says that reads files as the one at hand is read. */
export function profileContent(reading: Reading): ColumnProfileContent {
  const { mapping, chosen, used } = reading;
  const columns = mapping.filter(({ column }) => column !== '');
  const constants = mapping.filter(({ column }) => column === '');
  const decimal = reading.decimal || (used?.decimal ?? '');
  const days = reading.days || (used?.days ?? '');
  return {
    columns: withoutMeasures(used, {
      ...leftOutBy(used),
      ...Object.fromEntries(columns.map(({ field, column }) => [field, column])),
      ...chosen,
    }),
    set: constants.map(({ field, constant }) => `${field}=${constant}`),
    ...(used ? { where: used.where, measure: used.measure, impute: used.impute } : {}),
    ...(decimal === '' ? {} : { decimal }),
    ...(days === '' ? {} : { days }),
  };
}

/** The fields that a profile reads from no column. */
function leftOutBy(profile: ColumnProfile | undefined): ChosenColumns {
  return Object.fromEntries(
    Object.entries(profile?.columns ?? {}).filter(([, column]) => column === ''),
  );
}

/** Further measures stand among the columns of a file, but are no fields of its kind. */
function withoutMeasures(
  profile: ColumnProfile | undefined,
  columns: ChosenColumns,
): Record<string, string> {
  const measures = new Set(profile?.measure.map((each) => each.split('=')[0]?.trim()));
  return Object.fromEntries(Object.entries(columns).filter(([field]) => !measures.has(field)));
}

/** Which profile was used, where that is not what the select box says. */
export function profileNote(used: string, asked: string): string {
  if (asked !== '') return '';
  return used === '' ? 'Of no export that is known.' : `Recognised: ${used}.`;
}

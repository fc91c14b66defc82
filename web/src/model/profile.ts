import type { ColumnProfileContent, MappedColumn } from '../api/wire';

/** What a profile says that reads files as the one at hand is read. */
export function profileContent(
  mapping: readonly MappedColumn[],
  decimal: string,
  days: string,
): ColumnProfileContent {
  const columns = mapping.filter(({ column }) => column !== '');
  const constants = mapping.filter(({ column }) => column === '');
  return {
    columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    set: constants.map(({ field, constant }) => `${field}=${constant}`),
    ...(decimal === '' ? {} : { decimal }),
    ...(days === '' ? {} : { days }),
  };
}

/** Which profile was used, where that is not what the select box says. */
export function profileNote(used: string, asked: string): string {
  if (asked !== '') return '';
  return used === '' ? 'Of no export that is known.' : `Recognised: ${used}.`;
}

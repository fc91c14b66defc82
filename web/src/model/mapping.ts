import type { MappedColumn } from '../api/wire';

/** Field to column; a blank column means that the field is read from none. */
export type ChosenColumns = Readonly<Record<string, string>>;

/** [column] -> the field it feeds, as the server guessed and as the user said since. */
export function fieldsByColumn(
  guessed: readonly MappedColumn[],
  chosen: ChosenColumns,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { field, column } of guessed) {
    if (column !== '' && chosen[field] === undefined) fields.set(column, field);
  }
  for (const [field, column] of Object.entries(chosen)) {
    if (column !== '') fields.set(column, field);
  }
  return fields;
}

/**
 * What to tell the server when a column shall feed another field, or none. The field it fed before
 * is told to be read from none, so that the guess does not come back.
 */
export function chooseField(
  guessed: readonly MappedColumn[],
  chosen: ChosenColumns,
  column: string,
  field: string | undefined,
): ChosenColumns {
  const before = fieldsByColumn(guessed, chosen).get(column);
  return {
    ...chosen,
    ...(before === undefined ? {} : { [before]: '' }),
    ...(field === undefined ? {} : { [field]: column }),
  };
}

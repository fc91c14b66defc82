import type { ReturnedSheet } from '../api/wire';

type Told = Pick<ReturnedSheet, 'moved' | 'problemCount' | 'problems'>;

/** Whether the second answer to a workbook holds what the first one did not tell. */
export function tellsMore(first: Told | undefined, second: Told): boolean {
  if (!first || first.moved !== second.moved || first.problemCount !== second.problemCount) {
    return true;
  }
  const known = new Set(first.problems.map(({ message }) => message));
  return second.problems.some(({ message }) => !known.has(message));
}

/** What the list of exceptions is narrowed down to; blank for all. */
export interface Narrowed {
  readonly kind: string;
  /** That has the account, or would have it by the rules. */
  readonly territory: string;
  readonly person: string;
  readonly dueOnly: boolean;
}

interface Row {
  readonly kind: string;
  readonly territory: string;
  readonly byRules?: string | null;
  readonly representativeName?: string | null;
  readonly reviewDue: boolean;
}

/** The rows asked for; those whose review is due come first, in the order given otherwise. */
export function narrowed<R extends Row>(rows: readonly R[], to: Narrowed): readonly R[] {
  const wanted = rows.filter(
    (row) =>
      (!to.kind || row.kind === to.kind) &&
      (!to.territory || row.territory === to.territory || row.byRules === to.territory) &&
      (!to.person || row.representativeName === to.person) &&
      (!to.dueOnly || row.reviewDue),
  );
  return [...wanted.filter((row) => row.reviewDue), ...wanted.filter((row) => !row.reviewDue)];
}

/** Every territory that has or had an account of the rows, in order. */
export function territoriesOf(rows: readonly Row[]): readonly string[] {
  return distinct(rows.flatMap(({ territory, byRules }) => [territory, byRules]));
}

export function peopleOf(rows: readonly Row[]): readonly string[] {
  return distinct(rows.map(({ representativeName }) => representativeName));
}

function distinct(texts: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => Boolean(text)))].sort((a, b) =>
    a.localeCompare(b),
  );
}

export type Phase = 'to come' | 'in force' | 'over' | 'revoked';

/** Where an exception stands on a day. */
export function phaseOf(
  exception: { readonly from: string; readonly until?: string | null },
  today: string,
): Phase {
  const { from, until } = exception;
  if (until && until <= from) return 'revoked';
  if (until && until <= today) return 'over';
  return from > today ? 'to come' : 'in force';
}

/** The same day so many years later. */
export function yearsLater(isoDate: string, years: number): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

/** A while with one owner; the day it ends on is no longer part of it, null stands for no end. */
export interface Span {
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly cause: string;
}

/** A span as it lies on a line of time, in parts of the whole width from 0 to 1. */
export interface Placed<S extends Span> {
  readonly span: S;
  readonly left: number;
  readonly width: number;
}

/** What a timeline shows, on one common line of time. */
export interface Lanes<S extends Span> {
  /** What exceptions put above the rules. */
  readonly exceptions: readonly Placed<S>[];
  /** What holds by the rules and by people who put facts right, on days of exceptions too. */
  readonly rules: readonly (Placed<S> & {
    /** That an exception stands above it. */
    readonly hidden: boolean;
  })[];
  readonly ticks: readonly { readonly day: string; readonly left: number }[];
  /** Where today lies. */
  readonly today: number;
}

const DAY_MS = 86_400_000;
const MOST_TICKS = 6;

/** Time beyond today and the last day named, as a part of the whole, so that open ends are seen. */
const MARGIN = 0.12;

/** Lays out who had an account when; undefined when nobody ever had it. */
export function lanesOf<S extends Span>(
  owners: readonly S[],
  beneath: readonly S[],
  today: string,
): Lanes<S> | undefined {
  const all = [...owners, ...beneath];
  if (all.length === 0) return undefined;
  const named = [today, ...all.flatMap((one) => [one.validFrom, one.validTo ?? one.validFrom])].map(
    dayNumber,
  );
  const first = Math.min(...named);
  const last = Math.max(...named);
  const end = Math.ceil(last + Math.max(7, MARGIN * (last - first)));
  const at = (day: number) => (day - first) / (end - first);
  const place = <T extends Span>(span: T): Placed<T> => {
    const left = at(dayNumber(span.validFrom));
    return { span, left, width: (span.validTo ? at(dayNumber(span.validTo)) : 1) - left };
  };
  const byRules = owners.filter(({ cause }) => cause !== 'EXCEPTION');
  return {
    exceptions: owners.filter(({ cause }) => cause === 'EXCEPTION').map(place),
    rules: [
      ...byRules.map((span) => ({ ...place(span), hidden: false })),
      ...beneath.map((span) => ({ ...place(span), hidden: true })),
    ].sort((a, b) => a.left - b.left),
    ticks: ticks(first, end).map((day) => ({ day: isoDay(day), left: at(day) })),
    today: at(dayNumber(today)),
  };
}

/** First days of months, as many months apart as leave a few of them; at least the first day. */
function ticks(first: number, end: number): readonly number[] {
  for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 600]) {
    const days = firstsOfMonths(first, end, step);
    if (days.length <= MOST_TICKS) return days.length > 0 ? days : [first];
  }
  return [first];
}

function firstsOfMonths(first: number, end: number, step: number): readonly number[] {
  const start = new Date(first * DAY_MS);
  const days: number[] = [];
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (;;) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
    if (day >= end) return days;
    if (day >= first && month % step === 0) days.push(day);
    month++;
  }
}

function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The instants at which what is known of something changed, the oldest first. To see what was known
 * before one of them is to ask for the moment just before it.
 */
export function changesOfBelief(
  rows: readonly { readonly recordedAt: string; readonly supersededAt?: string | null }[],
): readonly string[] {
  const instants = rows.flatMap(({ recordedAt, supersededAt }) =>
    supersededAt ? [recordedAt, supersededAt] : [recordedAt],
  );
  return [...new Set(instants)].sort((a, b) => Date.parse(a) - Date.parse(b));
}

/** A millisecond before the last change that lies before an instant; undefined before the first. */
export function beforeLastChange(
  changes: readonly string[],
  known: string | undefined,
): string | undefined {
  const last = changes
    .map((change) => Date.parse(change))
    .filter((change) => known === undefined || change <= Date.parse(known))
    .at(-1);
  return last === undefined ? undefined : new Date(last - 1).toISOString();
}

/** The moment at which the next change is known; undefined, for now, when there is none. */
export function afterNextChange(
  changes: readonly string[],
  known: string | undefined,
): string | undefined {
  if (known === undefined) return undefined;
  const later = changes
    .map((change) => Date.parse(change))
    .filter((change) => change > Date.parse(known));
  const [next, ...others] = later;
  return next === undefined || others.length === 0
    ? undefined
    : new Date((others[0] ?? next) - 1).toISOString();
}

/** An instant as a field for date and time takes it, by the reader's clock; empty for none. */
export function toLocal(instant: string | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

/** What a field for date and time holds, as an instant; undefined when it holds none. */
export function fromLocal(typed: string): string | undefined {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** A kind of act in words. */
export function causeWords(cause: string): string {
  switch (cause) {
    case 'PUBLICATION':
      return 'publication';
    case 'INTAKE':
      return 'decided when it came in';
    case 'MOVE':
      return 'proposed move, made';
    case 'CORRECTION':
      return 'correction';
    case 'EXCEPTION':
      return 'exception';
    case 'DEPARTURE':
      return 'departure';
    case 'FALLBACK':
      return 'exception ended early';
    case 'HOLD':
      return 'hold';
    case 'UNDO':
      return 'publication taken back';
    default:
      return cause.toLowerCase().replaceAll('_', ' ');
  }
}

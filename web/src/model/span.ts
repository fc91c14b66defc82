import type { Formats } from './format';

/** Days from one on until the day before another; either may be open. */
export function spanWords(
  formats: Pick<Formats, 'day'>,
  from: string | null | undefined,
  until: string | null | undefined,
): string {
  const last = until ? formats.day(dayBefore(until)) : undefined;
  if (from && last) return `${formats.day(from)} – ${last}`;
  if (from) return `since ${formats.day(from)}`;
  return last ? `until ${last}` : 'always';
}

function dayBefore(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

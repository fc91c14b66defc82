import { expect, test } from 'vitest';
import {
  afterNextChange,
  beforeLastChange,
  changesOfBelief,
  fromLocal,
  lanesOf,
  toLocal,
} from './timeline';

const span = (validFrom: string, validTo: string | null, cause = 'PUBLICATION') => ({
  validFrom,
  validTo,
  cause,
});

test('nobody ever: nothing is drawn', () => {
  expect(lanesOf([], [], '2026-06-01')).toBeUndefined();
});

test('an exception stands above, and the rules’ answer goes on beneath it without a hole', () => {
  const lanes = lanesOf(
    [
      span('2026-01-01', '2026-03-01'),
      span('2026-03-01', '2026-05-01', 'EXCEPTION'),
      span('2026-05-01', null),
    ],
    [span('2026-03-01', '2026-05-01')],
    '2026-04-01',
  );
  expect(lanes?.exceptions).toHaveLength(1);
  expect(lanes?.rules.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  const [before, during, after] = lanes?.rules ?? [];
  expect(during?.left).toBeCloseTo((before?.left ?? 0) + (before?.width ?? 0));
  expect(after?.left).toBeCloseTo((during?.left ?? 0) + (during?.width ?? 0));
  expect(during?.left).toBe(lanes?.exceptions[0]?.left);
  expect((after?.left ?? 0) + (after?.width ?? 0)).toBeCloseTo(1);
});

test('today lies within, and an open end goes on after it', () => {
  const lanes = lanesOf([span('2026-01-01', null)], [], '2026-11-24');
  expect(lanes?.today).toBeGreaterThan(0.8);
  expect(lanes?.today).toBeLessThan(1);
  expect(lanes?.rules[0]).toMatchObject({ left: 0, width: 1 });
});

test('ticks are first days of months, a handful at most, in order', () => {
  for (const [from, today] of [
    ['2026-11-20', '2026-11-24'],
    ['2026-01-15', '2026-11-24'],
    ['2019-02-03', '2026-11-24'],
    ['1950-02-03', '2026-11-24'],
  ] as const) {
    const ticks = lanesOf([span(from, null)], [], today)?.ticks ?? [];
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(6);
    const places = ticks.map(({ left }) => left);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((left) => left >= 0 && left < 1)).toBe(true);
    if (ticks.length > 1) expect(ticks.every(({ day }) => day.endsWith('-01'))).toBe(true);
  }
});

const ROWS = [
  { recordedAt: '2026-03-01T10:00:00Z', supersededAt: '2026-03-20T10:00:00Z' },
  { recordedAt: '2026-03-20T10:00:00Z', supersededAt: null },
  { recordedAt: '2026-04-02T10:00:00Z' },
];

test('one steps back through what was known, and forward again to now', () => {
  const changes = changesOfBelief(ROWS);
  expect(changes).toHaveLength(3);
  const once = beforeLastChange(changes, undefined);
  expect(once).toBe('2026-04-02T09:59:59.999Z');
  const twice = beforeLastChange(changes, once);
  expect(twice).toBe('2026-03-20T09:59:59.999Z');
  expect(afterNextChange(changes, twice)).toBe(once);
  expect(afterNextChange(changes, once)).toBeUndefined();
  const thrice = beforeLastChange(changes, twice);
  expect(thrice).toBe('2026-03-01T09:59:59.999Z');
  expect(beforeLastChange(changes, thrice)).toBeUndefined();
});

test('date and time as typed are the instant they name, to the second', () => {
  expect(fromLocal(toLocal('2026-03-20T10:15:30Z'))).toBe('2026-03-20T10:15:30.000Z');
  expect(toLocal(undefined)).toBe('');
  expect(fromLocal('')).toBeUndefined();
});

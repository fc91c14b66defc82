import { expect, test } from 'vitest';
import { narrowed, peopleOf, phaseOf, territoriesOf, yearsLater } from './exceptions';

const row = (
  id: number,
  kind: string,
  territory: string,
  byRules: string | null,
  representativeName: string | null,
  reviewDue = false,
) => ({ id, kind, territory, byRules, representativeName, reviewDue });

const ROWS = [
  row(1, 'NAMED', 'T02', 'T01', 'Ada'),
  row(2, 'HELD', 'T01', 'T03', 'Bob'),
  row(3, 'STRATEGIC', 'T09', null, null, true),
  row(4, 'STRATEGIC', 'T09', 'T01', 'Ada'),
];
const ALL = { kind: '', territory: '', person: '', dueOnly: false };
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

test('what is due for review comes first, the rest as it came', () => {
  expect(ids(narrowed(ROWS, ALL))).toEqual([3, 1, 2, 4]);
});

test('a territory finds what it has and what it would have', () => {
  expect(ids(narrowed(ROWS, { ...ALL, territory: 'T01' }))).toEqual([1, 2, 4]);
});

test('kind, person and due reviews narrow down together', () => {
  expect(ids(narrowed(ROWS, { ...ALL, kind: 'STRATEGIC', person: 'Ada' }))).toEqual([4]);
  expect(ids(narrowed(ROWS, { ...ALL, dueOnly: true }))).toEqual([3]);
  expect(ids(narrowed(ROWS, { ...ALL, kind: 'HELD', dueOnly: true }))).toEqual([]);
});

test('the choices are those that some row has', () => {
  expect(territoriesOf(ROWS)).toEqual(['T01', 'T02', 'T03', 'T09']);
  expect(peopleOf(ROWS)).toEqual(['Ada', 'Bob']);
});

test('the last day is the one before the first day without it', () => {
  const exception = { from: '2026-03-01', until: '2026-04-01' };
  expect(phaseOf(exception, '2026-02-28')).toBe('to come');
  expect(phaseOf(exception, '2026-03-01')).toBe('in force');
  expect(phaseOf(exception, '2026-03-31')).toBe('in force');
  expect(phaseOf(exception, '2026-04-01')).toBe('over');
  expect(phaseOf({ from: '2026-03-01', until: null }, '2030-01-01')).toBe('in force');
  expect(phaseOf({ from: '2026-03-01', until: '2026-03-01' }, '2026-02-01')).toBe('revoked');
});

test('a year later is the same day', () => {
  expect(yearsLater('2026-11-24', 1)).toBe('2027-11-24');
  expect(yearsLater('', 1)).toBe('');
});

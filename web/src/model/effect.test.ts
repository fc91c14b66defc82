import { expect, test } from 'vitest';
import { changedTerritories, summaryAfter } from './effect';
import { alignment, summaryOf } from './worlds';

const world = alignment('AABC', [10, 30, 20, 60]);
const before = summaryOf(world, 3);

test('moving a unit changes only the two territories concerned', () => {
  const after = summaryAfter(before, world, [1], 1);
  expect(changedTerritories(before, after).map(({ after: { code } }) => code)).toEqual([
    'T01',
    'T02',
  ]);
  expect(after.territories.map(({ totals }) => totals.potential)).toEqual([10, 50, 60]);
});

test('moving units conserves the totals', () => {
  const after = summaryAfter(before, world, [0, 2, 3], 0);
  const sum = after.territories.reduce((total, { totals }) => total + totals.potential, 0);
  expect(sum).toBe(120);
});

test('indexes and balance follow the totals', () => {
  const after = summaryAfter(before, world, [1], 1);
  expect(after.territories.map(({ index }) => index.potential)).toEqual([25, 125, 150]);
  expect(after.balance[0]?.largestDeviation).toBeCloseTo(0.75);
});

test('moving units to where they are changes nothing', () => {
  const after = summaryAfter(before, world, [0, 1], 0);
  expect(changedTerritories(before, after)).toEqual([]);
});

test('units without a territory bring what they hold to the one they join', () => {
  const open = alignment('AB.', [10, 10, 5]);
  const after = summaryAfter(summaryOf(open, 2), open, [2], 1);
  expect(after.territories[1]?.totals.potential).toBe(15);
});

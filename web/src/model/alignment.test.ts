import { expect, test } from 'vitest';
import { byHolder, figuresOf, inNumbersOf, moveUnits, unitsMoved } from './alignment';
import { alignment } from './worlds';

test('a move gives a new alignment and leaves the old one as it was', () => {
  const before = alignment('AAB');
  const after = moveUnits(before, [1], 1);
  expect(Array.from(after.territoryOf)).toEqual([0, 1, 1]);
  expect(before.territoryOf).toEqual([0, 0, 1]);
});

test('a set of units holds the sum of what each holds', () => {
  const world = alignment('AAB', [10, 20, 40]);
  expect(figuresOf(world, [0, 2])).toMatchObject({ accounts: 2, potential: 50 });
  expect(figuresOf(world, []).potential).toBe(0);
});

test('units are told apart by who holds them', () => {
  const holders = byHolder(alignment('ABA.'), [0, 1, 2, 3]);
  expect([...holders]).toEqual([
    [0, [0, 2]],
    [1, [1]],
    [-1, [3]],
  ]);
});

test('units move when they leave a territory, not when they first get one', () => {
  expect(unitsMoved([0, 1, 1, 0, -1], [0, 1, 0, -1, 1])).toEqual([2, 4]);
});

test('another scenario is read in this one’s numbers, by the codes of its territories', () => {
  const there = inNumbersOf(['T01', 'T02'], ['T02', 'T01', 'T09'], [0, 1, 2, -1]);
  expect(Array.from(there)).toEqual([1, 0, 4, -1]);
});

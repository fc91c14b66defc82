import { expect, test } from 'vitest';
import { indexesOf, largestDeviation, leaningBar } from './balance';

test('the average has the index 100', () => {
  expect(indexesOf([50, 100, 150], [1, 1, 1])).toEqual([50, 100, 150]);
});

test('a half share is full with half the amount', () => {
  expect(indexesOf([100, 50], [1, 0.5])).toEqual([100, 100]);
});

test('a territory without a share has no index', () => {
  expect(indexesOf([10, 10], [1, 0])).toEqual([50, undefined]);
});

test('the largest deviation counts both ways and is 0 when nothing can deviate', () => {
  expect(largestDeviation([92, 104, undefined])).toBeCloseTo(0.08);
  expect(largestDeviation([])).toBe(0);
});

test('bars start in the middle and lean to the side of the deviation', () => {
  expect(leaningBar(100)).toEqual({ left: 50, width: 0 });
  expect(leaningBar(125)).toEqual({ left: 50, width: 25 });
  expect(leaningBar(75)).toEqual({ left: 25, width: 25 });
  expect(leaningBar(900)).toEqual({ left: 50, width: 50 });
});

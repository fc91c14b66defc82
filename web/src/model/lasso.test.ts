import { expect, test } from 'vitest';
import { boxLoop, type Point, pointsInside } from './lasso';

const lon = [0, 5, 9, 5];
const lat = [0, 5, 5, 9];

test('a box holds the points inside it, whichever corners it was drawn from', () => {
  expect(pointsInside(boxLoop([4, 4], [10, 6]), lon, lat)).toEqual([1, 2]);
  expect(pointsInside(boxLoop([10, 6], [4, 4]), lon, lat)).toEqual([1, 2]);
});

test('a bay of the loop is outside', () => {
  const horseshoe: Point[] = [
    [3, 3],
    [11, 3],
    [11, 11],
    [8, 11],
    [8, 4],
    [4, 4],
    [4, 11],
    [3, 11],
  ];
  expect(pointsInside(horseshoe, lon, lat)).toEqual([2]);
});

test('a stroke that encloses nothing selects nothing', () => {
  expect(
    pointsInside(
      [
        [0, 0],
        [9, 9],
      ],
      lon,
      lat,
    ),
  ).toEqual([]);
});

test('units without a place are never inside', () => {
  expect(pointsInside(boxLoop([-1, -1], [9, 9]), [Number.NaN], [Number.NaN])).toEqual([]);
});

import { expect, test } from 'vitest';
import { membersOf, placesOf } from './places';

test('accounts at one point are one place, the largest first', () => {
  const places = placesOf([-87.6, 8.5, -87.6], [41.9, 47.4, 41.9], [10, 7, 30]);
  expect([...places.longitudes]).toEqual([-87.6, 8.5]);
  expect([...places.potentials]).toEqual([40, 7]);
  expect([...membersOf(places, 0)]).toEqual([2, 0]);
  expect([...membersOf(places, 1)]).toEqual([1]);
});

test('mirrored coordinates are different places', () => {
  expect(placesOf([10, -10, 20], [20, 20, 10], [1, 1, 1]).longitudes).toHaveLength(3);
});

test('no accounts are no places', () => {
  const places = placesOf([], [], []);
  expect(places.longitudes).toHaveLength(0);
  expect(membersOf(places, 0)).toHaveLength(0);
});

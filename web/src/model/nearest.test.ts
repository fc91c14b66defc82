import { expect, test } from 'vitest';
import { nearestTo } from './nearest';

test('the nearest come first, with their distance', () => {
  const chicago = { lon: -87.63, lat: 41.88 };
  const [first, second] = nearestTo(chicago, [-74.01, -87.91, -86.16], [40.71, 43.04, 39.77], 2);
  expect(first?.number).toBe(1);
  expect(first?.km).toBeCloseTo(131, 0);
  expect(second?.number).toBe(2);
});

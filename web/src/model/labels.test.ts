import { expect, test } from 'vitest';
import { labelUnits } from './labels';

test('a label stands on the unit of its own territory that is nearest to the centre', () => {
  const nearest = labelUnits(
    [0, 0, 1, 0],
    [0, 2, 2.9, 9],
    [0, 0, 0, 0],
    [[3, 0], [3, 0], undefined],
  );
  expect(nearest).toEqual([1, 2, undefined]);
});

import { expect, test } from 'vitest';
import { goalLabel } from './words';

test('goals are told in words of planners, preferences by the names that their briefs gave them', () => {
  expect(goalLabel('momentOfInertia')).toBe('Compactness');
  expect(goalLabel('roomFromTheFullest')).toBe('Room from the fullest');
  expect(goalLabel('skillFit')).toBe('skillFit');
});

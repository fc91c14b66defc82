import { expect, test } from 'vitest';
import { goalLabel, measureLabel } from './words';

test('goals are told in words of planners, preferences by the names that their briefs gave them', () => {
  expect(goalLabel('momentOfInertia')).toBe('Compactness');
  expect(goalLabel('roomFromTheFullest')).toBe('Room from the fullest');
  expect(goalLabel('skillFit')).toBe('skillFit');
});

test('measures are told in words of planners, and unknown ones by their names', () => {
  expect(measureLabel('potential')).toBe('Potential');
  expect(measureLabel('fieldDays')).toBe('Days in the field');
  expect(measureLabel('beds')).toBe('beds');
});

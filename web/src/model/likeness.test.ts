import { expect, test } from 'vitest';
import { distancesBetween } from './likeness';

const between = (a: string, b: string) => distancesBetween([a, b])[0]?.[1] ?? Number.NaN;

test('black and white are 1 apart, a colour is 0 from itself', () => {
  expect(between('#000000', '#ffffff')).toBeCloseTo(1, 3);
  expect(between('#77aadd', '#77aadd')).toBe(0);
});

test('red and green of one lightness are alike to the green-blind', () => {
  expect(between('#c8603c', '#7f8a28')).toBeLessThan(0.1);
  expect(between('#c8603c', '#3c7fc8')).toBeGreaterThan(0.15);
});

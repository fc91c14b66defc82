import { expect, test } from 'vitest';
import { evenly, fillUp, percentWords, type ShareDraft, sumOf, sumWords, WHOLE } from './shares';

const shares = (...percents: readonly (number | '')[]): readonly ShareDraft[] =>
  percents.map((percent, number) => ({ territory: `T${number}`, percent }));

test('the sum is exact where sums of fractions are not', () => {
  expect(sumOf(shares(33.3, 33.3, 33.4))).toBe(WHOLE);
  expect(sumOf(shares(0.1, 0.2, 99.7))).toBe(WHOLE);
  expect(sumWords(shares(0.1, 0.2, 99.7))).toBe('');
});

test('what is missing or too much is said to the hundredth', () => {
  expect(sumWords(shares(50, 49.9))).toBe('0.1 % missing');
  expect(sumWords(shares(50, 50.01))).toBe('0.01 % too much');
  expect(sumWords(shares('', 100))).toBe('');
  expect(sumWords(shares('', ''))).toBe('100 % missing');
});

test('even shares make the whole, whatever their number', () => {
  for (let number = 1; number <= 12; number++) {
    const even = evenly(shares(...Array.from({ length: number }, () => '' as const)));
    expect(sumOf(even)).toBe(WHOLE);
  }
});

test('the last one takes what is missing, but never less than nothing', () => {
  expect(fillUp(shares(60, ''))).toEqual(shares(60, 40));
  expect(fillUp(shares(60, 39.9))).toEqual(shares(60, 40));
  expect(fillUp(shares(110, 5))).toEqual(shares(110, 5));
  expect(fillUp([])).toEqual([]);
});

test('hundredths are shown without digits that say nothing', () => {
  expect([10_000, 6_000, 3_334, 3_330, 1].map(percentWords)).toEqual([
    '100 %',
    '60 %',
    '33.34 %',
    '33.3 %',
    '0.01 %',
  ]);
});

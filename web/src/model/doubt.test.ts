import { expect, test } from 'vitest';
import type { FindingList } from '../api/wire';
import { doubtWords, givenTheData, leftSentence } from './doubt';
import { formatsFor } from './format';

const percent = (ratio: number) => `${(100 * ratio).toFixed(0)} %`;

test('limits are told as a range of 90 percent', () => {
  const limits = { low: 0, high: 0.2, low90: 0.04, high90: 0.11 };
  expect(givenTheData(limits, percent)).toBe('between ±4 % and ±11 % given the data');
});

test('nothing is told where nothing is in doubt', () => {
  expect(givenTheData({ low: 0.1, high: 0.1, low90: 0.1, high90: 0.1 }, percent)).toBe('');
});

test('a kind that is not known here is told by its code', () => {
  expect(doubtWords('stale')).toBe('Stale row');
  expect(doubtWords('brand_new')).toBe('brand_new');
});

test('a list that ends early says how many it leaves out and where they are', () => {
  const items: FindingList['items'] = Array(200).fill({});
  expect(leftSentence(formatsFor('en-US', 'USD'), { total: 2340, items })).toBe(
    'The 200 of the largest potential are shown, of 2,340 findings; the CSV file holds all.',
  );
});

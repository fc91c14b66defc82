import { expect, test } from 'vitest';
import type { WhiteSpaceTable } from '../api/wire';
import { formatsFor } from './format';
import {
  ariaSort,
  booksSentence,
  leftOutSentences,
  ownFiguresFor,
  shareText,
  totalSentence,
  unitsOf,
} from './market';

const formats = formatsFor('en-US', 'USD');
const table: WhiteSpaceTable = {
  measure: 'establishments',
  by: 'county',
  own: 'customers',
  total: {
    area: '',
    name: '',
    market: 2500,
    own: 12,
    share: 0.0048,
    open: 2488,
    customers: 14,
    prospects: 3,
  },
  undivided: 0,
  unplacedCustomers: 0,
  unplacedProspects: 0,
  areas: 1204,
  items: [],
};

test('all areas are told with share and white space', () => {
  expect(totalSentence(formats, table)).toBe(
    '2,500 establishments; of your own 12 customers stand against them, a market share of 0.480%. White space: 2,488. In all 1,204 counties have a market or business of your own.',
  );
});

test('sales are money', () => {
  const spend = { ...table, measure: 'spend', own: 'sales', areas: 1, by: 'country' };
  expect(totalSentence(formats, spend)).toMatch(
    /^\$2\.5K spend; of your own \$12 of sales .* one country has a market/,
  );
});

test('what cannot be spread or placed is said, and only then', () => {
  expect(leftOutSentences(formats, table)).toEqual([]);
  expect(leftOutSentences(formats, { ...table, undivided: 70, unplacedCustomers: 1 })).toEqual([
    '70 establishments more are known of larger areas only; nothing says how they are spread.',
    '1 customer is placed in no county and does not count.',
  ]);
  expect(
    leftOutSentences(formats, { ...table, unplacedCustomers: 3, unplacedProspects: 2 }),
  ).toEqual(['3 customers and 2 prospects are placed in no county and do not count.']);
});

test('small shares keep their digits, and no market has no share', () => {
  expect(shareText(formats, 0.0023)).toBe('0.230%');
  expect(shareText(formats, 0.25)).toBe('25.0%');
  expect(shareText(formats, 0)).toBe('0.0%');
  expect(shareText(formats, null)).toBe('–');
});

test('the smallest shares and the first names come on top', () => {
  expect(ariaSort('share', 'share')).toBe('ascending');
  expect(ariaSort('open', 'open')).toBe('descending');
  expect(ariaSort('open', 'share')).toBeUndefined();
});

test('customers and prospects are counted', () => {
  expect(booksSentence(formats, { customers: 701, prospects: 1 })).toBe(
    '701 customers and 1 prospect are on the books.',
  );
});

test('a measure stands against its own kind only, one of the user’s against any', () => {
  const fitting = (measure: string) => ownFiguresFor(measure).map(({ value }) => value);
  expect(fitting('spend')).toEqual(['sales']);
  expect(fitting('Employees')).toEqual(['employees']);
  expect(fitting('establishments')).toEqual(['customers']);
  expect(fitting('households')).toEqual(['customers']);
  expect(fitting('dental chairs')).toEqual(['customers', 'sales', 'employees']);
});

test('every figure has its unit', () => {
  expect(unitsOf({ measure: 'spend', own: 'sales' }, 'USD')).toEqual({ market: 'USD', own: 'USD' });
  expect(unitsOf({ measure: 'establishments', own: 'customers' }, 'USD')).toEqual({
    market: 'establishments',
    own: 'customers',
  });
  expect(unitsOf({ measure: 'dental chairs', own: 'sales' }, 'USD')).toEqual({
    market: 'dental chairs',
    own: 'USD',
  });
  expect(unitsOf({ measure: 'Spend', own: 'sales' }, 'USD').market).toBe('USD');
});

test('a measure of the user’s is counted also where sales stand against it', () => {
  const chairs = { ...table, measure: 'dental chairs', own: 'sales', undivided: 70 };
  expect(totalSentence(formats, chairs)).toMatch(
    /^2,500 dental chairs; of your own \$12 of sales .* White space: 2,488\./,
  );
  expect(leftOutSentences(formats, chairs)[0]).toMatch(/^70 dental chairs more/);
});

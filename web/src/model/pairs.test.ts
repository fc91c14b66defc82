import { expect, test } from 'vitest';
import type { PairSide, PairView } from '../api/wire';
import { formatsFor } from './format';
import { actionOf, answerTo, likely, sideBySide } from './pairs';

const side: PairSide = {
  id: '1',
  externalId: 'A1',
  source: 'file',
  name: 'Acme',
  address: {
    street: '12 Main St',
    city: 'Chicago',
    region: 'IL',
    postcode: '60614',
    country: 'US',
  },
  website: '',
  phone: '',
  parent: '',
  industry: '',
  employees: null,
  segment: '',
  potential: 0,
  sales: 0,
  pipeline: 0,
  owner: null,
  deals: 0,
  revenue: 0,
  contacts: 0,
  createdAt: '2026-01-05T09:30:00Z',
};

function pair(second: Partial<PairSide>): PairView {
  return {
    id: 'p',
    state: 'OPEN',
    score: 0.9,
    evidence: [],
    first: side,
    second: { ...side, id: '2', externalId: 'A2', ...second },
    suggestedSurvivorId: '1',
    foundAt: '2026-01-05T09:30:00Z',
    decision: null,
  };
}

const formats = formatsFor('en-US', 'USD');
const rows = (second: Partial<PairSide>) =>
  Object.fromEntries(sideBySide(pair(second), formats).map((row) => [row.label, row]));

test('what neither account has is no line', () => {
  expect(Object.keys(rows({}))).toEqual(['Name', 'Street', 'Town', 'Region', 'Id', 'Came in']);
});

test('only values that both have can differ', () => {
  const told = rows({ name: 'Acme Inc', phone: '312 555 0100', deals: 4 });
  expect(told['Name']?.differs).toBe(true);
  expect(told['Town']?.differs).toBe(false);
  expect(told['Telephone']).toEqual({
    label: 'Telephone',
    first: '',
    second: '312 555 0100',
    differs: false,
  });
  expect(told['Deals']?.second).toBe('4');
});

test('keys walk, choose and decide', () => {
  expect([actionOf('ArrowDown'), actionOf('2'), actionOf('Enter'), actionOf('x')]).toEqual([
    'next',
    'second',
    'merge',
    'dismiss',
  ]);
  expect(actionOf('q')).toBeUndefined();
});

test('scores are words, too', () => {
  expect([0.95, 0.75, 0.5].map(likely)).toEqual(['nearly certain', 'likely', 'possible']);
});

test('a held key walks on, but decides one pair only', () => {
  const held = { repeat: true, focus: 'page' } as const;

  expect(answerTo({ ...held, key: 'ArrowDown' })).toBe('next');
  for (const key of ['Enter', 'x', 'u']) expect(answerTo({ ...held, key })).toBe('held');
  expect(answerTo({ key: 'Enter', repeat: true, focus: 'button' })).toBe('held');
});

test('keys rest where they mean something else', () => {
  const once = { repeat: false } as const;

  expect(answerTo({ ...once, key: 'Enter', focus: 'page' })).toBe('merge');
  expect(answerTo({ ...once, key: 'Enter', focus: 'button' })).toBeUndefined();
  expect(answerTo({ ...once, key: 'x', focus: 'typing' })).toBeUndefined();
  expect(answerTo({ ...once, key: 'ArrowLeft', focus: 'radio elsewhere' })).toBeUndefined();
  expect(answerTo({ ...once, key: 'j', focus: 'radio elsewhere' })).toBe('next');
  expect(answerTo({ ...once, key: 'ArrowLeft', focus: 'page' })).toBe('first');
});

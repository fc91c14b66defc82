import { expect, test } from 'vitest';
import type { MappedColumn } from '../api/wire';
import { chooseField, fieldsByColumn } from './mapping';

const use = (field: string, column: string): MappedColumn => ({
  field,
  column,
  constant: '',
  confidence: 0.9,
  chosen: false,
  habit: '',
  habitBasis: '',
});
const guessed = [use('name', 'Company'), use('potential', 'Spend')];

test('a column given to another field leaves the one it fed', () => {
  const chosen = chooseField(guessed, {}, 'Spend', 'sales');
  expect(chosen).toEqual({ potential: '', sales: 'Spend' });
  expect([...fieldsByColumn(guessed, chosen)]).toEqual([
    ['Company', 'name'],
    ['Spend', 'sales'],
  ]);
});

test('a column left out stays out', () => {
  const chosen = chooseField(guessed, {}, 'Spend', undefined);
  expect(fieldsByColumn(guessed, chosen).has('Spend')).toBe(false);
});

test('a field fed by another column takes the new one', () => {
  const chosen = chooseField(guessed, {}, 'Legal name', 'name');
  expect([...fieldsByColumn(guessed, chosen).keys()].sort()).toEqual(['Legal name', 'Spend']);
});

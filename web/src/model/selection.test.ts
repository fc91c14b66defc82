import { expect, test } from 'vitest';
import { NOTHING, selectTerritory, selectUnits, toggleUnit } from './selection';

const two = selectUnits(NOTHING, ['a', 'b'], 'replace');

test('adding what is already held changes nothing', () => {
  expect(selectUnits(two, ['b', 'c'], 'add')).toEqual({ kind: 'units', unitIds: ['a', 'b', 'c'] });
});

test('removing the last unit leaves nothing selected', () => {
  expect(selectUnits(two, ['a', 'b'], 'remove')).toEqual(NOTHING);
});

test('a second click with shift lets a unit go', () => {
  expect(toggleUnit(two, 'a')).toEqual({ kind: 'units', unitIds: ['b'] });
  expect(toggleUnit(two, 'c')).toEqual({ kind: 'units', unitIds: ['a', 'b', 'c'] });
});

test('choosing the chosen territory again lets it go', () => {
  const chosen = selectTerritory(two, 'T07');
  expect(chosen).toEqual({ kind: 'territory', code: 'T07' });
  expect(selectTerritory(chosen, 'T07')).toEqual(NOTHING);
});

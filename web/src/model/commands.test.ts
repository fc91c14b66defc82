import { expect, test } from 'vitest';
import { type Command, matching } from './commands';

const commands = ['Publish this scenario', 'T07 Chicago North', 'Chicago Clinic', 'KPIs'].map(
  (label): Command => ({ id: label, label, kind: 'Any', run: () => undefined }),
);
const labels = (typed: string) => matching(commands, typed, 10).map(({ label }) => label);

test('what starts with the word comes before what only holds it', () => {
  expect(labels('chi')).toEqual(['Chicago Clinic', 'T07 Chicago North']);
});

test('every word typed must occur', () => {
  expect(labels('chicago north')).toEqual(['T07 Chicago North']);
  expect(labels('nowhere')).toEqual([]);
});

test('nothing typed shows the first commands', () => {
  expect(matching(commands, '  ', 2)).toHaveLength(2);
});

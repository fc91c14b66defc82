import { expect, test } from 'vitest';
import type { Origin } from '../api/wire';
import { differenceOf, partOf, solverSentence, verdictOf } from './design';
import { formatsFor } from './format';

const formats = formatsFor('en-US', 'USD');
const origin = (part: Partial<Origin>): Origin => ({
  baseScenarioId: 's',
  seed: 1,
  objective: 100,
  objectiveBound: 98,
  gap: 0.02,
  feasible: true,
  breaches: [],
  goals: [],
  comparedWithToday: [],
  inputHash: 'abc',
  productVersion: '0.1.0/5',
  cancelled: false,
  stoppedAtLook: null,
  evaluations: 1,
  exactWork: 0,
  exactFailure: null,
  curveJobId: null,
  ...part,
});

test('the verdict tells proof, gap, ignorance and failure apart', () => {
  expect(verdictOf(origin({ gap: 0 }), formats)).toMatch(/^Proved: no plan/);
  expect(verdictOf(origin({}), formats)).toMatch(/at most 2.0% above the best possible/);
  expect(verdictOf(origin({ gap: null }), formats)).toMatch(/is not known/);
  expect(verdictOf(origin({ feasible: false }), formats)).toMatch(/closest one found/);
  expect(verdictOf(origin({ cancelled: true }), formats)).toMatch(/^It was stopped/);
});

test('whether the exact solver took part is told', () => {
  expect(solverSentence(origin({}))).toBe('No exact solver took part.');
  expect(solverSentence(origin({ exactWork: 2 }))).toMatch(/took part, in a process/);
  expect(solverSentence(origin({ exactFailure: 'It crashed.' }))).toMatch(/It crashed\.$/);
});

test('a sacrifice is told as worse, a gain as better', () => {
  const figure = { name: 'potential', today: 0.3, plan: 0.1, sacrifice: false } as const;
  expect(differenceOf({ ...figure, kind: 'BALANCE' }, formats)).toEqual({
    kind: 'better',
    text: '±30.0% → ±10.0%',
  });
  expect(
    differenceOf(
      { kind: 'GOAL', name: 'momentOfInertia', today: 100, plan: 112, sacrifice: true },
      formats,
    ),
  ).toEqual({ kind: 'worse', text: '12.0% worse' });
  expect(
    differenceOf({ kind: 'GOAL', name: 'cutEdges', today: 5, plan: 5, sacrifice: false }, formats),
  ).toEqual({ kind: 'same', text: 'as before' });
});

test('deviations that look the same are told with more digits', () => {
  const figure = { kind: 'BALANCE', name: 'potential', today: 0.09991, plan: 0.09999 } as const;
  expect(differenceOf({ ...figure, sacrifice: true }, formats).text).toBe('±9.991% → ±9.999%');
  const hair = { ...figure, today: 0.0999999, plan: 0.09999995, sacrifice: true };
  expect(differenceOf(hair, formats).text).toBe('a hair worse');
});

test('a goal is part of what its level adds up', () => {
  const compact = { goal: 'momentOfInertia', value: 30, weight: 1, level: 0 };
  const stay = { goal: 'disruption', value: 5, weight: 2, level: 0 };
  const later = { goal: 'cutEdges', value: 9, weight: 1, level: 1 };
  expect(partOf(compact, [compact, stay, later])).toBe(0.75);
  expect(partOf(later, [compact, stay, later])).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Origin } from '../api/wire';
import {
  changeSentences,
  daysSentence,
  differenceOf,
  partOf,
  solverSentence,
  verdictOf,
  visitSentences,
} from './design';
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
  change: null,
  number: null,
  districts: null,
  visits: null,
  daysInTheField: null,
  ...part,
});

test('the verdict tells proof, gap, ignorance and failure apart', () => {
  expect(verdictOf(origin({ gap: 0 }), formats)).toMatch(/^Proved: no plan/);
  expect(verdictOf(origin({}), formats)).toMatch(/no plan is better by more than 2.0%/);
  expect(verdictOf(origin({ gap: null }), formats)).toMatch(/is not known/);
  expect(verdictOf(origin({ feasible: false }), formats)).toMatch(/closest one found/);
  expect(verdictOf(origin({ cancelled: true }), formats)).toMatch(/^It was stopped/);
});

test('days in the field are told with those there are and with nights away', () => {
  const days = {
    code: 'T01',
    days: 187.46,
    visitHours: 840,
    drivingHours: 520.4,
    overnightUnits: 0,
  };
  expect(daysSentence({ ...days, daysAvailable: 200 }, formats)).toBe(
    '187 of 200 days; 840 h with customers, 520 h driving',
  );
  expect(daysSentence({ ...days, daysAvailable: null, overnightUnits: 2 }, formats)).toBe(
    '187 days; 840 h with customers, 520 h driving; 2 areas with nights away',
  );
});

test('proof and gap are of the first goals where others come later', () => {
  const goals = [
    { goal: 'sumOfDistances', value: 30, weight: 1, level: 0 },
    { goal: 'cutEdges', value: 9, weight: 1, level: 1 },
  ];
  expect(verdictOf(origin({ gap: 0, goals }), formats)).toBe(
    'Proved: no plan that keeps these wishes is better in its first goals; how good it is in the later ones is not known.',
  );
  expect(verdictOf(origin({ goals }), formats)).toMatch(
    /better by more than 2.0% in its first goals; how/,
  );
  expect(verdictOf(origin({ gap: 0, goals: goals.slice(0, 1) }), formats)).toMatch(/is better\.$/);
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

test('a change says what had to move, what did besides, and who is untouched', () => {
  const nothing = { units: 0, accounts: 0 };
  const some = { units: 12, accounts: 340 };
  const one = { units: 1, accounts: 1 };
  expect(
    changeSentences(
      {
        hadTo: some,
        besides: one,
        untouched: 36,
        inPieces: ['T02', 'T11'],
        territories: [
          { code: 'T07', fate: 'ENDED', gains: nothing, loses: some },
          { code: 'T11', fate: 'CHANGED', gains: some, loses: one },
        ],
      },
      formats,
    ),
  ).toEqual([
    '12 areas with 340 accounts had to change hands.',
    '1 area with 1 account changed hands besides.',
    'T07 ends, loses 12 areas with 340 accounts.',
    'T11 goes on, gains 12 areas with 340 accounts, loses 1 area with 1 account.',
    '36 territories untouched.',
    'In pieces, as before: T02, T11.',
  ]);
  expect(
    changeSentences(
      { hadTo: nothing, besides: nothing, untouched: 0, inPieces: [], territories: [] },
      formats,
    ),
  ).toEqual(['Nothing changed hands.']);
});

test('hours in common name the territories that have the fewest', () => {
  const of = (code: string, hoursInCommon: number) => ({ code, hoursInCommon, remoteShare: 0 });
  const territories = [of('A', 8), of('B', 5.5), of('C', 6.96), of('D', 4)];
  expect(visitSentences({ hoursInCommon: 7, remoteShare: 0, territories }, formats)).toEqual([
    '7 hours of a working day in common, on average.',
    'Fewest hours: D 4, B 5.5.',
  ]);
});

test('visits from afar are told where hours are no goal', () => {
  const territories = [{ code: 'A', hoursInCommon: null, remoteShare: 0.25 }];
  expect(visitSentences({ hoursInCommon: null, remoteShare: 0.25, territories }, formats)).toEqual([
    '25.0% of the visits are from afar.',
  ]);
});

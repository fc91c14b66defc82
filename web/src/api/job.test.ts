import { expect, test } from 'vitest';
import { follow, hasEnded, notesOf, outcomeOf } from './job';
import type { Job, ProblemItem } from './wire';

const job = (part: Partial<Job>): Job => ({
  id: 'j',
  kind: 'DESIGN',
  state: 'RUNNING',
  fraction: 0,
  message: 'Improving 40 territories.',
  objective: null,
  bound: null,
  gap: null,
  imbalance: [],
  worstImbalance: null,
  planId: null,
  scenarioId: null,
  resultScenarioId: null,
  report: null,
  tradeOff: null,
  problems: [],
  createdAt: '2026-11-21T09:30:00Z',
  finishedAt: null,
  ...part,
});
const problem = (message: string): ProblemItem => ({
  code: 'DESIGN_DROPS_RULES',
  severity: 'WARNING',
  message,
  pointer: null,
  file: null,
  sheet: null,
  cell: null,
  row: null,
  column: null,
  thing: null,
  thingId: null,
  hint: null,
});
const start = { job: undefined, course: [], lost: undefined };

test('a job that succeeded may have something to say beside its report', () => {
  const note = problem('The owner of 3 rows is nobody.');

  expect(notesOf(job({ state: 'SUCCEEDED', problems: [note] }))).toEqual([note]);
  expect(notesOf(job({ state: 'FAILED', problems: [note] }))).toEqual([]);
  expect(notesOf(undefined)).toEqual([]);
});

test('the outcome of a job tells what concerns the whole, not each territory', () => {
  const ofAll = problem('The written rules do not go on.');
  const ofOne = { ...problem('T1 is too large.'), thing: 'territory', thingId: 'T1' };
  expect(outcomeOf(job({ message: 'Designed.', problems: [ofOne, ofAll] }))).toBe(
    'Designed. The written rules do not go on.',
  );
});

test('the course of a job grows with every figure it tells', () => {
  const known = job({ imbalance: [{ measure: 'potential', largestDeviation: 0.2 }] });
  const following = follow(follow(start, job({}), 0.1), known, 0.5);
  expect(following.course).toEqual([
    { seconds: 0.5, objective: undefined, imbalance: { potential: 0.2 } },
  ]);
});

test('without figures for each measure the worst of them is followed', () => {
  const { course } = follow(start, job({ worstImbalance: 0.3 }), 1);
  expect(course.map(({ imbalance }) => imbalance)).toEqual([{ 'Worst measure': 0.3 }]);
});

test('a job has ended when it neither waits nor runs', () => {
  expect(hasEnded(job({ state: 'QUEUED' }))).toBe(false);
  expect(hasEnded(job({ state: 'INFEASIBLE' }))).toBe(true);
});

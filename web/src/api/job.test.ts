import { expect, test } from 'vitest';
import { follow, hasEnded, isAwaited, missed, notesOf, outcomeOf } from './job';
import { ProblemError, readProblem, UNREACHABLE } from './problem';
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
const start = { job: undefined, course: [], lost: undefined, unread: undefined };

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

test('a job is awaited until it has ended', () => {
  expect(isAwaited(start)).toBe(true);
  expect(isAwaited(follow(start, job({}), 1))).toBe(true);
  expect(isAwaited(follow(start, job({ state: 'FAILED' }), 1))).toBe(false);
});

test('a job that cannot be read is awaited no longer, and says why', () => {
  const running = { ...follow(start, job({}), 1), lost: UNREACHABLE };
  for (const status of [404, 403, 500]) {
    const failure = new ProblemError(readProblem(status, {}));
    const after = missed(running, failure);
    expect(after).toEqual({ ...running, lost: undefined, unread: failure });
    expect(isAwaited(after)).toBe(false);
  }
});

test('a job is awaited while the server is away or asks to sign in again', () => {
  const running = { ...follow(start, job({}), 1), lost: UNREACHABLE };
  for (const problem of [UNREACHABLE, readProblem(401, {})]) {
    expect(isAwaited(missed(running, new ProblemError(problem)))).toBe(true);
  }
});

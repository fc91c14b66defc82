import { expect, test } from 'vitest';
import { follow, hasEnded } from './job';
import type { Job } from './wire';

const job = (part: Partial<Job>): Job => ({
  id: 'j',
  kind: 'DESIGN',
  state: 'RUNNING',
  fraction: 0,
  message: 'Improving 40 territories.',
  objective: null,
  imbalance: [],
  worstImbalance: null,
  planId: null,
  scenarioId: null,
  resultScenarioId: null,
  report: null,
  problems: [],
  createdAt: '2026-11-21T09:30:00Z',
  finishedAt: null,
  ...part,
});
const start = { job: undefined, course: [], lost: undefined };

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

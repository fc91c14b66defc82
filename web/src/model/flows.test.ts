import { expect, test } from 'vitest';
import type { Comparison } from '../api/wire';
import { turnoverOf } from './flows';

const flow = (from: string | null, to: string | null, potential: number) => ({
  from,
  to,
  moved: { accounts: 1, potential, workload: 0, sales: 0, pipeline: 0 },
});

test('what one territory gives another gets, and nobody is no territory', () => {
  const flows: Comparison['flows'] = [flow('A', 'B', 10), flow('B', 'A', 4), flow(null, 'C', 1)];
  const told = turnoverOf(flows).map(({ code, gained, lost }) => [
    code,
    gained.potential,
    lost.potential,
  ]);
  expect(told).toEqual([
    ['A', 4, 10],
    ['B', 10, 4],
    ['C', 1, 0],
  ]);
});

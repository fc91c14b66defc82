import { expect, test } from 'vitest';
import { backTo, lastStanding } from './publications';

test('of publications the newest that nobody took back can be', () => {
  const undone = { who: 'maria' };
  const rows = [{ id: 3, undone }, { id: 2, undone: null }, { id: 1 }];
  expect(lastStanding(rows)).toBe(rows[1]);
  expect(lastStanding([{ undone }])).toBeUndefined();
  expect(lastStanding([])).toBeUndefined();
});

test('accounts that keep their territory under an earlier plan are counted apart', () => {
  const flow = (from: string | null, to: string | null, accounts: number) => ({
    from,
    to,
    moved: { accounts },
  });
  const { elsewhere, same } = backTo([flow('A', 'B', 3), flow('B', 'B', 40), flow('C', null, 1)]);
  expect(elsewhere.map(({ moved }) => moved.accounts)).toEqual([3, 1]);
  expect(same).toBe(40);
});

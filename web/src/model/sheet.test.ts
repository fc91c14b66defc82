import { expect, test } from 'vitest';
import type { ProblemItem } from '../api/wire';
import { tellsMore } from './sheet';

const problem = (message: string) => ({ message }) as ProblemItem;
const told = (moved: number, ...messages: string[]) => ({
  moved,
  problemCount: messages.length,
  problems: messages.map(problem),
});

test('an answer that says the same tells nothing more', () => {
  expect(tellsMore(told(2, 'A is locked.'), told(2, 'A is locked.'))).toBe(false);
  expect(tellsMore(told(2), told(2))).toBe(false);
});

test('fewer moves, or a problem that was not told, is more', () => {
  expect(tellsMore(told(2), told(1, 'B belongs to `T3` by now.'))).toBe(true);
  expect(tellsMore(told(2, 'A is locked.'), told(2, 'B is locked.'))).toBe(true);
  expect(tellsMore(undefined, told(0))).toBe(true);
});

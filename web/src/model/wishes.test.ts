import { expect, test } from 'vitest';
import { readWishes } from './wishes';

test('fields of a brief are read as they are written', () => {
  expect(readWishes('{"together": [["a", "b"]]}')).toEqual({
    brief: { together: [['a', 'b']] },
    wrong: undefined,
  });
  expect(readWishes('  ')).toEqual({ brief: {}, wrong: undefined });
});

test('what is no brief is told', () => {
  expect(readWishes('together:').wrong).toMatch(/^This is no JSON/);
  expect(readWishes('[1]').wrong).toMatch(/braces/);
});

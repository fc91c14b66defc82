import { expect, test } from 'vitest';
import { ProblemError, pointedAt, problemOf, readProblem, sentenceOf } from './problem';

test('a problem document keeps its code, sentence and hint', () => {
  const problem = readProblem(409, {
    title: 'Conflict',
    code: 'SCENARIO_CHANGED',
    detail: 'The scenario stands at version 7, the request names version 6.',
    hint: 'Read the scenario again and repeat the edit.',
  });
  expect(problem).toEqual({
    code: 'SCENARIO_CHANGED',
    status: 409,
    detail: 'The scenario stands at version 7, the request names version 6.',
    hint: 'Read the scenario again and repeat the edit.',
    others: [],
  });
});

test('a problem of a field says which', () => {
  const { pointer } = readProblem(400, { detail: 'It is no address.', pointer: '/address' });
  expect(pointer).toBe('/address');
});

test('several problems are all told', () => {
  const { others } = readProblem(422, {
    detail: 'The request holds 2 problems.',
    problems: [{ message: 'One.' }, { message: 'Two.', hint: 'Try three.' }],
  });
  expect(others).toEqual([{ detail: 'One.' }, { detail: 'Two.', hint: 'Try three.' }]);
});

test('problems of a text say their line, those of a table do not', () => {
  const { detail, others } = readProblem(422, {
    detail: 'One.',
    span: { line: 3, column: 8, length: 2 },
    problems: [
      { message: 'One.', row: 3 },
      { message: 'Two.', row: 17, column: 'postcode' },
    ],
  });
  expect(detail).toBe('Line 3: One.');
  expect(others.map((other) => other.detail)).toEqual(['Line 3: One.', 'Two.']);
});

test('a problem of a text in a report says its line, one of a table does not', () => {
  expect(sentenceOf({ message: 'One.', row: 3, column: null })).toBe('Line 3: One.');
  expect(sentenceOf({ message: 'Two.', row: 17, column: 'postcode' })).toBe('Two.');
  expect(sentenceOf({ message: 'Three.', row: null, column: null })).toBe('Three.');
});

test('an answer that is no problem document still names its status', () => {
  expect(readProblem(502, undefined).detail).toBe('The server answered with status 502.');
});

test('anything thrown becomes a problem', () => {
  expect(problemOf(new Error('Broken.')).detail).toBe('Broken.');
});

test('what is wrong is told by the part of the request that is meant', () => {
  const several = readProblem(422, {
    detail: 'One.',
    pointer: '/a',
    problems: [
      { message: 'One.', pointer: '/a' },
      { message: 'Two.', pointer: '/a' },
      { message: 'Three.', pointer: '/b/0' },
      { message: 'Four.' },
    ],
  });
  expect([...pointedAt(new ProblemError(several))]).toEqual([
    ['/a', 'One.'],
    ['/b/0', 'Three.'],
  ]);
  expect(pointedAt(undefined).size).toBe(0);
});

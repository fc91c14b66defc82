import { expect, test } from 'vitest';
import { joined, lockedToo, readWishes } from './wishes';

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

test('units locked on the map are locked besides those of the brief, each once', () => {
  const reasoned = { unit: 'b', reason: 'cooling off' };
  expect(lockedToo({ locked: ['a', reasoned] }, ['a', 'b', 'c']).locked).toEqual([
    'c',
    'a',
    reasoned,
  ]);
  expect(lockedToo({}, ['a']).locked).toEqual(['a']);
});

test('locks that are no list are left for the server to refuse', () => {
  for (const text of ['{"locked": "60614"}', '{"locked": 60614}']) {
    const { brief } = readWishes(text);
    expect(lockedToo(brief, ['a'])).toBe(brief);
  }
});

test('what is written comes before the form, whose number of territories means nothing to a change', () => {
  const form = { name: 'A', territories: 8, disruptionWeight: 0.1, neverWorse: false };
  expect(joined(form, { name: 'B' })).toEqual({ ...form, name: 'B' });
  const change = { add: 1 };
  expect(joined(form, { change })).toEqual({ name: 'A', disruptionWeight: 0.1, change });
  expect(joined(form, { change, territories: 8 }).territories).toBe(8);
  const bestNumber = { measure: 'workload', target: 1600 };
  expect(joined(form, { bestNumber })).toEqual({ name: 'A', bestNumber });
});

test('hours in common are not meant for people of whom nobody knows where they live', () => {
  const then = [{ goals: [{ objective: 'timeZoneOverlap' }], slack: 0.02 }];
  const form = { name: 'A', then };
  expect(joined(form, { change: { add: 1 } })).toEqual({ name: 'A', change: { add: 1 } });
  const merge = { change: { merge: { territories: ['B'], into: 'C' } } };
  expect(joined(form, merge)).toEqual({ name: 'A', then, ...merge });
  const bestNumber = { measure: 'workload', target: 1600 };
  expect(joined(form, { bestNumber })).toEqual({ name: 'A', bestNumber });
});

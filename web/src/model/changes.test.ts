import { expect, test } from 'vitest';
import { changesSentence, replacedSentence } from './changes';
import { formatsFor } from './format';

const formats = formatsFor('en-US', 'USD');
const none = { inserted: 0, changed: 0, unchanged: 0, disappeared: 0, fields: [], sample: [] };

test('a file that changes nothing says so', () => {
  expect(changesSentence(formats, none, false)).toBe('Nothing.');
});

test('before a load it is told what will happen, afterwards what did', () => {
  const changes = { ...none, inserted: 1, changed: 2000, disappeared: 3 };

  expect(changesSentence(formats, changes, false)).toBe(
    '1 row to add; 2,000 rows to change; 3 rows not in the file any more, to keep.',
  );
  expect(changesSentence(formats, { ...changes, unchanged: 5 }, true)).toBe(
    '1 row added; 2,000 rows changed; 5 rows left as they were; 3 rows not in the file any more, kept.',
  );
});

test('the first file of figures replaces nothing, and says so', () => {
  expect(replacedSentence(formats, { accepted: 2, replaces: null }, false)).toBe(
    '2 rows to add; nothing is replaced, for it is the first file of its kind.',
  );
  expect(replacedSentence(formats, { accepted: 1, replaces: null }, true)).toBe(
    '1 row came; nothing was replaced, for it is the first file of its kind.',
  );
});

test('a further file of figures says which one it replaces', () => {
  const replaces = {
    file: 'deals.csv',
    rows: 1200,
    asOf: '2026-10-01',
    loadedAt: '2026-10-01T12:00:00Z',
    loadedBy: 'ada',
  };

  expect(replacedSentence(formats, { accepted: 3, replaces }, false)).toMatch(
    /^3 rows will take the place of the 1,200 of `deals\.csv`, loaded .+ by ada\.$/,
  );
});

import { expect, test } from 'vitest';
import { changesSentence } from './changes';
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

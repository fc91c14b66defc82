import { expect, test } from 'vitest';
import { formatsFor } from './format';
import { spanWords } from './span';

const formats = formatsFor('en-US', 'USD');

test('a span ends on its last day, not on the first one after it', () => {
  expect(spanWords(formats, '2025-01-01', '2026-01-01')).toBe('Jan 1, 2025 – Dec 31, 2025');
});

test('an open span says which end is open', () => {
  expect(spanWords(formats, '2025-03-01', null)).toBe('since Mar 1, 2025');
  expect(spanWords(formats, null, '2024-03-01')).toBe('until Feb 29, 2024');
  expect(spanWords(formats, null, null)).toBe('always');
});

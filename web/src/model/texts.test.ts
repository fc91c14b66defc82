import { expect, test } from 'vitest';
import { packTexts, textAt } from './texts';

test('packed texts come out as they went in, empty and foreign ones too', () => {
  const texts = ['Lakeview Clinic', '', 'Zürich 🏔', 'B'];
  const packed = packTexts(texts);
  expect(texts.map((_, number) => textAt(packed, number))).toEqual(texts);
  expect(textAt(packed, 4)).toBe('');
});

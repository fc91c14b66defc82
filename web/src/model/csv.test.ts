import { expect, test } from 'vitest';
import { previewOf } from './csv';

test('the header and the first rows are read, quotes and all', () => {
  const text =
    'Name;"Zip; Code";City\r\n"Lake ""View""";60614;Chicago\r\nNorth;53202;Milwaukee\r\n';
  expect(previewOf(text, 1)).toEqual({
    columns: ['Name', 'Zip; Code', 'City'],
    rows: [['Lake "View"', '60614', 'Chicago']],
  });
});

test('a row that the text cuts short is left out', () => {
  expect(previewOf('a,b,c\n1,2,3\n4,5', 5).rows).toEqual([['1', '2', '3']]);
});

test('the mark of the byte order is no part of the first name', () => {
  expect(previewOf('\uFEFFid\tname', 3).columns).toEqual(['id', 'name']);
});

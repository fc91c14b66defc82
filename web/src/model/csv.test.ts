import { expect, test } from 'vitest';
import { decode, previewOf } from './csv';

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

test('the first bytes show their encoding', () => {
  const table = 'Name;Ort\nMüller;Zürich\n';
  const utf16 = Uint16Array.from(table, (letter) => letter.charCodeAt(0));
  const bare = new Uint8Array(utf16.buffer);
  expect(decode(new TextEncoder().encode(table))).toBe(table);
  expect(decode(bare)).toBe(table);
  expect(decode(Uint8Array.from([0xff, 0xfe, ...bare]))).toBe(table);
  expect(decode(Uint8Array.from(table, (letter) => letter.charCodeAt(0)))).toBe(table);
});

test('a letter that the last byte cuts in two is left out', () => {
  const bytes = new TextEncoder().encode('Name\nZü');
  expect(decode(bytes.slice(0, -1))).toBe('Name\nZ');
});

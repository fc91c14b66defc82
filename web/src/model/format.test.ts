import { expect, test } from 'vitest';
import { counted, formatsFor } from './format';

test('figures follow the reader’s locale', () => {
  const english = formatsFor('en-US', 'USD');
  const german = formatsFor('de-DE', 'EUR');
  expect(english.count(12000)).toBe('12,000');
  expect(german.count(12000)).toBe('12.000');
  expect(english.money(1_934_000)).toBe('$1.93M');
  expect(english.percent(0.0412)).toBe('4.1%');
});

test('a day is that day in every time zone', () => {
  expect(formatsFor('en-US', 'USD').day('2027-01-01')).toBe('Jan 1, 2027');
});

test('one is singular', () => {
  const formats = formatsFor('en-US', 'USD');
  expect(counted(formats, 1, 'unit')).toBe('1 unit');
  expect(counted(formats, 2, 'territory', 'territories')).toBe('2 territories');
});

test('distances are told in miles where people count in them', () => {
  expect(formatsFor('en-US', 'USD').distance(16.09344)).toBe('10 mi');
  expect(formatsFor('fr-FR', 'EUR').distance(16)).toBe('16 km');
});

test('fields take numbers as the reader writes them', () => {
  const { separators } = formatsFor('de-DE', 'EUR');
  expect(separators.thousandSeparator).toBe('.');
  expect(separators.decimalSeparator).toBe(',');
  for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'es-ES', 'sv-SE', 'ar-EG']) {
    const { thousandSeparator, allowedDecimalSeparators } = formatsFor(locale, 'EUR').separators;
    expect(thousandSeparator, locale).not.toBe('');
    expect(allowedDecimalSeparators, locale).not.toContain(thousandSeparator);
  }
});

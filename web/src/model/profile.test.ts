import { describe, expect, it } from 'vitest';
import type { ColumnProfile, MappedColumn } from '../api/wire';
import { profileContent, profileNote, type Reading } from './profile';

const use = (field: string, column: string, constant = ''): MappedColumn => ({
  field,
  column,
  constant,
  confidence: 1,
  chosen: false,
  habit: '',
  habitBasis: '',
});

const nothing: Reading = { mapping: [], chosen: {}, decimal: '', days: '', used: undefined };

describe('a profile', () => {
  it('says the columns and the values that every row has', () => {
    const mapping = [use('id', 'Nr'), use('country', '', 'DE')];

    expect(profileContent({ ...nothing, mapping, decimal: 'comma' })).toEqual({
      columns: { id: 'Nr' },
      set: ['country=DE'],
      decimal: 'comma',
    });
  });

  it('says which fields are left out', () => {
    const mapping = [use('id', 'Nr')];
    const chosen = { phone: '', id: 'Nr' };

    expect(profileContent({ ...nothing, mapping, chosen }).columns).toEqual({
      id: 'Nr',
      phone: '',
    });
  });

  it('keeps what the profile in use says beside columns', () => {
    const used: ColumnProfile = {
      name: 'ERP',
      kind: 'accounts',
      columns: { id: 'Nr', phone: '', city: '' },
      set: [],
      where: ['STATUS=OPEN'],
      measure: ['beds=BEDS'],
      impute: ['beds=median'],
      decimal: 'comma',
      days: 'day-first',
    };
    const mapping = [use('id', 'Nr'), use('city', 'Ort'), use('beds', 'BEDS')];

    expect(profileContent({ ...nothing, mapping, used, days: 'month-first' })).toEqual({
      columns: { id: 'Nr', phone: '', city: 'Ort' },
      set: [],
      where: ['STATUS=OPEN'],
      measure: ['beds=BEDS'],
      impute: ['beds=median'],
      decimal: 'comma',
      days: 'month-first',
    });
  });

  it('is told where it was recognised, not where it was asked for', () => {
    expect(profileNote('salesforce-accounts', '')).toBe('Recognised: salesforce-accounts.');
    expect(profileNote('', '')).toBe('Of no export that is known.');
    expect(profileNote('ERP', 'ERP')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import type { MappedColumn } from '../api/wire';
import { profileContent, profileNote } from './profile';

const use = (field: string, column: string, constant = ''): MappedColumn => ({
  field,
  column,
  constant,
  confidence: 1,
  chosen: false,
  habit: '',
  habitBasis: '',
});

describe('a profile', () => {
  it('says the columns and the values that every row has', () => {
    expect(profileContent([use('id', 'Nr'), use('country', '', 'DE')], 'comma', '')).toEqual({
      columns: { id: 'Nr' },
      set: ['country=DE'],
      decimal: 'comma',
    });
  });

  it('is told where it was recognised, not where it was asked for', () => {
    expect(profileNote('salesforce-accounts', '')).toBe('Recognised: salesforce-accounts.');
    expect(profileNote('', '')).toBe('Of no export that is known.');
    expect(profileNote('ERP', 'ERP')).toBe('');
  });
});

import { expect, test } from 'vitest';
import type { AccountView } from '../api/wire';
import { changeOf, draftOf } from './accountEdit';

const account = {
  industry: '622110',
  employees: 85,
  segment: 'mid',
  product: '',
  tags: ['partner', 'strategic'],
  fields: { tier: 'gold', region: 'north' },
} as unknown as AccountView;

const sent = (change: object | undefined) =>
  change && Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));

test('what nobody changed is not sent', () => {
  expect(changeOf(account, draftOf(account))).toBeUndefined();
  expect(
    changeOf(account, { ...draftOf(account), tags: ['strategic', 'partner'], product: '  ' }),
  ).toBeUndefined();
});

test('only what differs is sent, and an emptied text is', () => {
  const draft = { ...draftOf(account), product: ' imaging ', segment: '', employees: 90 };
  expect(sent(changeOf(account, draft))).toEqual({
    product: 'imaging',
    segment: '',
    employees: 90,
  });
});

test('tags replace those that it has', () => {
  const draft = { ...draftOf(account), tags: ['strategic'] };
  expect(sent(changeOf(account, draft))).toEqual({ tags: ['strategic'] });
});

test('fields that are new, emptied, taken out or renamed are told apart', () => {
  const [tier, region] = draftOf(account).fields;
  if (!tier || !region) throw new Error('The account has two fields.');
  const fields = [
    { ...tier, value: '' },
    { ...region, name: 'area' },
    { key: 'n', name: 'score', value: '7' },
    { key: 'b', name: ' ', value: 'ignored' },
  ];
  expect(sent(changeOf(account, { ...draftOf(account), fields }))).toEqual({
    fields: { tier: '', area: 'north', score: '7', region: '' },
  });
});

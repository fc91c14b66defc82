import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { QualityLimitsView, QualityView } from '../api/wire';
import { changedSince, showLimits } from './limits';

const sent: QualityLimitsView = {
  inactiveMonths: 11,
  staleMonths: 24,
  leastScore: 0.9,
  mostDeviations: 5,
  mostDoubtfulShare: null,
  version: 3,
};

test('what was typed while limits were saved stays, and what was saved goes', () => {
  expect(changedSince({ inactiveMonths: 11, mostDoubtfulShare: null }, sent)).toEqual({});
  expect(changedSince({ inactiveMonths: 11, staleMonths: 23 }, sent)).toEqual({ staleMonths: 23 });
  expect(changedSince({ inactiveMonths: 12 }, sent)).toEqual({ inactiveMonths: 12 });
  expect(changedSince({ mostDoubtfulShare: 0 }, sent)).toEqual({ mostDoubtfulShare: 0 });
});

test('the reports of all scenarios show the saved limits before they are read again', () => {
  const client = new QueryClient();
  const report = { limits: { ...sent, inactiveMonths: 12, version: 2 } } as QualityView;
  client.setQueryData(['quality', 'first'], report);
  client.setQueryData(['quality', 'second'], report);
  client.setQueryData(['quality-findings', 'first'], 'its rows');
  showLimits(client, sent);
  expect(client.getQueryData<QualityView>(['quality', 'first'])?.limits).toEqual(sent);
  expect(client.getQueryData<QualityView>(['quality', 'second'])?.limits).toEqual(sent);
  expect(client.getQueryData(['quality-findings', 'first'])).toBe('its rows');
});

import { expect, test } from 'vitest';
import type { PlanView, ScenarioRow } from '../api/wire';
import { choosePlan, chooseScenarios } from './usePlan';

const plan: PlanView = {
  id: 'p1',
  name: 'FY27',
  from: '2027-01-01',
  to: '2028-01-01',
  currency: 'USD',
  country: 'US',
  unitKind: 'POSTCODE',
  atlasVersion: '2026.1',
  layer: 'new-business',
  todayScenarioId: 'today',
  publishedScenarioId: null,
  createdAt: '2026-11-21T09:30:00Z',
  families: 'EACH',
};
const row = (id: string, part: Partial<ScenarioRow> = {}): ScenarioRow => ({
  id,
  name: id,
  today: id === 'today',
  state: 'DRAFT',
  territories: 40,
  version: 1,
  createdAt: '2026-11-21T09:30:00Z',
  ...part,
});

test('without a wish the newest proposal is shown, compared with today', () => {
  const rows = [row('today'), row('first'), row('second'), row('old', { state: 'ARCHIVED' })];
  const choice = chooseScenarios([plan], plan, rows, {});
  expect(choice.scenario?.id).toBe('second');
  expect(choice.against?.id).toBe('today');
});

test('today itself is compared with nothing', () => {
  const choice = chooseScenarios([plan], plan, [row('today')], {});
  expect(choice.scenario?.id).toBe('today');
  expect(choice.against).toBeUndefined();
});

test('an address that names what is gone falls back', () => {
  expect(choosePlan([plan], 'gone')).toBe(plan);
  expect(chooseScenarios([plan], plan, [row('today')], { scenario: 'gone' }).scenario?.id).toBe(
    'today',
  );
});

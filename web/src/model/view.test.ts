import { expect, test } from 'vitest';
import { parseView, printView, START, type View } from './view';

test('an address shows the view it was made from', () => {
  const view: View = {
    page: 'map',
    plan: 'p1',
    scenario: 's2',
    against: 's1',
    colour: { kind: 'index', measure: 'potential' },
    hidden: ['accounts', 'moved'],
    selection: { kind: 'units', unitIds: ['60614', '60657'] },
    locked: ['T03', 'T07'],
    camera: { lon: -87.65, lat: 41.92, zoom: 9.5 },
  };
  expect(parseView(printView(view))).toEqual(view);
});

test('an address says as of when it shows what was known', () => {
  const view: View = { ...START, page: 'accounts', open: 'a1', known: '2026-03-20T10:15:30.000Z' };
  expect(parseView(printView(view))).toEqual(view);
});

test('an empty address is the start', () => {
  expect(parseView('')).toEqual(START);
  expect(printView(START)).toBe('#/map');
});

test('what an address says wrong falls back to the start', () => {
  const view = parseView('#/nowhere?at=200,95,4&hide=everything&colour=');
  expect(view).toEqual(START);
});

test('a selection too long for an address is left out of it', () => {
  const unitIds = Array.from({ length: 500 }, (_, unit) => `${10000 + unit}`);
  const address = printView({ ...START, selection: { kind: 'units', unitIds } });
  expect(parseView(address).selection).toEqual({ kind: 'nothing' });
});

test('the printed address is stable', () => {
  const address = '#/map?plan=p1&territory=T07&at=-88.2000,41.6000,7.60';
  expect(printView(parseView(address))).toBe(address);
});

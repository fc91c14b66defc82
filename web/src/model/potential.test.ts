import { expect, test } from 'vitest';
import type { PotentialModel } from '../api/wire';
import {
  besideField,
  draftAfterSave,
  draftOf,
  inPercent,
  percentOf,
  ratioOf,
  sameModel,
  shareOfStage,
  shownModel,
  stagesOf,
  valueAt,
  withNewSegment,
  withoutSegment,
  withSegmentEarlier,
  withStage,
  withValue,
  wordsOf,
} from './potential';

const PLAIN = { visits: 1, hoursPerVisit: 1, calls: 0, hoursPerCall: 0, complexity: 1 };
const SPEND = { perAccount: 5, perEmployee: 0, shareOfRevenue: 0 };
const NO_WORDS = { industries: [], labels: [], buyingStages: [] };

const MODEL: PotentialModel = {
  segments: [
    { name: 'a', employeesFrom: 100, ...NO_WORDS, spend: SPEND, growth: 0.1, service: PLAIN },
    { name: 'b', employeesFrom: 10, ...NO_WORDS, spend: SPEND, growth: 0, service: PLAIN },
    { name: 'rest', ...NO_WORDS, spend: SPEND, growth: 0, service: PLAIN },
  ],
  conversion: { priorDeals: 20, rateWithoutDeals: 0.2 },
  stages: { Proposal: 0.5 },
};
const names = ({ segments }: PotentialModel) => segments.map(({ name }) => name);

test('one coefficient of one segment changes and nothing else', () => {
  const changed = withValue(MODEL, 1, 'spend/perAccount', 7);
  expect(changed.segments.map((segment) => valueAt(segment, 'spend/perAccount'))).toEqual([
    5, 7, 5,
  ]);
  expect(withValue(changed, 1, 'spend/perAccount', 5)).toEqual(MODEL);
});

test('a limit that is left open is not sent', () => {
  const [first] = withValue(MODEL, 0, 'employeesFrom', undefined).segments;
  expect(first && 'employeesFrom' in first).toBe(false);
});

test('a new segment stands before the one that takes the rest, with a name of its own', () => {
  const more = withNewSegment(withNewSegment(MODEL));
  expect(names(more)).toEqual(['a', 'b', 'segment 3', 'segment 4', 'rest']);
  expect(more.segments[2]?.employeesFrom).toBe(1);
  expect(names(withoutSegment(more, 0))).toEqual(['b', 'segment 3', 'segment 4', 'rest']);
});

test('segments change places, but the one that takes the rest stays last', () => {
  expect(names(withSegmentEarlier(MODEL, 1))).toEqual(['b', 'a', 'rest']);
  expect(withSegmentEarlier(MODEL, 2)).toBe(MODEL);
  expect(withSegmentEarlier(MODEL, 0)).toBe(MODEL);
});

test('a stage is the same whatever its case', () => {
  expect(withStage(MODEL, 'PROPOSAL', 0.6).stages).toEqual({ Proposal: 0.6 });
  expect(withStage(MODEL, 'proposal', undefined).stages).toEqual({});
  expect(stagesOf(MODEL, ['proposal', 'Demo'])).toEqual(['Proposal', 'Demo']);
  expect(shareOfStage(MODEL, 'proposal')).toBe(0.5);
  expect(shareOfStage(MODEL, 'Demo')).toBeUndefined();
});

test('percent are read and written without what binary fractions add', () => {
  for (const percent of [7, 0.1, 14.29, 33.333333, -5]) {
    expect(percentOf(ratioOf(percent))).toBe(percent);
  }
  expect(percentOf(0.07)).toBe(7);
  expect(ratioOf(7)).toBe(0.07);
});

test('models are the same whatever the order of their fields', () => {
  const { stages, conversion, segments } = MODEL;
  expect(sameModel(MODEL, { stages, segments, conversion })).toBe(true);
  expect(sameModel(MODEL, withValue(MODEL, 2, 'growth', 0.01))).toBe(false);
  expect(sameModel(MODEL, withStage(MODEL, 'Demo', 0))).toBe(false);
});

test('words stand between commas', () => {
  expect(wordsOf(' 62, 5415 ,, ')).toEqual(['62', '5415']);
});

test('a problem beside its field does not repeat value and place', () => {
  expect(
    besideField('The value `50.0` of `/segments/2/growth` is not a number from -1 to 10.'),
  ).toBe('It is not a number from -1 to 10.');
  expect(besideField('A model has no field `/more`.')).toBe('A model has no field `/more`.');
});

test('limits of a share are told in percent', () => {
  expect(inPercent('It is not a number from -1 to 10.')).toBe('It is not from -100 % to 1000 %.');
});

test('a draft is shown on the version that it began from, and set aside by a newer one', () => {
  const mine = { version: 3, model: withValue(MODEL, 0, 'growth', 0.2) };
  const theirs = { version: 4, model: withValue(MODEL, 1, 'growth', 0.3) };
  expect(shownModel({ version: 3, model: MODEL }, null)).toEqual({ kind: 'stored', model: MODEL });
  expect(shownModel({ version: 3, model: MODEL }, mine)).toEqual({
    kind: 'draft',
    model: mine.model,
  });
  expect(shownModel(theirs, mine)).toEqual({
    kind: 'overtaken',
    model: theirs.model,
    mine: mine.model,
  });
  expect(shownModel({ version: 4, model: mine.model }, mine).kind).toBe('stored');
});

test('a draft that was typed back is gone, so that no newer model overtakes it', () => {
  const stored = { version: 3, model: MODEL };
  const changed = withValue(MODEL, 0, 'growth', 0.2);
  const theirs = { version: 4, model: withValue(MODEL, 1, 'growth', 0.3) };
  expect(draftOf(stored, changed)).toEqual({ version: 3, model: changed });
  const typedBack = draftOf(stored, withValue(changed, 0, 'growth', 0.1));
  expect(shownModel(theirs, typedBack)).toEqual({ kind: 'stored', model: theirs.model });
});

test('what was typed while a model was saved goes on from it', () => {
  const sent = withValue(MODEL, 0, 'growth', 0.2);
  const since = withValue(sent, 0, 'growth', 0.25);
  expect(draftAfterSave({ version: 3, model: sent }, sent, 4)).toBeNull();
  expect(draftAfterSave({ version: 3, model: since }, sent, 4)).toEqual({
    version: 4,
    model: since,
  });
  expect(draftAfterSave(null, sent, 4)).toBeNull();
});

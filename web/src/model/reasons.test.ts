import { expect, test } from 'vitest';
import type { UnitReason } from '../api/wire';
import { formatsFor } from './format';
import { whyOf } from './reasons';

const formats = formatsFor('en-US', 'USD');
const reason = (part: Partial<UnitReason>): UnitReason => ({
  unitId: '60614',
  territoryCode: 'T11',
  fromCode: 'T07',
  moved: true,
  otherCode: 'T07',
  goals: [{ goal: 'momentOfInertia', change: 812, share: 0.0041 }],
  holdings: [],
  sentence: '',
  ...part,
});
const why = (part: Partial<UnitReason>) => whyOf(reason(part), formats, () => 'Compactness');

test('a unit that moves is told what going back would cost', () => {
  expect(why({})).toEqual({
    lead: '60614 moves from T07 to T11.',
    elsewhere: 'Back in T07',
    changes: [{ goal: 'Compactness', text: '0.41% worse', worse: true }],
    wouldMove: 'It would go back if compactness counted less, or if it were locked there.',
  });
});

test('limits hold a unit whatever the goals say', () => {
  const holdings = ['`potential` of `T07` would be 12, above its most 10'];
  expect(why({ holdings }).wouldMove).toMatch(/^To go back, what is said here/);
  const goals = [{ goal: 'momentOfInertia', change: -1, share: -0.1 }];
  expect(why({ holdings, goals }).wouldMove).toMatch(/^The goals would have it go back, but/);
});

test('a unit that the goals together would have elsewhere is told so', () => {
  const goals = [
    { goal: 'momentOfInertia', change: 1, share: 0.1 },
    { goal: 'disruption', change: -5, share: -0.5 },
  ];
  expect(why({ goals }).wouldMove).toBe(
    'By the goals together it would be better off back in T07, and nothing keeps it from there.',
  );
  const gain = [{ goal: 'momentOfInertia', change: -1, share: -0.1 }];
  expect(why({ goals: gain, moved: false }).wouldMove).toMatch(/better off in T07, and/);
  const same = [{ goal: 'momentOfInertia', change: 0, share: 0 }];
  expect(why({ goals: same }).wouldMove).toMatch(/at no cost\.$/);
});

test('a unit that stays is compared with its best neighbour, if there is one', () => {
  const stays = { moved: false, fromCode: 'T11', otherCode: 'T04' };
  expect(why(stays).lead).toBe('60614 stays in T11.');
  expect(why(stays).elsewhere).toMatch(/^In T04/);
  expect(why({ ...stays, otherCode: null, goals: [] }).wouldMove).toMatch(/^Nothing else/);
});

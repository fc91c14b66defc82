import { expect, test } from 'vitest';
import type { TradeOffCurve } from '../api/wire';
import { formatsFor } from './format';
import { linesOf } from './tradeOff';

const plan = (number: number, tolerancePart: number, movedShare: number, objective: number) => ({
  number,
  tolerancePart,
  movedShare,
  objective,
  moved: 0,
  movedUnits: 0,
  bound: null,
  imbalance: 0.1,
  priceOfOneMore: null,
  sentence: '',
});

test('plans of one strictness make a line, measured from the plan that moves least', () => {
  const curve: TradeOffCurve = {
    measure: 'accounts',
    total: 100,
    plans: [plan(1, 1, 0, 200), plan(2, 0.07, 0.1, 220), plan(3, 1, 0.2, 150)],
  };
  expect(linesOf(curve, formatsFor('en-US', 'USD'))).toEqual([
    {
      name: 'as even as asked',
      points: [
        { number: 1, moved: 0, change: 0 },
        { number: 3, moved: 0.2, change: -0.25 },
      ],
    },
    {
      name: 'within 7% of the tolerance',
      points: [{ number: 2, moved: 0.1, change: expect.closeTo(0.1) }],
    },
  ]);
});

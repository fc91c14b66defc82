import { describe, expect, it } from 'vitest';
import type { ScenarioSummary } from '../api/wire';
import { hoursInBrief, mayAskForHours, USUAL_HOURS } from './SameHours';

describe('the same working hours', () => {
  it('are a goal after the others, which may give way a little', () => {
    expect(hoursInBrief({ wanted: true, slack: 5 })).toEqual({
      // biome-ignore lint/suspicious/noThenProperty: a field of briefs, and nothing awaits one
      then: [{ goals: [{ objective: 'timeZoneOverlap' }], slack: 0.05 }],
    });
  });

  it('are left out unless they are wanted', () => {
    expect(hoursInBrief(USUAL_HOURS)).toEqual({});
  });

  it('need a home or land of every territory', () => {
    const home = { lon: -87.6, lat: 41.9 };
    const summary = (...territories: readonly object[]) =>
      ({ territories }) as unknown as ScenarioSummary;
    expect(mayAskForHours(summary({ home, units: 0 }, { home: null, units: 3 }))).toBe(true);
    expect(mayAskForHours(summary({ home, units: 9 }, { home: null, units: 0 }))).toBe(false);
  });
});

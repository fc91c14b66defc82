import type { TradeOffCurve } from '../api/wire';
import type { Formats } from './format';

/** The plans that were asked to be equally even, from the one that moves least. */
export interface Line {
  readonly name: string;
  readonly points: readonly {
    readonly number: number;
    /** Share of all that changes hands. */
    readonly moved: number;
    /** How much more (or less, below 0) the goals come to than in the plan that moves least. */
    readonly change: number;
  }[];
}

export function linesOf({ plans }: TradeOffCurve, formats: Formats): readonly Line[] {
  const least = plans[0]?.objective ?? 0;
  const parts = [...new Set(plans.map(({ tolerancePart }) => tolerancePart))].sort((a, b) => b - a);
  return parts.map((part) => ({
    name: part === 1 ? 'as even as asked' : `within ${formats.percent(part, 0)} of the tolerance`,
    points: plans
      .filter(({ tolerancePart }) => tolerancePart === part)
      .map(({ number, movedShare, objective }) => ({
        number,
        moved: movedShare,
        change: least > 0 ? objective / least - 1 : 0,
      })),
  }));
}

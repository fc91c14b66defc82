import type { ComparisonFigure, GoalFigure, Origin } from '../api/wire';
import type { Formats } from './format';

/** Differences that rounding makes are none. */
const PROVED = 1e-6;

/** How good a design is, in one sentence. */
export function verdictOf(origin: Origin, formats: Formats): string {
  if (!origin.feasible) {
    return 'No plan met every wish within the work given. This is the closest one found.';
  }
  const stopped = origin.cancelled ? 'It was stopped; this is the best so far. ' : '';
  if (origin.gap == null) {
    return `${stopped}It keeps every wish. How far it is from the best possible is not known for these goals.`;
  }
  return origin.gap <= PROVED
    ? `${stopped}Proved: no plan that keeps these wishes is better.`
    : `${stopped}It keeps every wish and is at most ${formats.percent(origin.gap)} above the best possible.`;
}

/** Who took part, in one sentence. */
export function solverSentence({ exactWork, exactFailure }: Origin): string {
  if (exactFailure) return `The exact solver gave no answer: ${exactFailure}`;
  return exactWork > 0
    ? 'An exact solver took part, in a process of its own.'
    : 'No exact solver took part.';
}

/** How a plan differs from the one before in one respect. */
export interface Difference {
  readonly kind: 'better' | 'same' | 'worse';
  readonly text: string;
}

/** Balance as deviations, goals by how much less or more there is of what they make small. */
export function differenceOf(figure: ComparisonFigure, formats: Formats): Difference {
  const kind = figure.sacrifice ? 'worse' : figure.plan < figure.today ? 'better' : 'same';
  if (figure.kind === 'BALANCE') {
    const change = (digits: number) =>
      [figure.today, figure.plan].map((value) => `±${formats.percent(value, digits)}`);
    const [before, after] = change(1);
    if (before !== after || kind === 'same') return { kind, text: `${before} → ${after}` };
    const [exactly, then] = change(3);
    return { kind, text: exactly === then ? `a hair ${kind}` : `${exactly} → ${then}` };
  }
  if (kind === 'same') return { kind, text: 'as before' };
  if (figure.today === 0) return { kind, text: `0 → ${formats.number(figure.plan)}` };
  const change = Math.abs(figure.plan / figure.today - 1);
  return { kind, text: `${formats.percent(change)} ${kind}` };
}

/** A goal's part of what its level adds up, as a ratio; undefined where it is alone or all is 0. */
export function partOf(goal: GoalFigure, all: readonly GoalFigure[]): number | undefined {
  const level = all.filter((other) => other.level === goal.level);
  const sum = level.reduce((total, { value, weight }) => total + value * weight, 0);
  return level.length > 1 && sum > 0 ? (goal.value * goal.weight) / sum : undefined;
}

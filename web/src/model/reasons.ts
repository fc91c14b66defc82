import type { GoalChange, UnitReason } from '../api/wire';
import type { Formats } from './format';

/** Changes below this part of a goal are none that anyone would feel. */
const HARDLY = 5e-7;

/** Why a unit is where it is, in the words of whoever loses or keeps it. */
export interface Why {
  readonly lead: string;
  /** Where it is compared with; absent when there is nowhere else. */
  readonly elsewhere: string | undefined;
  /** What would become better or worse there. */
  readonly changes: readonly { readonly goal: string; readonly text: string; worse: boolean }[];
  /** What would have to be otherwise for it to go there. */
  readonly wouldMove: string;
}

export function whyOf(
  reason: UnitReason,
  formats: Formats,
  goalLabel: (goal: string) => string,
): Why {
  const { unitId, territoryCode, fromCode, moved, otherCode, goals, holdings } = reason;
  const lead = moved
    ? `${unitId} moves from ${fromCode} to ${territoryCode}.`
    : fromCode === null
      ? `${unitId} belongs to ${territoryCode}; nobody had it before.`
      : `${unitId} stays in ${territoryCode}.`;
  const felt = goals.filter(({ change, share }) => Math.abs(share ?? change) > HARDLY);
  const changes = felt.map((goal) => ({
    goal: goalLabel(goal.goal),
    text: `${amountOf(goal, formats)} ${goal.change > 0 ? 'worse' : 'better'}`,
    worse: goal.change > 0,
  }));
  return {
    lead,
    elsewhere: otherCode
      ? moved
        ? `Back in ${otherCode}`
        : `In ${otherCode}, the best of its neighbours`
      : undefined,
    changes,
    wouldMove: wouldMove(reason, changes, holdings.length),
  };
}

function amountOf({ change, share }: GoalChange, formats: Formats): string {
  return share == null
    ? formats.number(Math.abs(change))
    : formats.percent(Math.abs(share), Math.abs(share) < 0.001 ? 4 : 2);
}

function wouldMove(
  { otherCode, moved, goals }: UnitReason,
  changes: Why['changes'],
  holdings: number,
): string {
  if (!otherCode) return 'Nothing else can have it as things are.';
  const change = goals.reduce((sum, goal) => sum + goal.change, 0);
  const go = moved ? 'go back' : `go to ${otherCode}`;
  if (holdings > 0) {
    return change < 0
      ? `The goals would have it ${go}, but for what is said here.`
      : `To ${go}, what is said here would have to give.`;
  }
  if (change < 0 && changes.length > 0) {
    const there = moved ? `back in ${otherCode}` : `in ${otherCode}`;
    return `By the goals together it would be better off ${there}, and nothing keeps it from there.`;
  }
  const against = changes.filter(({ worse }) => worse).map(({ goal }) => goal.toLowerCase());
  return against.length > 0
    ? `It would ${go} if ${against.join(' and ')} counted less, or if it were locked there.`
    : `Nothing is against it: it could ${go} at no cost.`;
}

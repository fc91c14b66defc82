import type {
  ChangeFigure,
  ComparisonFigure,
  DaysFigure,
  GoalFigure,
  Origin,
  VisitFigure,
} from '../api/wire';
import { counted, type Formats } from './format';

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
  const later = origin.goals.some(({ level }) => level > 0);
  const ofWhat = later ? ' in its first goals; how good it is in the later ones is not known' : '';
  return origin.gap <= PROVED
    ? `${stopped}Proved: no plan that keeps these wishes is better${ofWhat}.`
    : `${stopped}It keeps every wish, and no plan is better by more than ${formats.percent(origin.gap)}${ofWhat}.`;
}

/** Who took part, in one sentence. */
export function solverSentence({ exactWork, exactFailure }: Origin): string {
  if (exactFailure) return `The exact solver gave no answer: ${exactFailure}`;
  return exactWork > 0
    ? 'An exact solver took part, in a process of its own.'
    : 'No exact solver took part.';
}

/** What the days in the field of a territory are spent on. */
export function daysSentence(figure: DaysFigure, formats: Formats): string {
  const whole = (value: number) => formats.count(Math.round(value));
  const of = figure.daysAvailable == null ? '' : ` of ${whole(figure.daysAvailable)}`;
  const nights =
    figure.overnightUnits > 0
      ? `; ${counted(formats, figure.overnightUnits, 'area')} with nights away`
      : '';
  return `${whole(figure.days)}${of} days; ${whole(figure.visitHours)} h with customers, ${whole(figure.drivingHours)} h driving${nights}`;
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

const FATES = { CHANGED: 'goes on', NEW: 'is new', ENDED: 'ends' } as const;

/** What a change of territories moved: what had to, what did besides, and who gained and lost. */
export function changeSentences(change: ChangeFigure, formats: Formats): readonly string[] {
  const { hadTo, besides, untouched, inPieces, territories } = change;
  const amount = ({ units, accounts }: ChangeFigure['hadTo']) =>
    `${counted(formats, units, 'area')} with ${counted(formats, accounts, 'account')}`;
  const moves = (verb: string, moved: ChangeFigure['hadTo']) =>
    moved.units > 0 ? `, ${verb} ${amount(moved)}` : '';
  return [
    ...(hadTo.units > 0 ? [`${amount(hadTo)} had to change hands.`] : []),
    `${besides.units > 0 ? amount(besides) : 'Nothing'} changed hands${hadTo.units > 0 ? ' besides' : ''}.`,
    ...territories.map(
      ({ code, fate, gains, loses }) =>
        `${code} ${FATES[fate]}${moves('gains', gains)}${moves('loses', loses)}.`,
    ),
    ...(untouched > 0
      ? [`${counted(formats, untouched, 'territory', 'territories')} untouched.`]
      : []),
    ...(inPieces.length > 0 ? [`In pieces, as before: ${inPieces.join(', ')}.`] : []),
  ];
}

const SHOWN_TERRITORIES = 3;

/** Hours in common and visits from afar, and in which territories people share the least hours. */
export function visitSentences(visits: VisitFigure, formats: Formats): readonly string[] {
  const { hoursInCommon, remoteShare, territories } = visits;
  const hours = (value: number) => formats.number(Math.round(value * 10) / 10);
  const fewest = territories
    .filter((one) => one.hoursInCommon !== null && hoursInCommon !== null)
    .filter((one) => Number(one.hoursInCommon) < Number(hoursInCommon) - 0.05)
    .sort((a, b) => Number(a.hoursInCommon) - Number(b.hoursInCommon))
    .slice(0, SHOWN_TERRITORIES)
    .map((one) => `${one.code} ${hours(Number(one.hoursInCommon))}`);
  return [
    ...(hoursInCommon !== null
      ? [`${hours(hoursInCommon)} hours of a working day in common, on average.`]
      : []),
    ...(fewest.length > 0 ? [`Fewest hours: ${fewest.join(', ')}.`] : []),
    ...(remoteShare ? [`${formats.percent(remoteShare)} of the visits are from afar.`] : []),
  ];
}

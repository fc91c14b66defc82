import type { MeasureName } from '../model/alignment';

const LABELS: { readonly [M in MeasureName | 'fieldDays']: string } = {
  accounts: 'Accounts',
  potential: 'Potential',
  workload: 'Workload',
  sales: 'Sales',
  pipeline: 'Pipeline',
  fieldDays: 'Days in the field',
};

export function measureLabel(measure: string): string {
  return measure in LABELS ? LABELS[measure as keyof typeof LABELS] : measure;
}

/** Whether a measure is an amount of money. */
export function isMoney(measure: MeasureName): boolean {
  return measure === 'potential' || measure === 'sales' || measure === 'pipeline';
}

const GOALS: Readonly<Record<string, string>> = {
  momentOfInertia: 'Compactness',
  sumOfDistances: 'Distance to the centres',
  cutEdges: 'Borders between territories',
  maxDiameter: 'The widest territory',
  disruption: 'What changes hands',
  timeZoneOverlap: 'Hours not in common',
  roomFromTheFullest: 'Room from the fullest',
};

/** A goal in a planner's words; a preference has the name that its brief gave it. */
export function goalLabel(goal: string): string {
  return GOALS[goal] ?? goal;
}

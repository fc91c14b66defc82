import { NumberInput, Switch } from '@mantine/core';
import type { DesignBrief, ScenarioSummary } from '../api/wire';

/** Whether people are to be served by somebody who works when they do, and what that may cost. */
export interface Hours {
  readonly wanted: boolean;
  /** Percentage by which what comes first may become worse for it. */
  readonly slack: number;
}

export const USUAL_HOURS: Hours = { wanted: false, slack: 10 };

/** Hours are found from where representatives live or, of a vacant seat, from its land. */
export function mayAskForHours({ territories }: ScenarioSummary): boolean {
  return territories.every(({ home, units }) => home !== null || units > 0);
}

export function hoursInBrief({ wanted, slack }: Hours): DesignBrief {
  if (!wanted) return {};
  // biome-ignore lint/suspicious/noThenProperty: a field of briefs, and nothing awaits one
  return { then: [{ goals: [{ objective: 'timeZoneOverlap' }], slack: slack / 100 }] };
}

interface Props {
  readonly hours: Hours;
  /** Why it cannot be asked for. */
  readonly missing: string | undefined;
  onChange(hours: Hours): void;
}

/** Accounts go to somebody who works at the same hours, as far as compactness may give way. */
export function SameHours({ hours, missing, onChange }: Props) {
  return (
    <>
      <Switch
        label="Same working hours"
        disabled={missing !== undefined}
        description={
          missing ?? 'Accounts go to representatives whose day is theirs, by their time zones.'
        }
        checked={hours.wanted && missing === undefined}
        onChange={(event) => onChange({ ...hours, wanted: event.currentTarget.checked })}
      />
      {hours.wanted && missing === undefined && (
        <NumberInput
          label="Compactness may give way by"
          suffix=" %"
          min={0}
          max={1000}
          value={hours.slack}
          onChange={(value) => onChange({ ...hours, slack: Number(value) })}
        />
      )}
    </>
  );
}

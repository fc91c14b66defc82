import { NumberInput, Slider, Switch } from '@mantine/core';
import type { DesignBrief } from '../api/wire';
import { useFormats } from '../app/useCompany';

/** What is asked with regard to the plan as it is. */
export interface Stay {
  readonly disruptionWeight: number;
  /** Percentage of the accounts that may change hands; undefined for any. */
  readonly most: number | undefined;
  readonly beginFromToday: boolean;
  readonly neverWorse: boolean;
}

/** Keeps what costs little to keep; shapes stay compact. */
export const USUAL_STAY: Stay = {
  disruptionWeight: 0.1,
  most: undefined,
  beginFromToday: false,
  neverWorse: false,
};

export function stayInBrief({ most, ...wishes }: Stay): DesignBrief {
  return most === undefined
    ? wishes
    : { ...wishes, budgets: [{ measure: 'accounts', share: most / 100 }] };
}

const DISRUPTION_WORDS = [
  { value: 0, label: 'free' },
  { value: 0.5, label: 'gentle' },
  { value: 1, label: 'reluctant' },
];

interface Props {
  readonly wishes: Stay;
  /** When the plan as it is does not go on, as with another number of territories. */
  readonly disabled: boolean;
  onChange(wishes: Stay): void;
}

/** How much of the plan as it is should stay. */
export function AgainstToday({ wishes, disabled, onChange }: Props) {
  const formats = useFormats();
  return (
    <>
      <div style={{ paddingBottom: 22 }}>
        <div className="field-label">
          Leave accounts with their owner{' '}
          <span className="soft figures">weight {formats.number(wishes.disruptionWeight)}</span>
        </div>
        <Slider
          mx={18}
          disabled={disabled}
          thumbLabel="Disruption weight"
          min={0}
          max={1}
          step={0.05}
          marks={DISRUPTION_WORDS}
          label={(value) => formats.number(value)}
          value={wishes.disruptionWeight}
          onChange={(disruptionWeight) => onChange({ ...wishes, disruptionWeight })}
        />
      </div>
      <NumberInput
        label="At most so many accounts change hands"
        disabled={disabled}
        description="Never exceeded. Empty for no limit."
        suffix=" %"
        min={0}
        max={100}
        value={wishes.most ?? ''}
        onChange={(value) =>
          onChange({ ...wishes, most: value === '' ? undefined : Number(value) })
        }
      />
      <Switch
        label="Begin from this scenario"
        disabled={disabled}
        description="The search goes on from the territories as they are, not from scratch."
        checked={wishes.beginFromToday}
        onChange={(event) => onChange({ ...wishes, beginFromToday: event.currentTarget.checked })}
      />
      <Switch
        label="Nothing worse than in this scenario"
        disabled={disabled}
        description="As long as that is possible; what has to be is named."
        checked={wishes.neverWorse}
        onChange={(event) => onChange({ ...wishes, neverWorse: event.currentTarget.checked })}
      />
    </>
  );
}

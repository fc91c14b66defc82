import { Checkbox } from '@mantine/core';

interface Props {
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** The rule that merges prospects without asking: off until somebody turns it on for a load. */
export function MergeProspects({ checked, onChange }: Props) {
  return (
    <Checkbox
      label="Merge prospects into the customer that has their web domain"
      description="Otherwise each is a pair that waits under Duplicates."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

import { Textarea } from '@mantine/core';
import type { PublicationDryRun } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';

interface Props {
  readonly run: PublicationDryRun;
  readonly why: string;
  onWhy(why: string): void;
}

/** Where some of the market would be nobody's: somebody says why that may be, or nobody publishes. */
export function WaiveGap({ run, why, onWhy }: Props) {
  const formats = useFormats();
  if (run.unownedPostcodes === 0) return null;
  return (
    <Textarea
      data-testid="waive-gap"
      label={`Publish with ${counted(formats, run.unownedPostcodes, 'postcode')} that nobody owns, because`}
      description="Stands under your name in the publication."
      maxLength={500}
      value={why}
      onChange={(event) => onWhy(event.currentTarget.value)}
    />
  );
}

import { Textarea } from '@mantine/core';
import type { DesignBrief } from '../api/wire';
import { readWishes } from '../model/wishes';

/** Wishes for which the form has no fields, as they are written and as they are read. */
export interface Written {
  readonly text: string;
  readonly brief: DesignBrief;
  /** Why it cannot be read. */
  readonly wrong: string | undefined;
}

export const NOTHING_MORE: Written = { text: '', brief: {}, wrong: undefined };

const EXAMPLE = '{ "together": [["60614", "60657"]] }';

interface Props {
  readonly written: Written;
  onWrite(written: Written): void;
}

/** All that a design brief can ask for, for those who have it written down. */
export function MoreWishes({ written, onWrite }: Props) {
  return (
    <details>
      <summary>More wishes, as in a brief</summary>
      <Textarea
        mt={8}
        aria-label="More wishes"
        description="Fields of a design brief as JSON, such as eligible, preferences, decisionMakers, workingDay, together, apart, budgets, capacities, travelHours, goals, then, change, bestNumber, districts. They come before what is chosen above."
        placeholder={EXAMPLE}
        autosize
        minRows={3}
        maxRows={12}
        styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }}
        value={written.text}
        error={written.wrong}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onWrite({ text, ...readWishes(text) });
        }}
      />
    </details>
  );
}

import { Button, Group, Textarea } from '@mantine/core';
import type { PublicationDryRun } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';

interface Props {
  readonly run: PublicationDryRun;
  readonly why: string;
  readonly accepting: boolean;
  /** Why it was not accepted a moment ago: more may be doubtful than was seen. */
  readonly refusal: unknown;
  onWhy(why: string): void;
  onAccept(): void;
}

/** Where too much of the potential is doubtful: somebody accepts it with a reason, or nobody publishes. */
export function AcceptDoubt({ run, why, accepting, refusal, onWhy, onAccept }: Props) {
  const formats = useFormats();
  if (run.accepted)
    return (
      <p className="soft" style={{ margin: 0 }} data-testid="doubt-accepted">
        That {formats.percent(run.accepted.share)} of the potential is doubtful is accepted by{' '}
        <b>{run.accepted.who}</b>: {run.accepted.why}
      </p>
    );
  if (!run.problems.some(({ code }) => code === 'PUBLICATION_DATA_DOUBTFUL')) return null;
  return (
    <div data-testid="accept-doubt">
      <ProblemNote error={refusal} />
      <Textarea
        mt="xs"
        label={`Publish with ${formats.percent(run.doubtfulShare ?? 0)} of the potential doubtful, because`}
        description="Stands under your name in the audit log and in the publication."
        maxLength={500}
        value={why}
        onChange={(event) => onWhy(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button
          variant="default"
          disabled={why.trim() === ''}
          loading={accepting}
          onClick={onAccept}
        >
          Accept
        </Button>
      </Group>
    </div>
  );
}

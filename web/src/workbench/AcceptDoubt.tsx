import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { acceptQuality } from '../api/resources';
import type { PublicationDryRun } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';

interface Props {
  readonly run: PublicationDryRun;
  onAccepted(): void;
}

/** Where too much of the potential is doubtful: somebody accepts it with a reason, or nobody publishes. */
export function AcceptDoubt({ run, onAccepted }: Props) {
  const formats = useFormats();
  const [why, setWhy] = useState('');
  const accepting = useMutation({
    mutationFn: () => acceptQuality(run, why),
    onSuccess: onAccepted,
  });
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
      <Textarea
        label={`Publish with ${formats.percent(run.doubtfulShare ?? 0)} of the potential doubtful, because`}
        description="Stands under your name in the audit log and in the publication."
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button
          variant="default"
          disabled={why.trim() === ''}
          loading={accepting.isPending}
          onClick={() => accepting.mutate()}
        >
          Accept
        </Button>
      </Group>
      <ProblemNote error={accepting.error} />
    </div>
  );
}

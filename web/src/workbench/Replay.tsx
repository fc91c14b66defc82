import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasEnded, useJob } from '../api/job';
import { cancelJob, replayDesign } from '../api/resources';
import { useTeller } from '../app/notice';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';

interface Props {
  readonly scenarioId: string;
  /** A design stopped by hand cannot be made again. */
  readonly cancelled: boolean;
}

const NOTHING = () => undefined;

/** Makes a design again and says whether it came out the same. */
export function Replay({ scenarioId, cancelled }: Props) {
  const teller = useTeller();
  const [jobId, setJobId] = useState<string>();
  const starting = useMutation({
    mutationFn: () => replayDesign(scenarioId),
    onSuccess: ({ id }) => setJobId(id),
  });
  const { job } = useJob(jobId, NOTHING);
  const working = jobId !== undefined && !(job && hasEnded(job));
  if (cancelled) {
    return <p className="soft">It was stopped by hand, so it cannot be made again just so.</p>;
  }
  return (
    <div className="replay" data-testid="replay">
      {working ? (
        <>
          <Progress value={100 * (job?.fraction ?? 0)} aria-label="Progress of the replay" />
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => cancelJob(jobId).catch(teller.failed)}
          >
            Stop
          </Button>
        </>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={starting.isPending}
          onClick={() => starting.mutate()}
        >
          Make it again and compare
        </Button>
      )}
      <ProblemNote error={starting.error} />
      {job && hasEnded(job) && <Outcome job={job} />}
    </div>
  );
}

function Outcome({ job }: { readonly job: NonNullable<ReturnType<typeof useJob>['job']> }) {
  if (job.state !== 'SUCCEEDED') {
    return job.problems.length > 0 ? (
      <ProblemList problems={job.problems} />
    ) : (
      <p className="soft">{job.message}</p>
    );
  }
  return (
    <p className="good" data-testid="replayed">
      {job.message} The same input and seed give the same territories.
    </p>
  );
}

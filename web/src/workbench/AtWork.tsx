import { Button, Progress, Stack } from '@mantine/core';
import type { useJob } from '../api/job';
import type { Job } from '../api/wire';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { CourseChart } from './CourseChart';
import { measureLabel } from './words';

interface Props {
  readonly following: ReturnType<typeof useJob>;
  onStop(): void;
  onBack(): void;
}

/** The optimiser at work: what it does, how far it is and how good the best so far. */
export function AtWork({ following, onStop, onBack }: Props) {
  const formats = useFormats();
  const { job, course, lost, unread } = following;
  const failed =
    unread !== undefined ||
    job?.state === 'FAILED' ||
    job?.state === 'INFEASIBLE' ||
    job?.state === 'CANCELLED';
  return (
    <Stack data-testid="at-work">
      {!unread && (
        <div>
          <Sentence text={said(job)} />
        </div>
      )}
      {!failed && (
        <Progress
          value={100 * (job?.fraction ?? 0)}
          animated
          aria-label="Progress"
          transitionDuration={200}
        />
      )}
      <ProblemList problems={job?.problems ?? []} />
      <ProblemNote error={unread} />
      {lost && <p className="soft">{lost.detail} The work goes on; trying to reach it again.</p>}
      {job?.kind === 'DESIGN' && course.length > 1 && <CourseChart course={course} />}
      <dl className="facts figures">
        {Object.entries(course.at(-1)?.imbalance ?? {}).map(([measure, deviation]) => (
          <Fact
            key={measure}
            label={`${measureLabel(measure)}, largest deviation`}
            value={`±${formats.percent(deviation)}`}
          />
        ))}
        {job?.gap != null && (
          <Fact label="A better plan could save" value={`${formats.percent(job.gap)} at most`} />
        )}
      </dl>
      {failed ? (
        <Button variant="default" onClick={onBack}>
          Change the wishes
        </Button>
      ) : (
        <Button variant="default" onClick={onStop}>
          {job?.kind === 'TRADE_OFF'
            ? 'Stop and keep the plans so far'
            : 'Stop and keep the best so far'}
        </Button>
      )}
    </Stack>
  );
}

/** What the work says of itself; what cannot be is told by its reasons, which follow. */
function said(job: Job | undefined): string {
  if (!job) return 'Waiting for its turn.';
  return job.state === 'INFEASIBLE' && job.problems.length > 0
    ? 'No plan can keep every rule.'
    : job.message;
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

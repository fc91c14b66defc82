import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Problem, UNREACHABLE } from './problem';
import { getJob } from './resources';
import type { Job } from './wire';

/** A job being followed: every state it told, so that its course can be drawn. */
export interface Following {
  readonly job: Job | undefined;
  readonly course: readonly Step[];
  readonly lost: Problem | undefined;
}

export interface Step {
  readonly seconds: number;
  readonly objective: number | undefined;
  /** Measure name to largest deviation. */
  readonly imbalance: Readonly<Record<string, number>>;
}

const NOTHING_YET: Following = { job: undefined, course: [], lost: undefined };

export function hasEnded(job: Job): boolean {
  return job.state !== 'QUEUED' && job.state !== 'RUNNING';
}

/** Takes the next state of a job into its course; the same state told twice counts once. */
export function follow(following: Following, job: Job, seconds: number): Following {
  const step: Step = {
    seconds,
    objective: job.objective ?? undefined,
    imbalance: imbalanceOf(job),
  };
  const known = Object.keys(step.imbalance).length > 0 || step.objective !== undefined;
  return { job, course: known ? [...following.course, step] : following.course, lost: undefined };
}

/** Of each measure when they are told one by one, else the worst of them. */
function imbalanceOf({ imbalance, worstImbalance }: Job): Step['imbalance'] {
  if (imbalance.length === 0 && worstImbalance != null) return { 'Worst measure': worstImbalance };
  return Object.fromEntries(
    imbalance.map(({ measure, largestDeviation }) => [measure, largestDeviation]),
  );
}

/** Follows a job by server-sent events until it has ended. */
export function useJob(id: string | undefined, onEnd: (job: Job) => void): Following {
  const client = useQueryClient();
  const [following, setFollowing] = useState(NOTHING_YET);
  const [ended, setEnded] = useState<Job>();

  useEffect(() => {
    setFollowing(NOTHING_YET);
    setEnded(undefined);
    if (!id) return;
    const started = performance.now();
    const source = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
    const take = (job: Job) => {
      setFollowing((before) => follow(before, job, (performance.now() - started) / 1000));
      if (hasEnded(job)) {
        source.close();
        setEnded(job);
      }
    };
    const listen = (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job);
    source.addEventListener('progress', listen);
    source.addEventListener('end', listen);
    source.onerror = () => {
      setFollowing((before) => ({ ...before, lost: UNREACHABLE }));
      // The stream reconnects by itself; a job that ended meanwhile is read once.
      if (source.readyState === EventSource.CLOSED) getJob(id).then(take, () => undefined);
    };
    return () => source.close();
  }, [id]);

  useEffect(() => {
    if (!ended) return;
    void client.invalidateQueries({ queryKey: ['scenarios'] });
    onEnd(ended);
  }, [ended, client, onEnd]);

  return following;
}

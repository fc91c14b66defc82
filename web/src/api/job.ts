import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Problem, UNREACHABLE } from './problem';
import { passes, whenBack } from './recovery';
import { getJob } from './resources';
import type { Job, ProblemItem } from './wire';

/** A job being followed: every state it told, so that its course can be drawn. */
export interface Following {
  readonly job: Job | undefined;
  readonly course: readonly Step[];
  /** Why nothing is heard of it for the moment; it is asked for again. */
  readonly lost: Problem | undefined;
  /** Why nothing more will be heard of it: it is gone, or may not be read. */
  readonly unread: Error | undefined;
}

export interface Step {
  readonly seconds: number;
  readonly objective: number | undefined;
  /** Measure name to largest deviation. */
  readonly imbalance: Readonly<Record<string, number>>;
}

/** A stream that is refused again and again is asked for calmly. */
const REOPEN_AFTER_MS = 1_000;

const NOTHING_YET: Following = { job: undefined, course: [], lost: undefined, unread: undefined };

export function hasEnded(job: Job): boolean {
  return job.state !== 'QUEUED' && job.state !== 'RUNNING';
}

/** How a job ended, with what is worth knowing about the whole; a territory's own it tells itself. */
export function outcomeOf(job: Job): string {
  const overall = job.problems.filter(({ thing }) => thing === null);
  return [job.message, ...overall.map(({ message }) => message)].join(' ');
}

/** What a job that came to its end says beside its report; one that failed says its problems. */
export function notesOf(job: Job | undefined): readonly ProblemItem[] {
  return job?.state === 'SUCCEEDED' ? job.problems : [];
}

/** Takes the next state of a job into its course; the same state told twice counts once. */
export function follow(following: Following, job: Job, seconds: number): Following {
  const step: Step = {
    seconds,
    objective: job.objective ?? undefined,
    imbalance: imbalanceOf(job),
  };
  const known = Object.keys(step.imbalance).length > 0 || step.objective !== undefined;
  const course = known ? [...following.course, step] : following.course;
  return { job, course, lost: undefined, unread: undefined };
}

/** Takes a failure to read a job: one that does not pass is the last that is heard of it. */
export function missed(following: Following, failure: Error): Following {
  return passes(failure) ? following : { ...following, lost: undefined, unread: failure };
}

/** Whether more is to be heard of a job that was begun. */
export function isAwaited({ job, unread }: Following): boolean {
  return unread === undefined && !(job && hasEnded(job));
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
    let source: EventSource | undefined;
    let left = false;
    const take = (job: Job) => {
      setFollowing((before) => follow(before, job, (performance.now() - started) / 1000));
      if (!hasEnded(job)) return;
      source?.close();
      setEnded(job);
    };
    const listen = (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job);
    const open = () => {
      if (left) return;
      const opened = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
      source = opened;
      opened.addEventListener('progress', listen);
      opened.addEventListener('end', listen);
      opened.onerror = () => {
        setFollowing((before) => ({ ...before, lost: UNREACHABLE }));
        // A stream that broke reconnects by itself; one that was refused is opened anew.
        if (opened.readyState === EventSource.CLOSED) reopen();
      };
    };
    const reopen = () =>
      getJob(id).then(
        (job) => {
          take(job);
          if (!hasEnded(job)) setTimeout(open, REOPEN_AFTER_MS);
        },
        (failure: Error) => {
          if (left) return;
          setFollowing((before) => missed(before, failure));
          if (passes(failure)) void whenBack(client, failure).then(reopen);
        },
      );
    open();
    return () => {
      left = true;
      source?.close();
    };
  }, [id, client]);

  useEffect(() => {
    if (!ended) return;
    void client.invalidateQueries({ queryKey: ['scenarios'] });
    onEnd(ended);
  }, [ended, client, onEnd]);

  return following;
}

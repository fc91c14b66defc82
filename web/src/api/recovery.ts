import type { QueryClient } from '@tanstack/react-query';
import { read } from './client';
import { problemOf, SESSION_ENDED_STATUS, UNREACHABLE } from './problem';
import type { Health, Session } from './wire';

export const SESSION_KEY = ['session'];
export const HEALTH_KEY = ['health'];

/** Who signed in; `ended` from when the server no longer knows the session until it is renewed. */
export interface Entered extends Session {
  readonly ended?: boolean;
}

export const readHealth = () => read<Health>('/health');

/** When a failure means that the session has ended, the page learns it and asks to sign in again. */
export function noteEnded(client: QueryClient, failure: unknown): void {
  if (problemOf(failure).status !== SESSION_ENDED_STATUS) return;
  client.setQueryData<Entered | null>(
    SESSION_KEY,
    (session) => session && { ...session, ended: true },
  );
}

/** The session is there again: whatever failed for want of it is asked once more. */
export function renewSession(client: QueryClient, session: Session): void {
  client.setQueryData<Entered>(SESSION_KEY, session);
  void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
}

/** Whether a request failed for a reason that passes: no session, or nobody to hear it. */
export function passes(failure: unknown): boolean {
  const { status } = problemOf(failure);
  return status === SESSION_ENDED_STATUS || isUnheard(failure);
}

/** Whether nobody knows if the server took the request in. */
export function isUnheard(failure: unknown): boolean {
  return problemOf(failure).code === UNREACHABLE.code;
}

/** Waits until the reason of a passing failure is gone. */
export function whenBack(client: QueryClient, failure: unknown): Promise<void> {
  if (isUnheard(failure)) {
    void client.invalidateQueries({ queryKey: HEALTH_KEY });
    return untilAnswered();
  }
  noteEnded(client, failure);
  return untilSignedIn(client);
}

const ASK_AGAIN_MS = 2_000;

async function untilAnswered(): Promise<void> {
  for (;;) {
    try {
      await readHealth();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}

function untilSignedIn(client: QueryClient): Promise<void> {
  const isIn = () => client.getQueryData<Entered | null>(SESSION_KEY)?.ended !== true;
  return new Promise((resolve) => {
    const leave = client.getQueryCache().subscribe(() => {
      if (!isIn()) return;
      leave();
      resolve();
    });
  });
}

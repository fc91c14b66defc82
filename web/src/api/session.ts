import { ask, post, read } from './client';
import { ProblemError } from './problem';
import type { Session } from './wire';

export type { Session };

/** Who is signed in, or null when nobody is. */
export async function currentSession(): Promise<Session | null> {
  try {
    return await read<Session>('/session');
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.status === 401) return null;
    throw failure;
  }
}

export function signIn(credentials: {
  readonly username: string;
  readonly password: string;
}): Promise<Session> {
  return post<Session>('/session', credentials);
}

export async function signOut(): Promise<void> {
  await ask('DELETE', '/session');
}

export async function changePassword(change: {
  readonly currentPassword: string;
  readonly newPassword: string;
}): Promise<void> {
  await ask('PUT', '/session/password', { body: change });
}

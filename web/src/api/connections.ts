import { ask, post, read } from './client';
import type {
  ConnectionList,
  ConnectionRequest,
  ConnectionTest,
  ConnectionUpdate,
  ConnectionView,
  Job,
  LastPush,
  PushDryRun,
} from './wire';

const of = (id: string) => `/connections/${encodeURIComponent(id)}`;

export const getConnections = () => read<ConnectionList>('/connections');
export const createConnection = (request: ConnectionRequest) =>
  post<ConnectionView>('/connections', request);
export const changeConnection = async (id: string, request: ConnectionUpdate) =>
  (await ask<ConnectionView>('PUT', of(id), { body: request })).body;
export const deleteConnection = (id: string) => ask<void>('DELETE', of(id));
export const testConnection = (id: string) => post<ConnectionTest>(`${of(id)}/test`);
export const pullConnection = (id: string) => post<Job>(`${of(id)}/pull`);
export const dryRunPush = (id: string) => read<PushDryRun>(`${of(id)}/push`);
export const pushConnection = (id: string) => post<Job>(`${of(id)}/push`);
export const getLastPush = (id: string) => read<LastPush>(`${of(id)}/pushes/last`);

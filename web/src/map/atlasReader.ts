import { ProblemError } from '../api/problem';
import type { Answered, Asked, AtlasAnswer, AtlasQuestion } from './atlasWorker';
import type { UnitGeometry } from './geometry';
import type { PlacedAccounts } from './scene';

/** The areas of all units of a kind in a country. */
export async function readUnits(country: string, kind: string): Promise<UnitGeometry> {
  const where = `/atlas/${encodeURIComponent(country)}`;
  const answer = await ask({
    kind: 'units',
    areas: `${where}/${encodeURIComponent(kind)}.topojson`,
    columns: `${where}/units?kind=${encodeURIComponent(kind)}`,
  });
  if (answer.kind !== 'units') throw new Error(`The worker answered with ${answer.kind}.`);
  return answer.units;
}

/** Where the map finds an outline of the base map. */
export async function readOutline(name: string): Promise<string> {
  const areas = `/atlas/outlines/${encodeURIComponent(name)}.topojson`;
  const answer = await ask({ kind: 'outline', areas });
  if (answer.kind !== 'outline') throw new Error(`The worker answered with ${answer.kind}.`);
  return answer.source;
}

/** All accounts of a plan, gathered by place. */
export async function readAccounts(planId: string): Promise<PlacedAccounts> {
  const points = `/accounts/points?planId=${encodeURIComponent(planId)}`;
  const answer = await ask({ kind: 'accounts', points });
  if (answer.kind !== 'accounts') throw new Error(`The worker answered with ${answer.kind}.`);
  return answer.accounts;
}

interface Waiting {
  resolve(answer: AtlasAnswer): void;
  reject(failure: unknown): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;

function ask(question: AtlasQuestion): Promise<AtlasAnswer> {
  worker ??= start();
  const id = asked++;
  const answer = new Promise<AtlasAnswer>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
  worker.postMessage({ id, question } satisfies Asked);
  return answer;
}

function start(): Worker {
  const started = new Worker(new URL('./atlasWorker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const who = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') who?.resolve(data.answer);
    else who?.reject(new ProblemError(data.problem));
  });
  started.addEventListener('error', ({ message }) => {
    for (const who of waiting.values()) who.reject(new Error(message));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

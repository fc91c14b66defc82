import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ProblemError, problemOf } from '../api/problem';
import { isUnheard, passes, whenBack } from '../api/recovery';
import {
  getScenario,
  getUnits,
  redoEdit,
  moveUnits as sendMove,
  type Tagged,
  undoEdit,
} from '../api/resources';
import type { ScenarioEdit, ScenarioSummary, ScenarioUnits } from '../api/wire';
import { useTeller } from '../app/notice';
import { type Alignment, moveUnits } from '../model/alignment';
import { summaryAfter } from '../model/effect';

function alignmentOf(units: ScenarioUnits): Alignment {
  const { unitIds, territory, accounts, potential, workload, sales, pipeline } = units;
  return {
    unitIds,
    territoryOf: territory,
    columns: { accounts, potential, workload, sales, pipeline },
  };
}

const summaryKey = (id: string) => ['scenario', id] as const;
const unitsKey = (id: string) => ['units', id] as const;

export function useSummary(id: string | undefined) {
  return useQuery({
    queryKey: summaryKey(id ?? ''),
    queryFn: () => getScenario(id ?? ''),
    enabled: id !== undefined,
  });
}

export function useUnits(id: string | undefined) {
  const query = useQuery({
    queryKey: unitsKey(id ?? ''),
    queryFn: () => getUnits(id ?? ''),
    enabled: id !== undefined,
    // Columns are large and only edits change them: comparing old with new would cost more.
    structuralSharing: false,
    staleTime: 5 * 60_000,
  });
  const alignment = useMemo(() => (query.data ? alignmentOf(query.data) : undefined), [query.data]);
  return { ...query, alignment };
}

/** Edits of one scenario: shown at once, sent in order, taken back when the server refuses. */
export interface Edits {
  move(unitNumbers: readonly number[], to: number): void;
  undo(): void;
  redo(): void;
  /** Edits on their way to the server. */
  readonly pending: number;
}

export function useEdits(id: string | undefined): Edits {
  const client = useQueryClient();
  const teller = useTeller();
  const line = useRef<Promise<void>>(Promise.resolve());
  const [pending, setPending] = useState(0);

  useEffect(() => {
    if (pending === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [pending]);

  const send = useCallback(
    (edit: (etag: string | undefined) => Promise<Tagged<ScenarioEdit>>) => {
      if (!id) return;
      setPending((count) => count + 1);
      line.current = line.current.then(async () => {
        try {
          const done = await untilHeard(client, id, edit);
          if (done) settle(client, id, done);
          else {
            await readAnew(client, id);
            teller.done(ANSWER_LOST);
          }
        } catch (failure) {
          teller.failed(inOurWords(failure));
          await readAnew(client, id);
        } finally {
          setPending((count) => count - 1);
        }
      });
    },
    [client, id, teller],
  );

  return useMemo(
    () => ({
      pending,
      move(unitNumbers, to) {
        if (!id) return;
        const sent = anticipate(client, id, unitNumbers, to);
        if (sent) send((etag) => sendMove(id, etag, sent));
      },
      undo: () => id && send((etag) => undoEdit(id, etag)),
      redo: () => id && send((etag) => redoEdit(id, etag)),
    }),
    [client, id, pending, send],
  );
}

/** Who edits knows neither ids nor versions: said is what happened, and what to do. */
function inOurWords(failure: unknown): unknown {
  const problem = problemOf(failure);
  if (problem.code !== 'STORE_STALE_VERSION') return failure;
  return new ProblemError({
    ...problem,
    detail: 'Somebody else changed this scenario meanwhile, so your edit was not made.',
    hint: 'Their change is shown now. Look at it, then make your edit again.',
  });
}

const ANSWER_LOST =
  'The answer to an edit was lost on the way. The scenario is shown as the server has it now.';

/**
 * Sends an edit until the server has answered it: a session that ended or a server that is away
 * holds it up and loses nothing. Gives nothing when an attempt whose answer was lost had arrived.
 */
async function untilHeard(
  client: QueryClient,
  id: string,
  edit: (etag: string | undefined) => Promise<Tagged<ScenarioEdit>>,
): Promise<Tagged<ScenarioEdit> | undefined> {
  const etag = client.getQueryData<Tagged<ScenarioSummary>>(summaryKey(id))?.etag;
  let mayHaveArrived = false;
  for (;;) {
    try {
      if (mayHaveArrived && (await getScenario(id)).etag !== etag) return undefined;
      return await edit(etag);
    } catch (failure) {
      if (!passes(failure)) throw failure;
      mayHaveArrived ||= isUnheard(failure);
      await whenBack(client, failure);
    }
  }
}

function readAnew(client: QueryClient, id: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: summaryKey(id) }),
    client.invalidateQueries({ queryKey: unitsKey(id) }),
    client.invalidateQueries({ queryKey: ['comparison', id] }),
  ]);
}

/** Shows the move before the server has it; gives what to send. */
function anticipate(client: QueryClient, id: string, unitNumbers: readonly number[], to: number) {
  const summary = client.getQueryData<Tagged<ScenarioSummary>>(summaryKey(id));
  const units = client.getQueryData<ScenarioUnits>(unitsKey(id));
  const target = summary?.value.territories[to];
  if (!summary || !units || !target) return undefined;
  const alignment = alignmentOf(units);
  const after = summaryAfter(summary.value, alignment, unitNumbers, to);
  client.setQueryData(summaryKey(id), { ...summary, value: after });
  client.setQueryData(unitsKey(id), {
    ...units,
    territory: moveUnits(alignment, unitNumbers, to).territoryOf,
  });
  return { unitIds: unitNumbers.flatMap((unit) => units.unitIds[unit] ?? []), to: target.code };
}

/** The server's answer is the truth: its figures and the units it says have changed. */
function settle(client: QueryClient, id: string, { value, etag }: Tagged<ScenarioEdit>) {
  client.setQueryData(summaryKey(id), { value: value.summary, etag });
  client.setQueryData<ScenarioUnits>(unitsKey(id), (units) => {
    if (!units) return units;
    const numberOf = new Map(units.unitIds.map((unitId, number) => [unitId, number]));
    const territory = Array.from(units.territory);
    value.unitIds.forEach((unitId, position) => {
      const number = numberOf.get(unitId);
      const holder = value.territory[position];
      if (number !== undefined && holder !== undefined) territory[number] = holder;
    });
    return { ...units, version: value.summary.version, territory };
  });
  void client.invalidateQueries({ queryKey: ['comparison', id] });
  void client.invalidateQueries({ queryKey: ['kpis', id] });
}

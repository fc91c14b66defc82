import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PotentialDraft } from '../model/potential';

const DRAFT_KEY = ['potential-draft'];

/**
 * What somebody made of the model and did not save yet. It is kept beside what the server told, so
 * that it outlives the screen, and it goes with it when somebody signs out.
 */
export function usePotentialDraft() {
  const client = useQueryClient();
  const { data } = useQuery<PotentialDraft | null>({
    queryKey: DRAFT_KEY,
    queryFn: skipToken,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const keep = useCallback(
    (draft: PotentialDraft | null) => client.setQueryData(DRAFT_KEY, draft),
    [client],
  );
  const current = useCallback(
    () => client.getQueryData<PotentialDraft | null>(DRAFT_KEY) ?? null,
    [client],
  );
  return { draft: data ?? null, keep, current };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PotentialDraft } from '../model/potential';

const DRAFT_KEY = ['potential-draft'];

/**
 * What somebody made of the model and did not save yet. It is kept beside what the server told, so
 * that it outlives the screen, and it goes with it when somebody signs out.
 */
export function usePotentialDraft() {
  const client = useQueryClient();
  const current = useCallback(
    () => client.getQueryData<PotentialDraft>(DRAFT_KEY) ?? null,
    [client],
  );
  // Fields want what was typed at once; the cache tells it a moment later.
  const [draft, setDraft] = useState(current);
  const keep = useCallback(
    (next: PotentialDraft | null) => {
      client.setQueryDefaults(DRAFT_KEY, { gcTime: Number.POSITIVE_INFINITY });
      if (next) client.setQueryData(DRAFT_KEY, next);
      else client.removeQueries({ queryKey: DRAFT_KEY });
      setDraft(next);
    },
    [client],
  );
  return { draft, keep, current };
}

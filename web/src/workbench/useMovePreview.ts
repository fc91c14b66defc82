import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewMove } from '../api/resources';
import type { MovePreview } from '../api/wire';

const PAUSE_MS = 180;

/** Asks the server what a move would do to contiguity, once the hand has come to rest. */
export function useMovePreview(
  scenarioId: string | undefined,
  unitIds: readonly string[] | undefined,
  to: string | undefined,
): MovePreview | undefined {
  const [rested, setRested] = useState<{ unitIds: readonly string[]; to: string }>();
  useEffect(() => {
    setRested(undefined);
    if (!unitIds || to === undefined) return;
    const timer = setTimeout(() => setRested({ unitIds, to }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [unitIds, to]);
  const preview = useQuery({
    queryKey: ['preview', scenarioId, rested],
    queryFn: ({ signal }) =>
      previewMove(scenarioId ?? '', rested ?? { unitIds: [], to: '' }, signal),
    enabled: scenarioId !== undefined && rested !== undefined,
    gcTime: 0,
    retry: false,
  });
  return rested ? preview.data : undefined;
}

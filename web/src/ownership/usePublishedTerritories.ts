import { useQuery } from '@tanstack/react-query';
import { getPublications } from '../api/resources';
import type { TerritorySummary } from '../api/wire';
import { useView } from '../app/useView';
import { lastStanding } from '../model/publications';
import { usePlan } from '../workbench/usePlan';
import { useSummary } from '../workbench/useScenario';

/** The territories of what was published last and stands. */
export function usePublishedTerritories(): readonly TerritorySummary[] {
  const { view } = useView();
  const plan = usePlan(view).choice.plan?.id;
  const publications = useQuery({
    queryKey: ['publications', plan],
    queryFn: () => getPublications(plan ?? ''),
    enabled: plan !== undefined,
  });
  const scenario = lastStanding(publications.data?.items ?? [])?.scenarioId ?? undefined;
  return useSummary(scenario).data?.value.territories ?? [];
}

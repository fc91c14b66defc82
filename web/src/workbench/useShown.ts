import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { compareScenarios } from '../api/resources';
import { readAccounts } from '../map/atlasReader';
import { figuresOf, inNumbersOf, unitsMoved } from '../model/alignment';
import type { View } from '../model/view';
import { useBase, useUnitGeometry } from './useAtlas';
import { usePlan } from './usePlan';
import { useEdits, useSummary, useUnits } from './useScenario';

/** All that the workbench shows of the scenario in view, as far as it is read. */
export type Shown = ReturnType<typeof useShown>;

export function useShown(view: View) {
  const { choice, waiting, error } = usePlan(view);
  const { plan, scenario, against } = choice;
  const summary = useSummary(scenario?.id);
  const units = useUnits(scenario?.id);
  const againstSummary = useSummary(against?.id);
  const againstUnits = useUnits(against?.id);
  const edits = useEdits(scenario?.id);
  const { alignment } = units;
  const figures = summary.data?.value;
  const atlas = useUnitGeometry(plan);
  const geometry = atlas.geometry;
  const base = useBase(plan?.country);
  const points = useQuery({
    queryKey: ['points', plan?.id],
    queryFn: () => readAccounts(plan?.id ?? ''),
    // Figures and areas come first: many accounts keep the server and the line busy for a while.
    enabled: plan !== undefined && figures !== undefined && geometry !== undefined,
    structuralSharing: false,
    staleTime: 5 * 60_000,
  });
  const comparison = useQuery({
    queryKey: ['comparison', scenario?.id, against?.id],
    queryFn: () => compareScenarios(scenario?.id ?? '', against?.id ?? ''),
    enabled: scenario !== undefined && against !== undefined && edits.pending === 0,
    placeholderData: (last) => last,
  });

  const compared = useMemo(() => {
    if (!figures || !againstSummary.data || !againstUnits.data) return undefined;
    return inNumbersOf(
      figures.territories.map(({ code }) => code),
      againstSummary.data.value.territories.map(({ code }) => code),
      againstUnits.data.territory,
    );
  }, [figures, againstSummary.data, againstUnits.data]);

  const changed = useMemo(() => {
    if (comparison.data) return comparison.data.change.moved;
    if (!alignment || !compared) return undefined;
    return figuresOf(alignment, unitsMoved(alignment.territoryOf, compared));
  }, [comparison.data, alignment, compared]);

  return {
    choice,
    /** The plan and its scenarios are not known yet. */
    waiting,
    /** Why they cannot be. */
    error,
    figures,
    alignment,
    /** The alignment compared with, in this scenario's territory numbers. */
    compared,
    comparison,
    /** What moves against the comparison, from our own columns until the server has told. */
    changed,
    geometry,
    base,
    accounts: points.data,
    edits,
    figuresError: summary.error,
    mapError: atlas.error,
    drawing: summary.isPending || units.isPending || !geometry,
  };
}

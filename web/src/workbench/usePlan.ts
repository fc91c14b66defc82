import { useQuery } from '@tanstack/react-query';
import { getPlans, getScenarios } from '../api/resources';
import type { PlanView, ScenarioRow } from '../api/wire';
import type { View } from '../model/view';

/** The plan and scenarios that the view asks for, with sensible ones where it does not say. */
export interface PlanChoice {
  readonly plans: readonly PlanView[];
  readonly plan: PlanView | undefined;
  readonly scenarios: readonly ScenarioRow[];
  readonly scenario: ScenarioRow | undefined;
  readonly against: ScenarioRow | undefined;
}

export function usePlan(view: View) {
  const plans = useQuery({ queryKey: ['plans'], queryFn: getPlans });
  const plan = choosePlan(plans.data?.items ?? [], view.plan);
  const scenarios = useQuery({
    queryKey: ['scenarios', plan?.id],
    queryFn: () => getScenarios(plan?.id ?? ''),
    enabled: plan !== undefined,
  });
  return {
    choice: chooseScenarios(plans.data?.items ?? [], plan, scenarios.data?.items ?? [], view),
    waiting: plans.isPending || (plan !== undefined && scenarios.isPending),
    // What is known stays on the screen when it cannot be read anew.
    error: [plans, scenarios].find(({ isLoadingError }) => isLoadingError)?.error,
  };
}

export function choosePlan(
  plans: readonly PlanView[],
  wanted: string | undefined,
): PlanView | undefined {
  return plans.find(({ id }) => id === wanted) ?? plans[0];
}

/** Without a wish: the newest proposal, else what is published, else today; compared with today. */
export function chooseScenarios(
  plans: readonly PlanView[],
  plan: PlanView | undefined,
  scenarios: readonly ScenarioRow[],
  view: Pick<View, 'scenario' | 'against'>,
): PlanChoice {
  const open = scenarios.filter(({ state }) => state !== 'ARCHIVED');
  const today = scenarios.find(({ id }) => id === plan?.todayScenarioId);
  const scenario =
    scenarios.find(({ id }) => id === view.scenario) ??
    open.findLast((row) => !row.today) ??
    open[0];
  const wanted = scenarios.find(({ id }) => id === view.against);
  const against = wanted ?? today;
  return {
    plans,
    plan,
    scenarios,
    scenario,
    against: against?.id === scenario?.id ? undefined : against,
  };
}

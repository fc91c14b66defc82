import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { openTradeOffPlan } from '../api/resources';
import type { Job } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { TradeOffChart } from './TradeOffChart';

interface Props {
  /** The scenario that the curve starts from. */
  readonly scenarioId: string;
  readonly job: Job;
  onOpen(scenarioId: string): void;
  onBack(): void;
}

/** The plans to choose from: one on the curve or in the list opens as a scenario. */
export function TradeOff({ scenarioId, job, onOpen, onBack }: Props) {
  const client = useQueryClient();
  const opening = useMutation({
    mutationFn: (number: number) => openTradeOffPlan(scenarioId, job.id, number),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['scenarios'] });
      onOpen(id);
    },
  });
  const curve = job.tradeOff;
  if (!curve) return null;
  return (
    <div className="trade-off figures" data-testid="trade-off">
      <p className="changes-lead">
        {curve.plans.length === 1
          ? 'One plan is best in everything.'
          : `${curve.plans.length} plans, of which none is better in everything. Choose one to see it on the map.`}
      </p>
      {curve.plans.length > 1 && <TradeOffChart curve={curve} onPick={opening.mutate} />}
      <ProblemNote error={opening.error} />
      {curve.plans.map(({ number, sentence }) => (
        <button
          type="button"
          className="plan-choice"
          key={number}
          disabled={opening.isPending}
          onClick={() => opening.mutate(number)}
        >
          <b>{number}</b>
          <span>{sentence}</span>
        </button>
      ))}
      <Button variant="default" onClick={onBack}>
        Change the wishes
      </Button>
    </div>
  );
}

import { Drawer } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { outcomeOf, useJob } from '../api/job';
import { cancelJob, designScenario, findTradeOff } from '../api/resources';
import type { DesignBrief, Job, ScenarioSummary } from '../api/wire';
import { useTeller } from '../app/notice';
import { lockedToo } from '../model/wishes';
import { AtWork } from './AtWork';
import { TradeOff } from './TradeOff';
import { Wishes } from './Wishes';

interface Props {
  readonly opened: boolean;
  readonly summary: ScenarioSummary;
  /** Units of locked territories: the design leaves them where they are. */
  readonly lockedUnits: readonly string[];
  onClose(): void;
  onDone(scenarioId: string): void;
}

/** What to ask of the optimiser, and its work while it goes on. It stays at work when closed. */
export function OptimiseDrawer({ opened, summary, lockedUnits, onClose, onDone }: Props) {
  const teller = useTeller();
  const [jobId, setJobId] = useState<string>();
  const starting = useMutation({
    mutationFn: (brief: DesignBrief) => designScenario(summary.id, lockedToo(brief, lockedUnits)),
    onSuccess: (job) => setJobId(job.id),
  });
  const [curve, setCurve] = useState<{ scenarioId: string; job: Job }>();
  const choosing = useMutation({
    mutationFn: (brief: DesignBrief) =>
      findTradeOff(summary.id, { brief: lockedToo(brief, lockedUnits) }),
    onSuccess: (job) => setJobId(job.id),
  });
  const onEnd = useCallback(
    (job: Job) => {
      if (job.resultScenarioId) {
        setJobId(undefined);
        teller.done(outcomeOf(job));
        onDone(job.resultScenarioId);
      } else if (job.tradeOff && job.scenarioId) {
        setJobId(undefined);
        setCurve({ scenarioId: job.scenarioId, job });
      }
    },
    [onDone, teller],
  );
  const following = useJob(jobId, onEnd);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={440}
      withOverlay={false}
      lockScroll={false}
      shadow="xl"
      title={<b>Optimise {summary.name}</b>}
    >
      {jobId ? (
        <AtWork
          following={following}
          onStop={() => cancelJob(jobId).catch(teller.failed)}
          onBack={() => setJobId(undefined)}
        />
      ) : curve ? (
        <TradeOff {...curve} onOpen={onDone} onBack={() => setCurve(undefined)} />
      ) : (
        <Wishes
          summary={summary}
          error={starting.error ?? choosing.error}
          starting={starting.isPending || choosing.isPending}
          onStart={starting.mutate}
          onChoose={choosing.mutate}
        />
      )}
    </Drawer>
  );
}

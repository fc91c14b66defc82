import { Drawer } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { outcomeOf, useJob } from '../api/job';
import { cancelJob, designScenario } from '../api/resources';
import type { DesignBrief, Job, ScenarioSummary } from '../api/wire';
import { useTeller } from '../app/notice';
import { AtWork } from './AtWork';
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
    mutationFn: (brief: DesignBrief) =>
      designScenario(summary.id, { ...brief, locked: [...lockedUnits, ...(brief.locked ?? [])] }),
    onSuccess: (job) => setJobId(job.id),
  });
  const onEnd = useCallback(
    (job: Job) => {
      if (job.resultScenarioId) {
        setJobId(undefined);
        teller.done(outcomeOf(job));
        onDone(job.resultScenarioId);
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
      ) : (
        <Wishes
          summary={summary}
          error={starting.error}
          starting={starting.isPending}
          onStart={starting.mutate}
        />
      )}
    </Drawer>
  );
}

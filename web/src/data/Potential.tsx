import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { hasEnded, outcomeOf, useJob } from '../api/job';
import { pointedAt } from '../api/problem';
import {
  applyPotential,
  getPotential,
  previewPotential,
  setPotentialModel,
  type Tagged,
  withdrawPotential,
} from '../api/resources';
import type { PotentialModel, PotentialPreview, PotentialView } from '../api/wire';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats, useMayPlan } from '../app/useCompany';
import { besideField, sameModel } from '../model/potential';
import { ConfirmDialog } from './ConfirmDialog';
import { PotentialForm } from './PotentialForm';
import { SegmentTable } from './SegmentTable';

/** Typing goes on for so long before a model is tried. */
const PAUSE_MS = 350;

/** What accounts may bring and take: every coefficient, and what becomes of each segment by it. */
export function Potential() {
  const stored = useQuery({ queryKey: ['potential'], queryFn: getPotential });
  return (
    <>
      <h1 className="page-title">Potential and workload</h1>
      <p className="page-lead">
        Potential is what an account spends times the win rate of its segment, its open deals, and
        growth; workload is visits and calls. Change a figure and see what becomes of each segment;
        nothing counts until you put the model in force, and what your files say is kept.
      </p>
      <ProblemNote error={stored.error} />
      {stored.data && <Editor key={stored.data.value.version} stored={stored.data} />}
    </>
  );
}

function Editor({ stored }: { readonly stored: Tagged<PotentialView> }) {
  const client = useQueryClient();
  const mayPlan = useMayPlan();
  const { model, inForce, version } = stored.value;
  const [draft, setDraft] = useState<PotentialModel>(model);
  const [asks, setAsks] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const [tried] = useDebouncedValue(draft, PAUSE_MS);
  const preview = useQuery({
    queryKey: ['potential-preview', tried],
    queryFn: ({ signal }) => previewPotential(tried, signal),
    placeholderData: (before) => before,
    retry: false,
  });
  const [last, setLast] = useState<PotentialPreview>();
  useEffect(() => {
    if (preview.data) setLast(preview.data);
  }, [preview.data]);
  const shown = preview.data ?? last; // a figure typed wrong leaves the table where it is
  const refresh = useCallback(() => void client.invalidateQueries(), [client]);
  const { job } = useJob(jobId, refresh);
  const saving = useMutation({
    mutationFn: () => setPotentialModel(draft, stored.etag),
    onSuccess: (saved) => client.setQueryData(['potential'], saved),
  });
  const applying = useMutation({
    mutationFn: () => applyPotential(stored.etag),
    onSuccess: ({ id }) => setJobId(id),
  });
  const withdrawing = useMutation({
    mutationFn: withdrawPotential,
    onSuccess: ({ id }) => setJobId(id),
  });
  const changed = !sameModel(draft, model);
  const atWork = applying.isPending || (job !== undefined && !hasEnded(job));
  const wrong = useMemo(
    () =>
      new Map(
        [...pointedAt(preview.error ?? saving.error)].map(
          ([pointer, sentence]) => [pointer, besideField(sentence)] as const,
        ),
      ),
    [preview.error, saving.error],
  );
  return (
    <div data-testid="potential">
      <Group mb="md" justify="space-between">
        <InForce inForce={inForce ?? undefined} version={version} />
        {mayPlan && (
          <Group gap="xs">
            {changed && (
              <Button variant="subtle" color="gray" onClick={() => setDraft(model)}>
                Take back
              </Button>
            )}
            <Button
              variant={changed ? 'filled' : 'default'}
              disabled={!changed || preview.isError}
              loading={saving.isPending}
              onClick={() => saving.mutate()}
            >
              Save
            </Button>
            <Button
              variant={changed ? 'default' : 'filled'}
              disabled={changed}
              loading={atWork}
              onClick={() => setAsks(true)}
            >
              Put in force
            </Button>
            {inForce && (
              <Button variant="default" disabled={atWork} onClick={() => withdrawing.mutate()}>
                Switch off
              </Button>
            )}
          </Group>
        )}
      </Group>
      <ProblemNote error={saving.error ?? applying.error ?? withdrawing.error} />
      {job && (
        <p className="soft" data-testid="potential-outcome">
          {hasEnded(job) ? outcomeOf(job) : job.message}
        </p>
      )}
      {shown && (
        <section className="card flush potential-live">
          <SegmentTable preview={shown} fades={preview.isPlaceholderData || preview.isError} />
          <div className="potential-notes">
            <ProblemList problems={shown.warnings} />
          </div>
        </section>
      )}
      <ProblemNote error={preview.error} />
      <PotentialForm
        model={draft}
        stages={shown?.stages ?? []}
        wrong={wrong}
        disabled={!mayPlan}
        onChange={setDraft}
      />
      <ConfirmDialog
        opened={asks}
        title="Put the model in force"
        action="Put in force"
        onConfirm={() => applying.mutate()}
        onClose={() => setAsks(false)}
      >
        Potential and workload of all accounts become what the model says, here and in every
        scenario. What files say is kept: Switch off brings it back.
      </ConfirmDialog>
    </div>
  );
}

interface InForceProps {
  readonly inForce: PotentialView['inForce'] | undefined;
  readonly version: number;
}

function InForce({ inForce, version }: InForceProps) {
  const formats = useFormats();
  if (!inForce) return <span className="soft">No model is in force: what files say counts.</span>;
  return (
    <span className="soft">
      {inForce.version === version ? 'This model is in force' : 'An earlier version is in force'}{' '}
      since {formats.moment(inForce.appliedAt)}, by {inForce.appliedBy}; worked out anew{' '}
      {formats.moment(inForce.renewedAt)}.
    </span>
  );
}

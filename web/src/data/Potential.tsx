import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { hasEnded, isAwaited, outcomeOf, useJob } from '../api/job';
import { ProblemError, pointedAt, problemOf } from '../api/problem';
import { passes } from '../api/recovery';
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
import { TryAgain } from '../app/TryAgain';
import { useFormats, useMayPlan } from '../app/useCompany';
import { besideField, draftAfterSave, draftOf, shownModel } from '../model/potential';
import { ConfirmDialog } from './ConfirmDialog';
import { PotentialForm } from './PotentialForm';
import { SegmentTable } from './SegmentTable';
import { usePotentialDraft } from './usePotentialDraft';

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
      <TryAgain of={stored} />
      {stored.data && <Editor stored={stored.data} />}
    </>
  );
}

function Editor({ stored }: { readonly stored: Tagged<PotentialView> }) {
  const client = useQueryClient();
  const mayPlan = useMayPlan();
  const { inForce, version } = stored.value;
  const { draft, keep, current } = usePotentialDraft();
  const shown = shownModel(stored.value, draft);
  const { model } = shown;
  const changed = shown.kind === 'draft';
  const trial = useTrial(model);
  const saving = useMutation({
    mutationFn: (sent: PotentialModel) => setPotentialModel(sent, stored.etag),
    onSuccess: (saved, sent) => {
      client.setQueryData(['potential'], saved);
      keep(draftAfterSave(current(), sent, saved.value.version));
    },
  });
  const force = useForce(stored.etag);
  const refusal = saving.error ?? force.error;
  const begin = (act: () => void) => {
    saving.reset();
    force.reset();
    act();
  };
  const showTheirs = useMutation({
    mutationFn: () => client.invalidateQueries({ queryKey: ['potential'] }),
    onSuccess: () => begin(ignore),
  });
  const wrong = useMemo(
    () =>
      new Map(
        [...pointedAt(trial.error ?? saving.error)].map(
          ([pointer, sentence]) => [pointer, besideField(sentence)] as const,
        ),
      ),
    [trial.error, saving.error],
  );
  return (
    <div data-testid="potential">
      <Group mb="md" justify="space-between">
        <InForce inForce={inForce ?? undefined} version={version} />
        {mayPlan && shown.kind !== 'overtaken' && (
          <Group gap="xs">
            {changed && (
              <Button variant="subtle" color="gray" onClick={() => begin(() => keep(null))}>
                Take back
              </Button>
            )}
            <Button
              variant={changed ? 'filled' : 'default'}
              disabled={!changed || trial.refused}
              loading={saving.isPending}
              onClick={() => begin(() => saving.mutate(model))}
            >
              Save
            </Button>
            <ForceButtons
              force={force}
              changed={changed}
              inForce={inForce != null}
              onBegin={begin}
            />
          </Group>
        )}
      </Group>
      <ProblemNote error={refusal && inOurWords(refusal)} />
      {refusal && isStale(refusal) && (
        <Button
          variant="default"
          my="sm"
          loading={showTheirs.isPending}
          onClick={() => showTheirs.mutate()}
        >
          Show theirs
        </Button>
      )}
      {shown.kind === 'overtaken' && (
        <Overtaken
          onMine={() => keep({ version, model: shown.mine })}
          onTheirs={() => keep(null)}
        />
      )}
      {force.told && (
        <p className="soft" data-testid="potential-outcome">
          {force.told}
        </p>
      )}
      {trial.last && (
        <section className="card flush potential-live">
          <SegmentTable preview={trial.last} fades={trial.fades} />
          <div className="potential-notes">
            <ProblemList problems={trial.last.warnings} />
          </div>
        </section>
      )}
      {trial.refused ? <ProblemNote error={trial.error} /> : <TryAgain of={trial} />}
      <PotentialForm
        model={model}
        stages={trial.last?.stages ?? []}
        wrong={wrong}
        disabled={!mayPlan || shown.kind === 'overtaken'}
        // While a model is saved what is stored may be replaced: then what it was is a change as well.
        onChange={(next) =>
          keep(saving.isPending ? { version, model: next } : draftOf(stored.value, next))
        }
      />
    </div>
  );
}

function isStale(refusal: unknown): boolean {
  return problemOf(refusal).code === 'STORE_STALE_VERSION';
}

/** Who edits knows no versions: said is what happened, and what to do. */
function inOurWords(refusal: unknown): unknown {
  if (!isStale(refusal)) return refusal;
  return new ProblemError({
    ...problemOf(refusal),
    detail: 'Somebody else saved another model meanwhile, so nothing was done.',
    hint: 'Look at theirs first; what you changed is kept.',
  });
}

/** What becomes of each segment by a model, a moment after it was typed. */
function useTrial(model: PotentialModel) {
  const [tried] = useDebouncedValue(model, PAUSE_MS);
  const preview = useQuery({
    queryKey: ['potential-preview', tried],
    queryFn: ({ signal }) => previewPotential(tried, signal),
    placeholderData: (before) => before,
  });
  const { data, error, isFetching, isError, isPlaceholderData, refetch } = preview;
  const [last, setLast] = useState<PotentialPreview>();
  useEffect(() => {
    if (data) setLast(data);
  }, [data]);
  return {
    /** The newest answer: a figure typed wrong leaves the table where it is. */
    last: data ?? last,
    fades: isPlaceholderData || isError,
    error,
    /** Whether the model is wrong; a request that was lost says nothing of it. */
    refused: isError && !passes(error) && problemOf(error).status < 500,
    isFetching,
    refetch,
  };
}

type Force = ReturnType<typeof useForce>;

/** Puts the stored model in force or switches it off, and follows the work on all accounts. */
function useForce(etag: string | undefined) {
  const client = useQueryClient();
  const [work, setWork] = useState<{ readonly id: string; readonly on: boolean }>();
  const refresh = useCallback(() => void client.invalidateQueries(), [client]);
  const following = useJob(work?.id, refresh);
  const { job, unread } = following;
  const applying = useMutation({
    mutationFn: () => applyPotential(etag),
    onSuccess: ({ id }) => setWork({ id, on: true }),
  });
  const withdrawing = useMutation({
    mutationFn: withdrawPotential,
    onSuccess: ({ id }) => setWork({ id, on: false }),
  });
  const goesOn = work !== undefined && isAwaited(following);
  return {
    apply: () => applying.mutate(),
    withdraw: () => withdrawing.mutate(),
    /** Forgets a refusal. */
    reset() {
      applying.reset();
      withdrawing.reset();
      if (unread) setWork(undefined);
    },
    error: applying.error ?? withdrawing.error ?? unread,
    isApplying: applying.isPending || (goesOn && work.on),
    isWithdrawing: withdrawing.isPending || (goesOn && !work.on),
    told: job && !unread && (hasEnded(job) ? outcomeOf(job) : job.message),
  };
}

interface ForceProps {
  readonly force: Force;
  readonly changed: boolean;
  readonly inForce: boolean;
  /** Forgets earlier refusals, then acts. */
  onBegin(act: () => void): void;
}

/** Both concern all accounts, so each asks first. */
function ForceButtons({ force, changed, inForce, onBegin }: ForceProps) {
  const [asks, setAsks] = useState<'nothing' | 'on' | 'off'>('nothing');
  const close = () => setAsks('nothing');
  return (
    <>
      <Button
        variant={changed ? 'default' : 'filled'}
        disabled={changed || force.isWithdrawing}
        loading={force.isApplying}
        onClick={() => setAsks('on')}
      >
        Put in force
      </Button>
      {(inForce || force.isWithdrawing) && (
        <Button
          variant="default"
          disabled={force.isApplying}
          loading={force.isWithdrawing}
          onClick={() => setAsks('off')}
        >
          Switch off
        </Button>
      )}
      <ConfirmDialog
        opened={asks === 'on'}
        title="Put the model in force"
        action="Put in force"
        onConfirm={() => onBegin(force.apply)}
        onClose={close}
      >
        Potential and workload of all accounts become what the model says, here and in every
        scenario. What files say is kept: Switch off brings it back.
      </ConfirmDialog>
      <ConfirmDialog
        opened={asks === 'off'}
        title="Switch the model off"
        action="Switch off"
        onConfirm={() => onBegin(force.withdraw)}
        onClose={close}
      >
        Potential and workload of all accounts become what files say, here and in every scenario.
        The model is kept: Put in force brings its figures back.
      </ConfirmDialog>
    </>
  );
}

interface OvertakenProps {
  onMine(): void;
  onTheirs(): void;
}

/** A draft that somebody's newer model overtook: theirs is seen before either is chosen. */
function Overtaken({ onMine, onTheirs }: OvertakenProps) {
  return (
    <section
      className="card"
      style={{ marginBottom: 16 }}
      aria-label="Two models"
      data-testid="overtaken"
    >
      <p style={{ marginTop: 0 }}>
        <b>Somebody saved another model while you changed yours.</b> Theirs is shown; yours is kept.
        Nothing of theirs is replaced before you save.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onMine}>
          Go on with mine
        </Button>
        <Button variant="subtle" color="gray" onClick={onTheirs}>
          Drop mine
        </Button>
      </Group>
    </section>
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

function ignore(): void {}

import { Button, Group, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setQualityLimits } from '../api/resources';
import type { QualityLimitsView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { changedSince, showLimits } from './limits';

interface Props {
  readonly limits: QualityLimitsView;
}

/** From when on something is doubtful, and how much may be; administrators may change it. */
export function QualityLimits({ limits }: Props) {
  const client = useQueryClient();
  const [changed, setChanged] = useState<Partial<QualityLimitsView>>({});
  const draft = { ...limits, ...changed };
  const setDraft = (next: Partial<QualityLimitsView>) =>
    setChanged((before) => ({ ...before, ...next }));
  const saving = useMutation({
    mutationFn: (sent: QualityLimitsView) => setQualityLimits(sent),
    onSuccess: (saved, sent) => {
      showLimits(client, saved);
      setChanged((now) => changedSince(now, sent));
      void client.invalidateQueries();
    },
    // Somebody else may have changed them: then theirs come in under what was changed here.
    onError: () => client.invalidateQueries({ queryKey: ['quality'] }),
  });
  const most = draft.mostDoubtfulShare;
  return (
    <details className="panel-note" data-testid="quality-limits">
      <summary>
        Doubtful means: no activity for {limits.inactiveMonths} months, unchanged for{' '}
        {limits.staleMonths}, duplicate from {limits.leastScore} on, {limits.mostDeviations}{' '}
        deviations out of range ·{' '}
        {limits.mostDoubtfulShare == null
          ? 'no limit holds a publication up'
          : `no publication above ${Math.round(100 * limits.mostDoubtfulShare)} %`}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(draft);
        }}
      >
        <Group align="end" my="sm">
          <NumberInput
            label="Months without activity"
            min={1}
            max={120}
            value={draft.inactiveMonths}
            onChange={(value) => setDraft({ inactiveMonths: Number(value) })}
          />
          <NumberInput
            label="Months unchanged"
            min={1}
            max={120}
            value={draft.staleMonths}
            onChange={(value) => setDraft({ staleMonths: Number(value) })}
          />
          <NumberInput
            label="Duplicate from score"
            min={0}
            max={1}
            step={0.05}
            value={draft.leastScore}
            onChange={(value) => setDraft({ leastScore: Number(value) })}
          />
          <NumberInput
            label="Deviations"
            min={1}
            max={100}
            value={draft.mostDeviations}
            onChange={(value) => setDraft({ mostDeviations: Number(value) })}
          />
          <NumberInput
            label="Most doubtful potential, %"
            placeholder="no limit"
            min={0}
            max={100}
            value={most == null ? '' : 100 * most}
            onChange={(value) =>
              setDraft({ mostDoubtfulShare: value === '' ? null : Number(value) / 100 })
            }
          />
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </Group>
        <ProblemNote error={saving.error} />
      </form>
    </details>
  );
}

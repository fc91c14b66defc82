import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { holdOpportunity, releaseOpportunity } from '../api/ownership';
import { pointedAt } from '../api/problem';
import type { HoldRequest, OpportunityView } from '../api/wire';
import { FormEnd } from '../app/FormEnd';
import { useTeller } from '../app/notice';
import { useCompany, useMayPlan } from '../app/useCompany';

interface Props {
  readonly deal: OpportunityView;
}

/** Holds a deal where it is, or lets it follow its account again. */
export function HoldActions({ deal }: Props) {
  const client = useQueryClient();
  const teller = useTeller();
  const mayPlan = useMayPlan();
  const [opened, setOpened] = useState(false);
  const releasing = useMutation({
    mutationFn: () => releaseOpportunity(deal.id),
    onSuccess: () => {
      teller.done(`${deal.externalId} is held no more and follows its account.`);
      return client.invalidateQueries();
    },
    onError: teller.failed,
  });
  if (!mayPlan) return null;
  return (
    <>
      {deal.hold ? (
        <Button
          variant="default"
          size="xs"
          loading={releasing.isPending}
          aria-label={`Release ${deal.externalId}`}
          onClick={() => releasing.mutate()}
        >
          Release
        </Button>
      ) : (
        <Button
          variant="default"
          size="xs"
          disabled={!deal.territoryCode}
          aria-label={`Hold ${deal.externalId}`}
          onClick={() => setOpened(true)}
        >
          Hold…
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={<b>Hold {deal.externalId} where it is</b>}
      >
        {opened && <HoldForm deal={deal} onDone={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

interface FormProps extends Props {
  onDone(): void;
}

function HoldForm({ deal, onDone }: FormProps) {
  const client = useQueryClient();
  const teller = useTeller();
  const today = useCompany().data?.today ?? '';
  const [why, setWhy] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const holding = useMutation({
    mutationFn: (hold: HoldRequest) => holdOpportunity(deal.id, hold),
    onSuccess: () => {
      teller.done(`${deal.externalId} stays with ${deal.territoryCode ?? 'its territory'}.`);
      onDone();
      return client.invalidateQueries();
    },
  });
  const wrong = pointedAt(holding.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        holding.mutate({ why, from: from || null, until: until || null });
      }}
    >
      <Stack>
        <p style={{ margin: 0 }}>
          It stays with <b>{deal.territoryCode}</b>, whatever becomes of {deal.accountName}, and
          counts there.
        </p>
        <div className="two">
          <TextInput
            type="date"
            label="Held from"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label="First day no longer held"
            description="Blank: until it closes"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={until}
            error={wrong.get('/until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label="Why"
          required
          withAsterisk={false}
          maxLength={300}
          data-autofocus
          value={why}
          error={wrong.get('/why')}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FormEnd
          error={!wrong.get('/until') && !wrong.get('/why') ? holding.error : null}
          sending={holding.isPending}
          label="Hold it"
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}

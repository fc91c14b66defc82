import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endSplit, getCredit } from '../api/ownership';
import type { AccountView, CreditView } from '../api/wire';
import { useTeller } from '../app/notice';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useFormats, useMayPlan } from '../app/useCompany';
import { percentWords } from '../model/shares';
import { spanWords } from '../model/span';
import { SplitForm } from './SplitForm';

/** Who gets the credit for an account today: its owner, or several, 100 % together. */
export function Credit({ account }: { readonly account: AccountView }) {
  const mayPlan = useMayPlan();
  const [doing, setDoing] = useState<'split' | 'end'>();
  const credit = useQuery({
    queryKey: ['credit', account.id],
    queryFn: () => getCredit(account.id),
  });
  const close = () => setDoing(undefined);
  return (
    <section className="card" data-testid="credit" aria-label="Credit">
      <div className="card-head">
        <h2>Credit</h2>
        {mayPlan && credit.data && (
          <Group gap={6}>
            {credit.data.split && (
              <Button variant="default" size="xs" onClick={() => setDoing('end')}>
                Share no more…
              </Button>
            )}
            <Button
              variant="default"
              size="xs"
              disabled={credit.data.shares.length === 0}
              onClick={() => setDoing('split')}
            >
              {credit.data.split ? 'Share otherwise…' : 'Share the credit…'}
            </Button>
          </Group>
        )}
      </div>
      <ProblemNote error={credit.error} />
      {credit.data && <Shares credit={credit.data} />}
      <Modal
        opened={doing !== undefined}
        onClose={close}
        size={560}
        title={<b>{doing === 'end' ? 'Share no more' : `Share the credit for ${account.name}`}</b>}
      >
        {doing === 'split' && credit.data && (
          <SplitForm account={account} credit={credit.data} onDone={close} />
        )}
        {doing === 'end' && <EndForm account={account} onDone={close} />}
      </Modal>
    </section>
  );
}

function Shares({ credit }: { readonly credit: CreditView }) {
  const formats = useFormats();
  const { split, shares, from, until, why, who } = credit;
  if (shares.length === 0) {
    return (
      <p className="soft" style={{ margin: 0 }}>
        Nobody owns it today, so nobody gets the credit.
      </p>
    );
  }
  return (
    <>
      <ul className="plain-list shares">
        {shares.map(({ territory, representativeName, basisPoints }) => (
          <li key={territory}>
            <span>
              {representativeName ?? 'Vacant seat'} <span className="soft">{territory}</span>
            </span>
            <i style={{ width: `${basisPoints / 100}%` }} />
            <b>{percentWords(basisPoints)}</b>
          </li>
        ))}
      </ul>
      {split && (
        <p className="soft" style={{ margin: '8px 0 0' }}>
          {spanWords(formats, from, until)}, shared by {who}: {why}
        </p>
      )}
    </>
  );
}

interface EndProps {
  readonly account: AccountView;
  onDone(): void;
}

function EndForm({ account, onDone }: EndProps) {
  const client = useQueryClient();
  const teller = useTeller();
  const today = useCompany().data?.today ?? '';
  const [on, setOn] = useState(today);
  const [why, setWhy] = useState('');
  const ending = useMutation({
    mutationFn: () => endSplit(account.id, on, why),
    onSuccess: () => {
      teller.done(`The owner of ${account.name} has the credit whole again.`);
      onDone();
      return client.invalidateQueries({ queryKey: ['credit', account.id] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ending.mutate();
      }}
    >
      <Stack>
        <p style={{ margin: 0 }}>From that day on its owner has the credit whole again.</p>
        <TextInput
          type="date"
          label="First day without the split"
          required
          withAsterisk={false}
          w={220}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          label="Why"
          required
          withAsterisk={false}
          data-autofocus
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <ProblemNote error={ending.error} />
        <Group justify="flex-end" className="dialog-actions">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={ending.isPending}>
            Share no more
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

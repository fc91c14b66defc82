import { Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { makeException } from '../api/ownership';
import { pointedAt } from '../api/problem';
import { getRepresentatives } from '../api/resources';
import type { NewExceptionRequest } from '../api/wire';
import { FormEnd } from '../app/FormEnd';
import { useTeller } from '../app/notice';
import { useCompany } from '../app/useCompany';
import { yearsLater } from '../model/exceptions';
import { territoryLabel } from '../model/territoryName';
import { type ExceptionKind, KINDS } from './kinds';
import { usePublishedTerritories } from './usePublishedTerritories';

interface Props {
  readonly opened: boolean;
  readonly accountId: string;
  readonly accountName: string;
  onClose(): void;
}

/** Lets an account be owned otherwise than the rules say. */
export function ExceptionForm({ opened, accountName, ...form }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={form.onClose}
      size={560}
      title={<b>An exception for {accountName}</b>}
    >
      {opened && <Form {...form} />}
    </Modal>
  );
}

/** Of the two kinds of owners, which is chosen, in one word for the select box. */
const TERRITORY = 'territory ';
const PERSON = 'person ';

function Form({ accountId, onClose }: Pick<Props, 'accountId' | 'onClose'>) {
  const client = useQueryClient();
  const teller = useTeller();
  const today = useCompany().data?.today ?? '';
  const [kind, setKind] = useState<ExceptionKind>('NAMED');
  const [owner, setOwner] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [reviewOn, setReviewOn] = useState(yearsLater(today, 1));
  const [why, setWhy] = useState('');
  const making = useMutation({
    mutationFn: (wanted: NewExceptionRequest) => makeException(wanted),
    onSuccess: (made) => {
      teller.done(`${made.accountName} belongs to ${made.territory} by an exception.`);
      onClose();
      return client.invalidateQueries();
    },
  });
  const wrong = pointedAt(making.error);
  const strategic = kind === 'STRATEGIC';
  const held = kind === 'HELD';
  return (
    <form
      aria-label="New exception"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate({
          accountId,
          kind,
          ...toOwner(held ? null : owner),
          from,
          until: until || null,
          reviewOn: strategic ? reviewOn || null : null,
          why,
        });
      }}
    >
      <Stack>
        <div>
          <SegmentedControl
            fullWidth
            aria-label="Kind of exception"
            value={kind}
            onChange={(value) => {
              setKind(value as ExceptionKind);
              making.reset();
            }}
            data={KINDS.map(({ kind: value, label }) => ({ value, label }))}
          />
          <p className="soft hint-line">{KINDS.find((one) => one.kind === kind)?.told}</p>
        </div>
        {!held && <OwnerSelect owner={owner} onOwner={setOwner} error={wrong.get('/territory')} />}
        <div className="two">
          <TextInput
            type="date"
            label="From"
            required
            withAsterisk={false}
            value={from}
            error={wrong.get('/from')}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label="First day without it"
            description={strategic ? 'Blank: until somebody ends it' : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={until}
            error={wrong.get('/until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
        {strategic && (
          <TextInput
            type="date"
            label="Looked at again on"
            value={reviewOn}
            error={wrong.get('/reviewOn')}
            onChange={(event) => setReviewOn(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Why"
          maxLength={500}
          value={why}
          error={wrong.get('/why')}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FormEnd
          error={wrong.size === 0 ? making.error : null}
          sending={making.isPending}
          label="Make the exception"
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

function toOwner(
  owner: string | null,
): Pick<NewExceptionRequest, 'territory' | 'representativeId'> {
  return {
    territory: owner?.startsWith(TERRITORY) ? owner.slice(TERRITORY.length) : null,
    representativeId: owner?.startsWith(PERSON) ? owner.slice(PERSON.length) : null,
  };
}

interface OwnerProps {
  readonly owner: string | null;
  readonly error: string | undefined;
  onOwner(owner: string | null): void;
}

function OwnerSelect({ owner, error, onOwner }: OwnerProps) {
  const territories = usePublishedTerritories();
  const people = useQuery({ queryKey: ['representatives'], queryFn: getRepresentatives });
  return (
    <Select
      label="Who shall have it"
      placeholder="A territory or a person"
      searchable
      maxDropdownHeight={280}
      value={owner}
      error={error}
      onChange={onOwner}
      data={[
        {
          group: 'Territories',
          items: territories.map(({ code, name, representativeName }) => ({
            value: TERRITORY + code,
            label: `${territoryLabel(code, name)}, ${representativeName ?? 'vacant'}`,
          })),
        },
        {
          group: 'People, by name',
          items: (people.data?.items ?? []).map(({ id, name }) => ({
            value: PERSON + id,
            label: name,
          })),
        },
      ]}
    />
  );
}

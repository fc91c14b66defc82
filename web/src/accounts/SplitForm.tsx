import { ActionIcon, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { splitCredit } from '../api/ownership';
import { pointedAt } from '../api/problem';
import type { AccountView, CreditView, SplitRequest } from '../api/wire';
import { FormEnd } from '../app/FormEnd';
import { useTeller } from '../app/notice';
import { useCompany, useFormats } from '../app/useCompany';
import {
  basisPoints,
  evenly,
  fillUp,
  percentWords,
  type ShareDraft,
  sumOf,
  sumWords,
} from '../model/shares';
import { territoryLabel } from '../model/territoryName';
import { usePublishedTerritories } from '../ownership/usePublishedTerritories';

interface Props {
  readonly account: AccountView;
  readonly credit: CreditView;
  onDone(): void;
}

/** A draft with a key of its own, so that a row that is taken out takes its fields with it. */
type Draft = ShareDraft & { readonly key: string };

const blank = (): Draft => ({ key: crypto.randomUUID(), territory: null, percent: '' });

/** Shares of the credit as they are typed, with their sum; the server has the last word. */
export function SplitForm({ account, credit, onDone }: Props) {
  const client = useQueryClient();
  const teller = useTeller();
  const { separators } = useFormats();
  const today = useCompany().data?.today ?? '';
  const [shares, setShares] = useState<readonly Draft[]>(() => [
    ...credit.shares.map(({ territory, basisPoints: share }) => ({
      ...blank(),
      territory,
      percent: share / 100,
    })),
    ...(credit.split ? [] : [blank()]),
  ]);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [why, setWhy] = useState('');
  const splitting = useMutation({
    mutationFn: (split: SplitRequest) => splitCredit(account.id, split),
    onSuccess: () => {
      teller.done(`The credit for ${account.name} is shared.`);
      onDone();
      return client.invalidateQueries({ queryKey: ['credit', account.id] });
    },
  });
  const wrong = pointedAt(splitting.error);
  const wrongShares = [...wrong].find(([pointer]) => pointer.startsWith('/shares'))?.[1];
  const change = (next: readonly Draft[]) => {
    setShares(next);
    splitting.reset();
  };
  const set = (key: string, part: Partial<ShareDraft>) =>
    change(shares.map((share) => (share.key === key ? { ...share, ...part } : share)));
  const missing = sumWords(shares);
  return (
    <form
      aria-label="Share the credit"
      onSubmit={(event) => {
        event.preventDefault();
        splitting.mutate({
          from,
          until: until || null,
          shares: shares.map(({ territory, percent }) => ({
            territory: territory ?? '',
            basisPoints: basisPoints(percent),
          })),
          why,
        });
      }}
    >
      <Stack>
        <fieldset className="share-rows">
          <legend className="field-label">Shares</legend>
          {shares.map((share, number) => (
            <ShareRow
              key={share.key}
              number={number + 1}
              share={share}
              separators={separators}
              onChange={(part) => set(share.key, part)}
              onRemove={
                shares.length > 1
                  ? () => change(shares.filter(({ key }) => key !== share.key))
                  : undefined
              }
            />
          ))}
          <Group gap="sm">
            <Button variant="subtle" size="compact-sm" onClick={() => change([...shares, blank()])}>
              One more
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => change(evenly(shares))}>
              Evenly
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={missing === ''}
              onClick={() => change(fillUp(shares))}
            >
              The rest to the last
            </Button>
            <output className={missing ? 'warn' : 'good'} data-testid="share-sum">
              {percentWords(sumOf(shares))}
              {missing && `, ${missing}`}
            </output>
          </Group>
          {wrongShares && (
            <div className="bad" role="alert">
              {wrongShares}
            </div>
          )}
        </fieldset>
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
            description="Blank: until somebody ends it"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={until}
            error={wrong.get('/until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label="Why"
          maxLength={500}
          value={why}
          error={wrong.get('/why')}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FormEnd
          error={wrong.size === 0 ? splitting.error : null}
          sending={splitting.isPending}
          label="Share it so"
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}

interface RowProps {
  readonly number: number;
  readonly share: ShareDraft;
  readonly separators: ReturnType<typeof useFormats>['separators'];
  onChange(part: Partial<ShareDraft>): void;
  readonly onRemove: (() => void) | undefined;
}

function ShareRow({ number, share, separators, onChange, onRemove }: RowProps) {
  const territories = usePublishedTerritories();
  const known = territories.map(({ code, name, representativeName }) => ({
    value: code,
    label: `${territoryLabel(code, name)}, ${representativeName ?? 'vacant'}`,
  }));
  const own = share.territory;
  return (
    <div className="share-row">
      <Select
        aria-label={`Who gets share ${number}`}
        placeholder="A territory"
        searchable
        value={own}
        onChange={(territory) => onChange({ territory })}
        // A person's own territory is in no plan, and stays what it is.
        data={
          own && !known.some(({ value }) => value === own)
            ? [...known, { value: own, label: own }]
            : known
        }
      />
      <NumberInput
        aria-label={`Share ${number}, percent`}
        suffix=" %"
        decimalScale={2}
        hideControls
        {...separators}
        value={share.percent}
        onChange={(value) => onChange({ percent: value === '' ? '' : Number(value) })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`Take share ${number} out`}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </div>
  );
}

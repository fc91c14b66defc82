import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getStability, setStability } from '../api/ownership';
import { pointedAt } from '../api/problem';
import type { StabilityView } from '../api/wire';
import { useTeller } from '../app/notice';
import { ProblemNote } from '../app/ProblemNote';
import { TryAgain } from '../app/TryAgain';
import { useFormats, useSession } from '../app/useCompany';
import { percentWords } from '../model/shares';

const KEY = ['stability'];

/** How often accounts may change hands: one gate that every change goes through. */
export function Stability() {
  const limits = useQuery({ queryKey: KEY, queryFn: getStability });
  const administers = useSession().user.role === 'ADMINISTRATOR';
  return (
    <>
      <h1 className="page-title">Limits of change</h1>
      <p className="page-lead">
        Publications, exceptions, moves and corrections that break a limit are refused; the refusal
        names the limit and the account. A dry run shows them before.
      </p>
      <TryAgain of={limits} />
      {limits.isPending && <p className="soft">Reading…</p>}
      {limits.data &&
        (administers ? (
          <LimitsForm key={limits.data.etag} limits={limits.data.value} etag={limits.data.etag} />
        ) : (
          <Told limits={limits.data.value} />
        ))}
    </>
  );
}

function Told({ limits }: { readonly limits: StabilityView }) {
  const months = (value: number | null | undefined) =>
    value == null ? 'no limit' : `${value} months`;
  return (
    <section className="card" data-testid="stability">
      <dl className="facts figures">
        <div className="fact">
          <dt>Rest after a move</dt>
          <dd>{months(limits.monthsOfRest)}</dd>
        </div>
        <div className="fact">
          <dt>Rest after a new representative</dt>
          <dd>{months(limits.monthsOfPerson)}</dd>
        </div>
        <div className="fact">
          <dt>Most of a person’s accounts moved away in a year</dt>
          <dd>
            {limits.yearlyShareBasisPoints == null
              ? 'no limit'
              : percentWords(limits.yearlyShareBasisPoints)}
          </dd>
        </div>
      </dl>
      <p className="soft">Administrators may change them.</p>
    </section>
  );
}

interface FormProps {
  readonly limits: StabilityView;
  readonly etag: string | undefined;
}

type Entry = number | string;

/** Blank for no limit. */
function numberOf(entry: Entry): number | null {
  return entry === '' ? null : Number(entry);
}

function LimitsForm({ limits, etag }: FormProps) {
  const client = useQueryClient();
  const teller = useTeller();
  const { separators } = useFormats();
  const [rest, setRest] = useState<Entry>(limits.monthsOfRest ?? '');
  const [person, setPerson] = useState<Entry>(limits.monthsOfPerson ?? '');
  const [share, setShare] = useState<Entry>(
    limits.yearlyShareBasisPoints == null ? '' : limits.yearlyShareBasisPoints / 100,
  );
  const saving = useMutation({
    mutationFn: (wanted: StabilityView) => setStability(wanted, etag),
    onSuccess: () => {
      teller.done('The limits hold from now on.');
      return client.invalidateQueries({ queryKey: KEY });
    },
    // Somebody else may have changed them: then theirs are shown beside the refusal.
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const wrong = pointedAt(saving.error);
  const yearly = numberOf(share);
  return (
    <form
      className="card limits"
      data-testid="stability"
      aria-label="Limits of change"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({
          monthsOfRest: numberOf(rest),
          monthsOfPerson: numberOf(person),
          yearlyShareBasisPoints: yearly == null ? null : Math.round(100 * yearly),
        });
      }}
    >
      <NumberInput
        label="Months of rest after a move"
        description="An account that moved to another territory, and not with its person, stays there so long."
        placeholder="no limit"
        allowDecimal={false}
        value={rest}
        error={wrong.get('/monthsOfRest')}
        onChange={setRest}
      />
      <NumberInput
        label="Months of rest after a new representative"
        description="An account whose territory got another representative stays there so long."
        placeholder="no limit"
        allowDecimal={false}
        value={person}
        error={wrong.get('/monthsOfPerson')}
        onChange={setPerson}
      />
      <NumberInput
        label="Most of a person’s accounts moved away in twelve months, %"
        description="Of all that the representative had within these months."
        placeholder="no limit"
        decimalScale={2}
        {...separators}
        value={share}
        error={wrong.get('/yearlyShareBasisPoints')}
        onChange={setShare}
      />
      {wrong.size === 0 && <ProblemNote error={saving.error} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

import { Button, Checkbox, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getExceptions } from '../api/ownership';
import type { ExceptionView } from '../api/wire';
import { TryAgain } from '../app/TryAgain';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { type Narrowed, narrowed, peopleOf, territoriesOf } from '../model/exceptions';
import { counted } from '../model/format';
import { AccountLink } from './AccountLink';
import { ExceptionActions } from './ExceptionActions';
import { ExceptionWords } from './ExceptionWords';
import { KINDS } from './kinds';
import { Rates } from './Rates';

const ALL: Narrowed = { kind: '', territory: '', person: '', dueOnly: false };
const MOST_ROWS = 200;

/** Everything that is owned otherwise than the rules say, and where the rules no longer fit. */
export function Exceptions() {
  const { change } = useView();
  const exceptions = useQuery({ queryKey: ['exceptions'], queryFn: getExceptions });
  const rows = exceptions.data?.items ?? [];
  return (
    <>
      <h1 className="page-title">Exceptions</h1>
      <p className="page-lead">
        Accounts that are owned otherwise than the rules say. Each has a reason and an end, or a day
        on which somebody looks at it again; when it ends, its account follows the rules by itself.
      </p>
      <TryAgain of={exceptions} />
      {exceptions.isPending && <p className="soft">Reading…</p>}
      {exceptions.isSuccess && rows.length === 0 && (
        <div className="drop">
          <b>Everything follows the rules</b>
          <span className="soft">An exception is made on the page of its account.</span>
          <Button onClick={() => change({ page: 'accounts', open: undefined }, true)}>
            Find an account
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <Rates />
          <List rows={rows} />
        </>
      )}
    </>
  );
}

function List({ rows }: { readonly rows: readonly ExceptionView[] }) {
  const formats = useFormats();
  const [to, setTo] = useState(ALL);
  const set = (part: Partial<Narrowed>) => setTo({ ...to, ...part });
  const shown = narrowed(rows, to);
  const due = rows.filter(({ reviewDue }) => reviewDue).length;
  return (
    <section aria-label="Exceptions in force or to come">
      <Group mb="md" gap="sm">
        <SegmentedControl
          aria-label="Kind"
          value={to.kind}
          onChange={(kind) => set({ kind })}
          data={[
            { value: '', label: 'All' },
            ...KINDS.map(({ kind, label }) => ({ value: kind, label })),
          ]}
        />
        <Select
          aria-label="Territory"
          placeholder="Any territory"
          clearable
          searchable
          w={170}
          value={to.territory || null}
          onChange={(territory) => set({ territory: territory ?? '' })}
          data={[...territoriesOf(rows)]}
        />
        <Select
          aria-label="Person"
          placeholder="Anybody"
          clearable
          searchable
          w={190}
          value={to.person || null}
          onChange={(person) => set({ person: person ?? '' })}
          data={[...peopleOf(rows)]}
        />
        <Checkbox
          label={`Review is due (${formats.count(due)})`}
          checked={to.dueOnly}
          onChange={(event) => set({ dueOnly: event.currentTarget.checked })}
        />
      </Group>
      {shown.length === 0 ? (
        <p className="soft">
          None of the {counted(formats, rows.length, 'exception')} is like that.{' '}
          <button type="button" className="plain-link" onClick={() => setTo(ALL)}>
            Show all
          </button>
        </p>
      ) : (
        <div className="card flush">
          <table className="grid figures" data-testid="exceptions">
            <thead>
              <tr>
                <th>Account</th>
                <th>Belongs to</th>
                <th>
                  <span className="sr-only">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, MOST_ROWS).map((exception) => (
                <Row key={exception.id} exception={exception} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length > MOST_ROWS && (
        <p className="soft">
          {counted(formats, shown.length - MOST_ROWS, 'more exception')}: narrow them down.
        </p>
      )}
    </section>
  );
}

function Row({ exception }: { readonly exception: ExceptionView }) {
  return (
    <tr data-exception={exception.externalId}>
      <td>
        <AccountLink id={exception.accountId} name={exception.accountName} />
        <div className="soft">{exception.externalId}</div>
      </td>
      <td>
        <ExceptionWords exception={exception} />
      </td>
      <td className="right">
        <ExceptionActions exception={exception} />
      </td>
    </tr>
  );
}

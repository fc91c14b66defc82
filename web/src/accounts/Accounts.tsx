import { Button, Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getAccounts } from '../api/resources';
import type { AccountRow } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useFormats, useSession } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { territoryLabel } from '../model/territoryName';
import { AccountPage } from './AccountPage';

export function Accounts() {
  const { view } = useView();
  return view.open ? <AccountPage key={view.open} id={view.open} /> : <AccountList />;
}

function AccountList() {
  const { change } = useView();
  const formats = useFormats();
  const company = useCompany().data;
  const ownOnly = useSession().user.role === 'REPRESENTATIVE';
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [standing, setStanding] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const accounts = useInfiniteQuery({
    queryKey: ['accounts', 'list', q, missing, standing],
    queryFn: ({ pageParam }) => getAccounts({ q, missing, standing, cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (last) => last,
  });
  const rows = accounts.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Accounts</h1>
        <p className="page-lead">
          {ownOnly
            ? 'These are yours today. Open one to see why, and who had it before.'
            : `${company ? `${counted(formats, company.accounts, 'account')} on the books. ` : ''}Each has one owner, by the rules in force; open one to see who, why, and who before.`}
        </p>
        <Group mb="md">
          <TextInput
            aria-label="Find accounts"
            placeholder="Name, city, postcode or id"
            leftSection={<IconSearch size={16} />}
            className="find"
            maw={360}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label="Customers or prospects"
            value={standing}
            onChange={setStanding}
            data={[
              { value: '', label: 'All' },
              { value: 'customer', label: 'Customers' },
              { value: 'prospect', label: 'Prospects' },
            ]}
          />
          {!ownOnly && (
            <Checkbox
              label="Not in the last file any more"
              checked={missing}
              onChange={(event) => setMissing(event.currentTarget.checked)}
            />
          )}
        </Group>
        <ProblemNote error={accounts.error} />
        {rows.length > 0 && (
          <div className="card flush">
            <table className="grid figures">
              <thead>
                <tr>
                  <th>Account</th>
                  <th>Place</th>
                  {!ownOnly && <th>Owner</th>}
                  <th className="right">Potential</th>
                  <th className="right narrow-hidden">Sales</th>
                  <th className="right narrow-hidden">Pipeline</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    ownOnly={ownOnly}
                    onOpen={() => change({ open: row.id }, true)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {accounts.isSuccess && rows.length === 0 && (
          <NothingFound q={q} missing={missing} standing={standing} />
        )}
        {accounts.hasNextPage && (
          <Group justify="center" mt="md">
            <Button
              variant="default"
              loading={accounts.isFetchingNextPage}
              onClick={() => accounts.fetchNextPage()}
            >
              Show more
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: AccountRow;
  /** Only the own ones are shown: the owner goes without saying. */
  readonly ownOnly: boolean;
  onOpen(): void;
}

function Row({ row, ownOnly, onOpen }: RowProps) {
  const formats = useFormats();
  return (
    <tr className="link" onClick={onOpen} data-testid="account-row">
      <td>
        <button type="button" className="plain-link">
          {row.name}
        </button>
        <div className="soft">
          {row.externalId} {row.standing === 'PROSPECT' && <span className="mark">prospect</span>}
          {row.absence && ` · last seen ${formats.moment(row.absence.lastSeen)}`}
        </div>
      </td>
      <td>
        {[row.city, row.region].filter(Boolean).join(', ')}
        <div className="soft">
          {row.postcode}
          {row.precision !== 'EXACT' && ` ${precisionWord(row.precision)}`}
        </div>
      </td>
      {!ownOnly && (
        <td>
          {row.owner ? (
            <>
              {row.owner.representativeName ?? 'vacant'}
              <div className="soft">
                {territoryLabel(row.owner.territoryCode, row.owner.territoryName)}
              </div>
            </>
          ) : (
            <span className="soft">not published yet</span>
          )}
        </td>
      )}
      <td className="right">{formats.money(row.potential)}</td>
      <td className="right narrow-hidden">{formats.money(row.sales)}</td>
      <td className="right narrow-hidden">{formats.money(row.pipeline)}</td>
    </tr>
  );
}

interface NothingProps {
  readonly q: string;
  readonly missing: boolean;
  readonly standing: string;
}

function NothingFound({ q, missing, standing }: NothingProps) {
  const { change } = useView();
  if (missing) return <p className="soft">Every account was in the last file of its source.</p>;
  if (standing) {
    return (
      <p className="soft">
        No {standing} {q ? `has “${q}” in its name, city, postcode or id` : 'is on the books'}.
      </p>
    );
  }
  if (q) return <p className="soft">No account has “{q}” in its name, city, postcode or id.</p>;
  return (
    <div className="drop">
      <b>No accounts yet</b>
      <span className="soft">Bring a CSV file: a name and a postcode are enough.</span>
      <Button onClick={() => change({ page: 'data' }, true)}>Bring accounts</Button>
    </div>
  );
}

export function precisionWord(precision: AccountRow['precision']): string {
  switch (precision) {
    case 'EXACT':
      return 'placed exactly';
    case 'POSTCODE':
      return 'placed by postcode';
    case 'CITY':
      return 'placed by city';
    case 'REGION':
      return 'placed by state only';
    case 'COUNTRY':
      return 'placed by country only';
    case 'NONE':
      return 'could not be placed';
  }
}

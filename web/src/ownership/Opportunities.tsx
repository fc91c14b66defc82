import { Button, Group, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOpportunities } from '../api/ownership';
import type { OpportunityView } from '../api/wire';
import { TryAgain } from '../app/TryAgain';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { AccountLink } from './AccountLink';
import { HoldActions } from './HoldActions';
import { HoldNote } from './HoldNote';

/** Open opportunities: whose each is and why, and those that are held where they are. */
export function Opportunities() {
  const { change } = useView();
  const [held, setHeld] = useState(false);
  const opportunities = useInfiniteQuery({
    queryKey: ['opportunities', 'list', held],
    queryFn: ({ pageParam }) => getOpportunities({ held, cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = opportunities.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1 className="page-title">Open opportunities</h1>
      <p className="page-lead">
        Each goes where the rules send its account. One that is held stays where it is until a day,
        whatever becomes of its account, and counts there.
      </p>
      <Group mb="md">
        <SegmentedControl
          aria-label="Which opportunities"
          value={held ? 'held' : ''}
          onChange={(value) => setHeld(value === 'held')}
          data={[
            { value: '', label: 'All' },
            { value: 'held', label: 'Held' },
          ]}
        />
      </Group>
      <TryAgain of={opportunities} />
      {opportunities.isPending && <p className="soft">Reading…</p>}
      {opportunities.isSuccess && rows.length === 0 && held && (
        <p className="soft">None is held: each goes with its account.</p>
      )}
      {opportunities.isSuccess && rows.length === 0 && !held && (
        <div className="drop">
          <b>No open opportunity has an owner yet</b>
          <span className="soft">
            Bring a file of opportunities, and publish a scenario: its rules decide them.
          </span>
          <Button onClick={() => change({ page: 'data', open: undefined }, true)}>
            Bring opportunities
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <div className="card flush">
          <table className="grid figures" data-testid="opportunities">
            <thead>
              <tr>
                <th>Opportunity</th>
                <th className="right">Amount</th>
                <th>Owner</th>
                <th className="narrow-hidden">Why</th>
                <th>
                  <span className="sr-only">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((deal) => (
                <Row key={deal.id} deal={deal} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opportunities.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={opportunities.isFetchingNextPage}
            onClick={() => opportunities.fetchNextPage()}
          >
            Show more
          </Button>
        </Group>
      )}
    </>
  );
}

function Row({ deal }: { readonly deal: OpportunityView }) {
  const formats = useFormats();
  return (
    <tr data-deal={deal.externalId}>
      <td>
        <AccountLink id={deal.accountId} name={deal.accountName} />
        <div className="soft">
          {deal.externalId} · {deal.stage}
        </div>
      </td>
      <td className="right">{formats.money(deal.amount)}</td>
      <td>
        {deal.representativeName ?? (deal.territoryCode ? 'vacant' : 'nobody')}
        <div className="soft">{deal.territoryCode}</div>
      </td>
      <td className="narrow-hidden">
        <HoldNote deal={deal} />
      </td>
      <td className="right">
        <HoldActions deal={deal} />
      </td>
    </tr>
  );
}

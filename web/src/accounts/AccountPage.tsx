import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { getAccount, getAccountHistory } from '../api/resources';
import type { AccountView, Explanation, HistoryRow, Money, Owner } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { pageFor } from '../app/pages';
import { useSeesAll } from '../app/roles';
import { Sentence } from '../app/Sentence';
import { Trace } from '../app/Trace';
import { useFormats, useMayPlan, useSession } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { useView } from '../app/useView';
import { MapView } from '../map/MapView';
import type { Scene } from '../map/scene';
import type { Formats } from '../model/format';
import { territoryLabel } from '../model/territoryName';
import { causeWords } from '../model/timeline';
import { useBase } from '../workbench/useAtlas';
import { AccountExceptions } from './AccountExceptions';
import { precisionWord } from './Accounts';
import { Credit } from './Credit';
import { Deals } from './Deals';
import { EditAccount } from './EditAccount';
import { PotentialCard } from './PotentialCard';
import { Records } from './Records';
import { Relatives } from './Relatives';
import { Timeline } from './Timeline';

/** Who owns the account, why, who did before, and where it is. */
export function AccountPage({ id }: { readonly id: string }) {
  const { change } = useView();
  const formats = useFormats();
  const seesAll = useSeesAll();
  const account = useQuery({ queryKey: ['account', id], queryFn: () => getAccount(id) });
  const history = useQuery({
    queryKey: ['account-history', id],
    queryFn: () => getAccountHistory(id),
  });
  return (
    <div className="page-scroll">
      <div className="page-body">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={15} />}
          onClick={() => change({ open: undefined })}
          mb="sm"
        >
          Accounts
        </Button>
        <ProblemNote error={account.error} />
        {account.data && (
          <>
            <h1 className="page-title" data-testid="account-name">
              {account.data.name}{' '}
              {account.data.standing === 'PROSPECT' && <span className="mark">prospect</span>}
            </h1>
            <p className="page-lead">
              {addressLine(account.data)} · {precisionWord(account.data.precision)}
            </p>
            {account.data.absence && (
              <p className="soft" data-testid="absence">
                It is not in the files of its source since{' '}
                {formats.moment(account.data.absence.since)}; the last one that had it was loaded{' '}
                {formats.moment(account.data.absence.lastSeen)}. It is kept.
              </p>
            )}
            <div className="account-columns">
              <div className="stack">
                <OwnerCard account={account.data} />
                <Timeline id={id} history={history.data?.items ?? []} />
                {seesAll && <AccountExceptions account={account.data} />}
                {seesAll && <Credit account={account.data} />}
                <Deals id={id} />
                <section className="card">
                  <ProblemNote error={history.error} />
                  <details>
                    <summary>Everything ever written down, replaced rows too</summary>
                    <HistoryList rows={history.data?.items ?? []} />
                  </details>
                </section>
              </div>
              <div className="stack">
                {account.data.point && <SmallMap account={account.data} />}
                <PotentialCard id={id} />
                <Relatives account={account.data} />
                <FiguresCard account={account.data} formats={formats} />
                <Records id={id} owner={account.data.ownership?.owner?.representativeName} />
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function OwnerCard({ account }: { readonly account: AccountView }) {
  const formats = useFormats();
  const ownership = account.ownership;
  const owner = ownership?.owner;
  return (
    <section className="card" data-testid="owner">
      <h2>Owner</h2>
      {owner ? (
        <>
          <div className="owner-name">{owner.representativeName ?? 'Vacant seat'}</div>
          <TerritoryLink owner={owner} />
          <p className="reason">
            <Sentence text={ownership.reason} />
          </p>
          {ownership.explanation && <Explained explanation={ownership.explanation} />}
          {ownership.validFrom && (
            <p className="soft">
              Since {formats.day(ownership.validFrom)}
              {ownership.validTo && `, until ${formats.day(ownership.validTo)}`}
            </p>
          )}
        </>
      ) : (
        <p className="soft" style={{ margin: 0 }}>
          {ownership?.reason ?? 'Nobody yet: no plan is in force today.'}
        </p>
      )}
      {account.repairs.length > 0 && (
        <p className="soft">Repaired on arrival: {account.repairs.join(' ')}</p>
      )}
    </section>
  );
}

/** The territory, on the map for those who have one. */
function TerritoryLink({ owner }: { readonly owner: Owner }) {
  const { change } = useView();
  const { role } = useSession().user;
  const label = territoryLabel(owner.territoryCode, owner.territoryName);
  if (pageFor(role, 'map') !== 'map') return <b>{label}</b>;
  const selection = { kind: 'territory', code: owner.territoryCode } as const;
  return (
    <button
      type="button"
      className="plain-link"
      onClick={() => change({ page: 'map', open: undefined, selection }, true)}
    >
      {label}
    </button>
  );
}

/** What would send it elsewhere, and the rules that were tried, the winner first. */
function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { otherwise, trace } = explanation;
  return (
    <>
      {otherwise && (
        <p className="soft">
          <Sentence text={otherwise} />
        </p>
      )}
      <Trace trace={trace} />
    </>
  );
}

function HistoryList({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const formats = useFormats();
  if (rows.length === 0) {
    return <p className="soft">It never had an owner here. Publishing a plan gives it one.</p>;
  }
  return (
    <ol className="history" data-testid="history">
      {rows.map((row) => (
        <li
          key={`${row.mergedExternalId} ${row.recordedAt} ${row.validFrom} ${row.owner.territoryCode}`}
          className={row.supersededAt ? 'replaced' : ''}
        >
          <b>{row.owner.representativeName ?? 'Vacant seat'}</b>{' '}
          {row.mergedExternalId && <span className="soft">as {row.mergedExternalId} · </span>}
          <span className="soft">{row.owner.territoryCode}</span>
          <div>
            {formats.day(row.validFrom)} –{' '}
            {row.validTo ? formats.day(row.validTo) : 'until further notice'}
          </div>
          <div className="soft">
            <Sentence text={row.reason} />
          </div>
          <div className="soft">
            Written down {formats.moment(row.recordedAt)} ({causeWords(row.cause)}, {row.who})
            {row.supersededAt && `, replaced ${formats.moment(row.supersededAt)}`}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface FiguresProps {
  readonly account: AccountView;
  readonly formats: Formats;
}

function FiguresCard({ account, formats }: FiguresProps) {
  const mayPlan = useMayPlan();
  const [editing, setEditing] = useState(false);
  const money = (amount: Money) => formats.moneyExact(Number(amount.amount));
  const facts: readonly (readonly [string, string])[] = [
    ['Potential a year', money(account.potential)],
    ['Sales of the last twelve months', money(account.sales)],
    ['Open pipeline', money(account.pipeline)],
    ['Workload', `${formats.number(account.workload)} h a year`],
    ['Industry', account.industryName ?? account.industry],
    ['Employees', account.employees == null ? '' : formats.count(account.employees)],
    ['Revenue', account.annualRevenue ? money(account.annualRevenue) : ''],
    ['Segment', account.segment],
    ['Product line', account.product],
    ['Tags', account.tags.join(', ')],
    ...Object.entries(account.fields).map(([name, value]): [string, string] => [name, value]),
    ['Website', account.website],
    ['Telephone', account.phone],
    ['Belongs to', account.parent],
    ['Id in its system', account.externalId],
  ];
  return (
    <section className="card" data-testid="figures">
      <div className="card-head">
        <h2>Figures</h2>
        {mayPlan && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            Edit…
          </Button>
        )}
      </div>
      <dl className="facts figures">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <EditAccount opened={editing} account={account} onClose={() => setEditing(false)} />
    </section>
  );
}

const NO_UNITS: ReadonlySet<number> = new Set();

function SmallMap({ account }: FiguresProps | { readonly account: AccountView }) {
  const scheme = useScheme();
  const base = useBase(account.address.country ?? 'US');
  const lon = account.point?.lon ?? 0;
  const lat = account.point?.lat ?? 0;
  const scene = useMemo(
    (): Scene => ({
      scheme,
      base,
      units: undefined,
      fills: [],
      territoryOf: [],
      moved: NO_UNITS,
      selected: NO_UNITS,
      focus: undefined,
      labels: [],
      homes: [{ code: '', person: account.name, lon, lat }],
      accounts: undefined,
      frame: undefined,
    }),
    [scheme, base, account.name, lon, lat],
  );
  return (
    <div className="small-map">
      <MapView
        scene={scene}
        camera={{ lon, lat, zoom: 7.2 }}
        goTo={undefined}
        tool="point"
        describe={() => null}
        onUnit={ignore}
        onPlace={ignore}
        onEmpty={ignore}
        onDrawn={ignore}
        onCamera={ignore}
      />
    </div>
  );
}

function ignore(): void {}

function addressLine({ address }: AccountView): string {
  const { street, city, region, postcode } = address;
  return [street, city, [region, postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

import { useQuery } from '@tanstack/react-query';
import { getDealOwner, getOpportunities } from '../api/ownership';
import type { OpportunityView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useSeesAll } from '../app/roles';
import { useCompany, useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { HoldActions } from '../ownership/HoldActions';
import { HoldNote } from '../ownership/HoldNote';

/** The open deals of an account: whose each is, and which are held where they are. */
export function Deals({ id }: { readonly id: string }) {
  const seesAll = useSeesAll();
  const deals = useQuery({
    queryKey: ['opportunities', 'of', id],
    queryFn: () => getOpportunities({ account: id }),
    enabled: seesAll,
  });
  const rows = deals.data?.items ?? [];
  if (!deals.error && rows.length === 0) return null;
  return (
    <section className="card" data-testid="deals" aria-label="Open deals">
      <h2>Open deals</h2>
      <ProblemNote error={deals.error} />
      <ul className="plain-list deals">
        {rows.map((deal) => (
          <Deal key={deal.id} deal={deal} />
        ))}
      </ul>
    </section>
  );
}

function Deal({ deal }: { readonly deal: OpportunityView }) {
  const formats = useFormats();
  const { view } = useView();
  return (
    <li className="deal" data-deal={deal.externalId}>
      <div>
        <b>{deal.externalId}</b> {deal.stage} · {formats.moneyExact(deal.amount)}
        {view.known ? (
          <OwnerThen deal={deal} known={view.known} />
        ) : (
          <div>
            {deal.representativeName ?? (deal.territoryCode ? 'Vacant seat' : 'Nobody')}{' '}
            <span className="soft">{deal.territoryCode}</span>
          </div>
        )}
        {!view.known && <HoldNote deal={deal} />}
      </div>
      {!view.known && <HoldActions deal={deal} />}
    </li>
  );
}

interface ThenProps {
  readonly deal: OpportunityView;
  readonly known: string;
}

/** Whose the deal is today, as it was known then. */
function OwnerThen({ deal, known }: ThenProps) {
  const today = useCompany().data?.today ?? '';
  const formats = useFormats();
  const owner = useQuery({
    queryKey: ['deal-owner', deal.id, today, known],
    queryFn: () => getDealOwner(deal.id, today, known),
    enabled: today !== '',
  });
  if (!owner.data) return <ProblemNote error={owner.error} />;
  const { territoryCode, representativeName, held, reason } = owner.data;
  return (
    <div>
      {representativeName ?? (territoryCode ? 'Vacant seat' : 'Nobody')}{' '}
      <span className="soft">
        {territoryCode} {held && <span className="mark">held</span>} as known{' '}
        {formats.moment(known)}: {reason}
      </span>
    </div>
  );
}

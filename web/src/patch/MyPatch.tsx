import { useQuery } from '@tanstack/react-query';
import { getPatch } from '../api/resources';
import type { Patch } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';
import { Changes } from './Changes';
import { NearMe } from './NearMe';
import { TerritoryCard } from './TerritoryCard';

/** The representative's own page, made for a phone: what is mine, how I stand, what changed, who is near. */
export function MyPatch() {
  const patch = useQuery({ queryKey: ['patch'], queryFn: getPatch });
  return (
    <div className="page-scroll">
      <div className="page-body patch">
        <ProblemNote error={patch.error} />
        {patch.data && <Found patch={patch.data} />}
      </div>
    </div>
  );
}

function Found({ patch }: { readonly patch: Patch }) {
  const formats = useFormats();
  const { territories, published, next, changes } = patch;
  const accounts = territories.reduce((sum, { totals }) => sum + totals.accounts, 0);
  return (
    <>
      <h1 className="page-title" data-testid="patch">
        {patch.representativeName}
      </h1>
      <p className="page-lead">
        {published
          ? `${counted(formats, accounts, 'account')} in “${published.scenarioName}”, in force since ${formats.day(published.effectiveFrom)}.`
          : 'No plan is in force today: your accounts appear here once one is published.'}
        {next && ` “${next.scenarioName}” follows on ${formats.day(next.effectiveFrom)}.`}
      </p>
      {published && territories.length === 0 && (
        <div className="drop">
          <b>No territory is yours in this plan</b>
          <span className="soft">A planner has to put you in the seat of one.</span>
        </div>
      )}
      <div className="stack">
        {territories.map((territory) => (
          <TerritoryCard key={territory.code} territory={territory} />
        ))}
        {territories.length > 0 && <NearMe home={territories[0]?.home ?? null} />}
        {changes && <Changes changes={changes} />}
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getConnections } from '../api/connections';
import { ProblemNote } from '../app/ProblemNote';
import { useMayPlan, useSession } from '../app/useCompany';
import { Connect } from './Connect';
import { Connection } from './Connection';

/** CRMs that accounts are pulled from and owners are pushed to. */
export function Connections() {
  const mayPlan = useMayPlan();
  const administers = useSession().user.role === 'ADMINISTRATOR';
  const connections = useQuery({
    queryKey: ['connections'],
    queryFn: getConnections,
    enabled: mayPlan,
  });
  if (!mayPlan) return null;
  return (
    <section className="stack" aria-label="Connections" data-testid="connections">
      <div>
        <h1 className="page-title">Connections</h1>
        <p className="page-lead">
          Salesforce and HubSpot give people, accounts and deals, and take back owners and territory
          names. What somebody changed there is never overwritten.
        </p>
      </div>
      <ProblemNote error={connections.error} />
      {connections.data?.items.map((connection) => (
        <Connection key={connection.id} connection={connection} administers={administers} />
      ))}
      {administers && <Connect />}
    </section>
  );
}

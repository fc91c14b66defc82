import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getExceptionsOf } from '../api/ownership';
import type { AccountView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useMayPlan } from '../app/useCompany';
import { phaseOf } from '../model/exceptions';
import { ExceptionActions } from '../ownership/ExceptionActions';
import { ExceptionForm } from '../ownership/ExceptionForm';
import { ExceptionWords } from '../ownership/ExceptionWords';

/** The exceptions that were ever made for an account, and the way to make one. */
export function AccountExceptions({ account }: { readonly account: AccountView }) {
  const mayPlan = useMayPlan();
  const today = useCompany().data?.today ?? '';
  const [making, setMaking] = useState(false);
  const exceptions = useQuery({
    queryKey: ['exceptions', 'of', account.id],
    queryFn: () => getExceptionsOf(account.id),
  });
  const rows = exceptions.data?.items ?? [];
  return (
    <section className="card" data-testid="account-exceptions" aria-label="Exceptions">
      <div className="card-head">
        <h2>Exceptions</h2>
        {mayPlan && (
          <Button variant="default" size="xs" onClick={() => setMaking(true)}>
            Make an exception…
          </Button>
        )}
      </div>
      <ProblemNote error={exceptions.error} />
      {exceptions.isSuccess && rows.length === 0 && (
        <p className="soft" style={{ margin: 0 }}>
          None: it belongs to whom the rules say.
        </p>
      )}
      <ul className="plain-list deals">
        {rows.map((exception) => {
          const phase = phaseOf(exception, today);
          return (
            <li
              key={exception.id}
              className={`deal${phase === 'over' || phase === 'revoked' ? ' over' : ''}`}
            >
              <div>
                <ExceptionWords exception={exception} />
              </div>
              <ExceptionActions exception={exception} />
            </li>
          );
        })}
      </ul>
      <ExceptionForm
        opened={making}
        accountId={account.id}
        accountName={account.name}
        onClose={() => setMaking(false)}
      />
    </section>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createScenario } from '../api/resources';
import type { PlanView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useMayPlan } from '../app/useCompany';
import { useView } from '../app/useView';
import { PlanForm } from './PlanForm';

/** The first steps: accounts, then a plan with today's owners as its base. */
export function NoPlan({ plan }: { readonly plan: PlanView | undefined }) {
  const company = useCompany().data;
  const mayPlan = useMayPlan();
  const { change } = useView();
  if (company && company.accounts === 0) {
    return (
      <Welcome title="Begin with your accounts">
        <p className="page-lead">
          A CSV file or an Excel workbook with a name and a postcode for each account is enough. A
          column that names the owner becomes today’s territories, the base that every proposal is
          compared with.
        </p>
        <Button onClick={() => change({ page: 'data' }, true)}>Bring accounts</Button>
      </Welcome>
    );
  }
  if (!mayPlan) {
    return (
      <Welcome title="No plan yet">
        <p className="page-lead">A planner has to make one first.</p>
      </Welcome>
    );
  }
  return plan ? <FirstScenario plan={plan} /> : <FirstPlan />;
}

function FirstPlan() {
  return (
    <Welcome title="Make the first plan">
      <p className="page-lead">
        A plan says for which period territories hold and what they are made of. You can try as many
        scenarios in it as you like; nothing counts until you publish one.
      </p>
      <PlanForm />
    </Welcome>
  );
}

function FirstScenario({ plan }: { readonly plan: PlanView }) {
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: () => createScenario(plan.id, { name: 'Today', source: 'TODAY' }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Welcome title={plan.name}>
      <p className="page-lead">
        The plan has no scenario yet. Start from today’s owners: everything else is compared with
        them.
      </p>
      <ProblemNote error={making.error} />
      <Button onClick={() => making.mutate()} loading={making.isPending}>
        Read today’s owners
      </Button>
    </Welcome>
  );
}

interface WelcomeProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Welcome({ title, children }: WelcomeProps) {
  return (
    <div className="page-scroll">
      <div className="page-body" style={{ maxWidth: 620, paddingTop: '12vh' }}>
        <h1 className="page-title">{title}</h1>
        {children}
      </div>
    </div>
  );
}

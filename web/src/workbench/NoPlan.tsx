import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPlan, createScenario } from '../api/resources';
import type { PlanUnitKind, PlanView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useMayPlan } from '../app/useCompany';
import { useView } from '../app/useView';

/** The first steps: accounts, then a plan with today's owners as its base. */
export function NoPlan({ plan }: { readonly plan: PlanView | undefined }) {
  const company = useCompany().data;
  const mayPlan = useMayPlan();
  const { change } = useView();
  if (company && company.accounts === 0) {
    return (
      <Welcome title="Begin with your accounts">
        <p className="page-lead">
          A CSV file with a name and a postcode for each account is enough. A column that names the
          owner becomes today’s territories, the base that every proposal is compared with.
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
  const client = useQueryClient();
  const { change } = useView();
  const year = Number((useCompany().data?.today ?? '2026').slice(0, 4)) + 1;
  const [name, setName] = useState(`${year} New business`);
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year + 1}-01-01`);
  const [unitKind, setUnitKind] = useState<PlanUnitKind>('POSTCODE');
  const making = useMutation({
    mutationFn: async () => {
      const plan = await createPlan({ name, from, to, country: 'US', unitKind });
      await createScenario(plan.id, { name: 'Today', source: 'TODAY' });
      return plan;
    },
    onSuccess: async (plan) => {
      await client.invalidateQueries();
      change({ plan: plan.id });
    },
  });
  return (
    <Welcome title="Make the first plan">
      <p className="page-lead">
        A plan says for which period territories hold and what they are made of. Today’s owners
        become its first scenario.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className="two">
            <TextInput
              type="date"
              label="From"
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label="Until, not included"
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
          <div>
            <div className="field-label">Territories are made of</div>
            <SegmentedControl
              value={unitKind}
              onChange={(value) => setUnitKind(value === 'COUNTY' ? 'COUNTY' : 'POSTCODE')}
              data={[
                { value: 'POSTCODE', label: 'ZIP areas' },
                { value: 'COUNTY', label: 'Counties' },
              ]}
            />
          </div>
          <ProblemNote error={making.error} />
          <Button type="submit" loading={making.isPending} style={{ alignSelf: 'flex-start' }}>
            Make the plan
          </Button>
        </Stack>
      </form>
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
  readonly children: React.ReactNode;
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

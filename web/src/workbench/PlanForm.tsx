import { Button, NumberInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPlan, createScenario } from '../api/resources';
import type { NewScenario, PlanUnitKind } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany } from '../app/useCompany';
import { useView } from '../app/useView';
import { NOTHING } from '../model/selection';
import { useAtlasCountries } from './useAtlas';

/** What areas are called where they have a name of their own. */
const UNIT_WORDS: Readonly<Record<string, Readonly<Record<PlanUnitKind, string>>>> = {
  US: { POSTCODE: 'ZIP areas', COUNTY: 'Counties' },
  FR: { POSTCODE: 'Postcode areas', COUNTY: 'Departments' },
};
const OTHERWISE: Readonly<Record<PlanUnitKind, string>> = {
  POSTCODE: 'Postcode areas',
  COUNTY: 'Counties or districts',
};

type Start = 'TODAY' | 'EMPTY';

const START_HINTS: Readonly<Record<Start, string>> = {
  TODAY: 'Owners in your data become the first scenario; every proposal is compared with it.',
  EMPTY: 'Territories without areas: let the optimiser fill them, or draw them on the map.',
};

/** Three questions, then a plan with its first scenario: when, where and out of what, from where. */
export function PlanForm({ onMade }: { onMade?(): void }) {
  const client = useQueryClient();
  const { change } = useView();
  const countries = useAtlasCountries();
  const year = Number((useCompany().data?.today ?? '2026').slice(0, 4)) + 1;
  const [name, setName] = useState(`${year} New business`);
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year + 1}-01-01`);
  const [country, setCountry] = useState('US');
  const [unitKind, setUnitKind] = useState<PlanUnitKind>('POSTCODE');
  const [start, setStart] = useState<Start>('TODAY');
  const [territories, setTerritories] = useState(12);
  const words = UNIT_WORDS[country] ?? OTHERWISE;
  const making = useMutation({
    mutationFn: async () => {
      const plan = await createPlan({ name, from, to, country, unitKind });
      const scenario: NewScenario = {
        name: start === 'TODAY' ? 'Today' : 'From scratch',
        source: start,
        copyOf: null,
        territories: start === 'EMPTY' ? territories : null,
      };
      await createScenario(plan.id, scenario);
      return plan;
    },
    onSuccess: async (plan) => {
      await client.invalidateQueries();
      change(
        {
          plan: plan.id,
          scenario: undefined,
          against: undefined,
          camera: undefined,
          selection: NOTHING,
          locked: [],
        },
        true,
      );
      onMade?.();
    },
  });
  return (
    <form
      data-testid="plan-form"
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
          maxLength={120}
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
        <Select
          label="Country"
          description="Others are added with “bailiwick atlas add”."
          allowDeselect={false}
          searchable
          data={(countries.data?.items ?? []).map(({ code, name: label }) => ({
            value: code,
            label,
          }))}
          value={country}
          onChange={(value) => value && setCountry(value)}
        />
        <div>
          <div className="field-label">Territories are made of</div>
          <SegmentedControl
            value={unitKind}
            onChange={(value) => setUnitKind(value as PlanUnitKind)}
            data={(['POSTCODE', 'COUNTY'] as const).map((value) => ({
              value,
              label: words[value],
            }))}
          />
        </div>
        <div>
          <div className="field-label">Begin with</div>
          <SegmentedControl
            value={start}
            onChange={(value) => setStart(value as Start)}
            data={[
              { value: 'TODAY', label: 'Today’s owners' },
              { value: 'EMPTY', label: 'A blank map' },
            ]}
          />
          <p className="soft hint-line">{START_HINTS[start]}</p>
        </div>
        {start === 'EMPTY' && (
          <NumberInput
            label="Number of territories"
            min={1}
            max={2000}
            w={200}
            value={territories}
            onChange={(value) => setTerritories(Number(value))}
          />
        )}
        <ProblemNote error={countries.error ?? making.error} />
        <Button type="submit" loading={making.isPending} style={{ alignSelf: 'flex-start' }}>
          Make the plan
        </Button>
      </Stack>
    </form>
  );
}

import { Button, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DesignBrief, ScenarioSummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { joined } from '../model/wishes';
import { AgainstToday, stayInBrief, USUAL_STAY } from './AgainstToday';
import { type Goal, KeepEven } from './KeepEven';
import { MoreWishes, NOTHING_MORE } from './MoreWishes';
import { hoursInBrief, mayAskForHours, SameHours, USUAL_HOURS } from './SameHours';

interface Props {
  readonly summary: ScenarioSummary;
  readonly error: unknown;
  readonly starting: boolean;
  onStart(brief: DesignBrief): void;
  /** Asks for the plans between moving least and the best goals instead of one plan. */
  onChoose(brief: DesignBrief): void;
}

/** What to ask of the optimiser. */
export function Wishes({ summary, error, starting, onStart, onChoose }: Props) {
  const [name, setName] = useState(`${summary.today ? 'Proposal' : summary.name} optimised`);
  const [goals, setGoals] = useState<readonly Goal[]>([{ measure: 'potential', percent: 10 }]);
  const [territories, setTerritories] = useState(summary.territories.length);
  const [contiguous, setContiguous] = useState(true);
  const [keepHomes, setKeepHomes] = useState(false);
  const [stay, setStay] = useState(USUAL_STAY);
  const [hours, setHours] = useState(USUAL_HOURS);
  const [seed, setSeed] = useState(1);
  const [effort, setEffort] = useState<NonNullable<DesignBrief['effort']>>('balanced');
  const [more, setMore] = useState(NOTHING_MORE);
  // What refers to the plan as it is needs the same territories, and units in them.
  const goOn =
    territories === summary.territories.length &&
    summary.territories.some(({ units }) => units > 0);
  const noHours =
    territories !== summary.territories.length
      ? 'Needs the same territories as now.'
      : mayAskForHours(summary)
        ? undefined
        : 'Needs a representative’s home, or land, of every territory.';
  const form: DesignBrief = {
    name,
    territories,
    contiguous,
    keepHomes,
    seed,
    effort,
    measures: goals.map(({ measure, percent }) => ({
      name: measure,
      tolerance: percent / 100,
    })),
    ...(goOn ? stayInBrief(stay) : {}),
    ...(noHours === undefined ? hoursInBrief(hours) : {}),
  };
  const brief = joined(form, more.brief);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onStart(brief);
      }}
    >
      <Stack gap="lg">
        <p className="soft" style={{ margin: 0 }}>
          The result lands beside this scenario as a new one. Nothing here changes.
        </p>
        <TextInput
          label="Name of the result"
          data-autofocus
          value={name}
          required
          withAsterisk={false}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <KeepEven goals={goals} onChange={setGoals} />
        <Group grow>
          <NumberInput
            label="Territories"
            min={1}
            max={2000}
            value={territories}
            onChange={(value) => setTerritories(Number(value))}
          />
          <Select
            label="Effort"
            allowDeselect={false}
            data={[
              { value: 'quick', label: 'Quick' },
              { value: 'balanced', label: 'Balanced' },
              { value: 'thorough', label: 'Thorough' },
            ]}
            value={effort}
            onChange={(value) => value && setEffort(value)}
          />
          <NumberInput
            label="Seed"
            value={seed}
            allowDecimal={false}
            onChange={(value) => setSeed(Number(value))}
          />
        </Group>
        <Switch
          label="Every territory in one piece"
          checked={contiguous}
          onChange={(event) => setContiguous(event.currentTarget.checked)}
        />
        <Switch
          label="Distances from the representatives' homes"
          description="Otherwise the design finds each territory's centre."
          checked={keepHomes}
          onChange={(event) => setKeepHomes(event.currentTarget.checked)}
        />
        <AgainstToday wishes={stay} disabled={!goOn} onChange={setStay} />
        <SameHours hours={hours} missing={noHours} onChange={setHours} />
        <MoreWishes written={more} onWrite={setMore} />
        <ProblemNote error={error} />
        <Button type="submit" loading={starting} disabled={more.wrong !== undefined} fullWidth>
          Start
        </Button>
        <Button
          variant="default"
          loading={starting}
          disabled={more.wrong !== undefined || !goOn}
          fullWidth
          onClick={() => onChoose(brief)}
        >
          Show what less moving would cost
        </Button>
      </Stack>
    </form>
  );
}

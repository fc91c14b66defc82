import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Slider,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { DesignBrief, ScenarioSummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { MEASURES } from '../model/alignment';
import { MoreWishes, NOTHING_MORE } from './MoreWishes';
import { measureLabel } from './words';

interface Goal {
  readonly measure: string;
  readonly percent: number;
}

/** Keeps what costs little to keep; shapes stay compact. */
const USUAL_DISRUPTION_WEIGHT = 0.1;

const DISRUPTION_WORDS = [
  { value: 0, label: 'free' },
  { value: 0.5, label: 'gentle' },
  { value: 1, label: 'reluctant' },
];

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
  const formats = useFormats();
  const [name, setName] = useState(`${summary.today ? 'Proposal' : summary.name} optimised`);
  const [goals, setGoals] = useState<readonly Goal[]>([{ measure: 'potential', percent: 10 }]);
  const [territories, setTerritories] = useState(summary.territories.length);
  const [contiguous, setContiguous] = useState(true);
  const [keepHomes, setKeepHomes] = useState(false);
  const [disruptionWeight, setDisruptionWeight] = useState(USUAL_DISRUPTION_WEIGHT);
  const [seed, setSeed] = useState(1);
  const [effort, setEffort] = useState<NonNullable<DesignBrief['effort']>>('balanced');
  const [most, setMost] = useState<number>();
  const [beginFromToday, setBeginFromToday] = useState(false);
  const [neverWorse, setNeverWorse] = useState(false);
  const [more, setMore] = useState(NOTHING_MORE);
  const free = MEASURES.filter((name) => !goals.some(({ measure }) => measure === name));
  const change = (position: number, goal: Goal) =>
    setGoals(goals.map((old, at) => (at === position ? goal : old)));
  // What refers to the plan as it is needs the same territories, and units in them.
  const goOn =
    territories === summary.territories.length &&
    summary.territories.some(({ units }) => units > 0);
  const brief: DesignBrief = {
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
    ...(goOn ? { disruptionWeight, neverWorse, beginFromToday } : {}),
    ...(most === undefined || !goOn
      ? {}
      : { budgets: [{ measure: 'accounts', share: most / 100 }] }),
    ...more.brief,
  };

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
        <div>
          <div className="field-label">Keep even</div>
          <Stack gap={8}>
            {goals.map((goal, position) => (
              <Group key={goal.measure} gap={8} wrap="nowrap">
                <Select
                  aria-label="Measure"
                  flex={1}
                  allowDeselect={false}
                  data={[goal.measure, ...free].map((value) => ({
                    value,
                    label: measureLabel(value),
                  }))}
                  value={goal.measure}
                  onChange={(measure) => measure && change(position, { ...goal, measure })}
                />
                <NumberInput
                  aria-label={`Tolerance of ${goal.measure}`}
                  w={110}
                  prefix="± "
                  suffix=" %"
                  min={0}
                  max={100}
                  value={goal.percent}
                  onChange={(value) => change(position, { ...goal, percent: Number(value) })}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Leave out ${goal.measure}`}
                  disabled={goals.length === 1}
                  onClick={() => setGoals(goals.filter((_, at) => at !== position))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            ))}
            {free[0] && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} />}
                style={{ alignSelf: 'flex-start' }}
                onClick={() => free[0] && setGoals([...goals, { measure: free[0], percent: 15 }])}
              >
                Another measure
              </Button>
            )}
          </Stack>
        </div>
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
        <div style={{ paddingBottom: 22 }}>
          <div className="field-label">
            Leave accounts with their owner{' '}
            <span className="soft figures">weight {formats.number(disruptionWeight)}</span>
          </div>
          <Slider
            mx={18}
            thumbLabel="Disruption weight"
            min={0}
            max={1}
            step={0.05}
            marks={DISRUPTION_WORDS}
            label={(value) => formats.number(value)}
            value={disruptionWeight}
            onChange={setDisruptionWeight}
          />
        </div>
        <NumberInput
          label="At most so many accounts change hands"
          disabled={!goOn}
          description="Never exceeded. Empty for no limit."
          suffix=" %"
          min={0}
          max={100}
          value={most ?? ''}
          onChange={(value) => setMost(value === '' ? undefined : Number(value))}
        />
        <Switch
          label="Begin from this scenario"
          disabled={!goOn}
          description="The search goes on from the territories as they are, not from scratch."
          checked={beginFromToday}
          onChange={(event) => setBeginFromToday(event.currentTarget.checked)}
        />
        <Switch
          label="Nothing worse than today"
          disabled={!goOn}
          description="As long as that is possible; what has to be is named."
          checked={neverWorse}
          onChange={(event) => setNeverWorse(event.currentTarget.checked)}
        />
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

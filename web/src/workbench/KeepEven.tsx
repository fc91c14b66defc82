import { ActionIcon, Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { MEASURES } from '../model/alignment';
import { measureLabel } from './words';

/** A measure to balance, and how far from even it may be. */
export interface Goal {
  readonly measure: string;
  readonly percent: number;
}

interface Props {
  readonly goals: readonly Goal[];
  onChange(goals: readonly Goal[]): void;
}

/** Which measures to keep even, and how exactly. */
export function KeepEven({ goals, onChange }: Props) {
  const free = MEASURES.filter((name) => !goals.some(({ measure }) => measure === name));
  const change = (position: number, goal: Goal) =>
    onChange(goals.map((old, at) => (at === position ? goal : old)));
  return (
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
              onClick={() => onChange(goals.filter((_, at) => at !== position))}
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
            onClick={() => free[0] && onChange([...goals, { measure: free[0], percent: 15 }])}
          >
            Another measure
          </Button>
        )}
      </Stack>
    </div>
  );
}

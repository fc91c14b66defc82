import { Group, Select } from '@mantine/core';
import type { MappedColumn } from '../api/wire';

interface Props {
  readonly mapping: readonly MappedColumn[];
  readonly decimal: string;
  readonly days: string;
  onDecimal(decimal: string): void;
  onDays(days: string): void;
}

const DECIMALS = [
  { value: '', label: 'found out' },
  { value: 'point', label: '1,234.56' },
  { value: 'comma', label: '1.234,56' },
];

const DAYS = [
  { value: '', label: 'found out' },
  { value: 'month-first', label: 'month/day/year' },
  { value: 'day-first', label: 'day/month/year' },
];

/** How numbers and days are written, asked only where a column could be read in two ways. */
export function Habits({ mapping, decimal, days, onDecimal, onDays }: Props) {
  const has = (word: string) => mapping.some(({ habit }) => habit.includes(word));
  const asksDecimal = decimal !== '' || has('decimal');
  const asksDays = days !== '' || has('first');
  if (!asksDecimal && !asksDays) return null;
  return (
    <Group>
      {asksDecimal && (
        <Select
          label="Numbers are written"
          w={190}
          allowDeselect={false}
          data={DECIMALS}
          value={decimal}
          onChange={(value) => onDecimal(value ?? '')}
        />
      )}
      {asksDays && (
        <Select
          label="Days are written"
          w={190}
          allowDeselect={false}
          data={DAYS}
          value={days}
          onChange={(value) => onDays(value ?? '')}
        />
      )}
    </Group>
  );
}

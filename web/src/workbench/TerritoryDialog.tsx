import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeScenario, getRepresentatives } from '../api/resources';
import type { ScenarioSummary, TerritorySummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';

interface Props {
  readonly opened: boolean;
  readonly summary: ScenarioSummary;
  readonly territory: TerritorySummary;
  onClose(): void;
}

const VACANT = '';

/** The territory's name and who sits in its seat. */
export function TerritoryDialog({ opened, summary, territory, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<b>Territory {territory.code}</b>}>
      {opened && <TerritoryForm summary={summary} territory={territory} onClose={onClose} />}
    </Modal>
  );
}

function TerritoryForm({ summary, territory, onClose }: Omit<Props, 'opened'>) {
  const client = useQueryClient();
  const [name, setName] = useState(territory.name);
  const [seat, setSeat] = useState(territory.representativeId ?? VACANT);
  const people = useQuery({ queryKey: ['representatives'], queryFn: getRepresentatives });
  const servesOf = new Map(
    summary.territories.map(({ representativeId, code }) => [representativeId, code]),
  );
  const saving = useMutation({
    mutationFn: () =>
      changeScenario(summary.id, `"${summary.version}"`, {
        name: null,
        territories: [
          {
            code: territory.code,
            name,
            representativeId: seat === VACANT ? null : seat,
            vacant: seat === VACANT,
          },
        ],
      }),
    onSuccess: async (changed) => {
      client.setQueryData(['scenario', summary.id], changed);
      await client.invalidateQueries({ queryKey: ['kpis', summary.id] });
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          data-autofocus
          required
          withAsterisk={false}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="In the seat"
          description="The territory’s home is where this person lives."
          searchable
          allowDeselect={false}
          data={[
            { value: VACANT, label: 'nobody: the seat is vacant' },
            ...(people.data?.items ?? []).map(({ id, name: person }) => {
              const serves = servesOf.get(id);
              const elsewhere = serves !== undefined && serves !== territory.code;
              return { value: id, label: elsewhere ? `${person} (serves ${serves})` : person };
            }),
          ]}
          value={seat}
          onChange={(value) => value !== null && setSeat(value)}
        />
        <ProblemNote error={people.error ?? saving.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.isPending}>
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

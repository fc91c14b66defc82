import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconFileImport,
  IconFileSpreadsheet,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeScenario, createScenario, deleteScenario, getSheet } from '../api/resources';
import type { ScenarioSummary } from '../api/wire';
import { useTeller } from '../app/notice';
import { ProblemNote } from '../app/ProblemNote';
import { useView } from '../app/useView';
import { saveFile } from '../data/save';
import { NOTHING } from '../model/selection';
import { SheetDialog } from './SheetDialog';
import type { PlanChoice } from './usePlan';

interface Props {
  readonly choice: PlanChoice;
  readonly summary: ScenarioSummary | undefined;
  readonly mayPlan: boolean;
}

type Asking = 'nothing' | 'copy' | 'rename' | 'delete' | 'sheet';

/** All scenarios of the plan, and what can be done with the one in view. */
export function ScenarioMenu({ choice, summary, mayPlan }: Props) {
  const { change } = useView();
  const [asking, setAsking] = useState<Asking>('nothing');
  const { scenario, scenarios } = choice;
  const teller = useTeller();
  const sending = useMutation({
    mutationFn: getSheet,
    onSuccess: (workbook) => saveFile(workbook, 'scenario.xlsx'),
    onError: teller.failed,
  });
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <button type="button" className="top-choice strong" data-testid="choose-scenario">
            <span>{scenario?.name ?? 'Scenario'}</span>
            <IconChevronDown size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {scenarios.map(({ id, name, state, territories }) => (
            <Menu.Item
              key={id}
              onClick={() => change({ scenario: id, selection: NOTHING }, true)}
              leftSection={
                id === scenario?.id ? <IconCheck size={15} /> : <span style={{ width: 15 }} />
              }
              rightSection={<span className="soft">{stateWord(state, territories)}</span>}
            >
              {name}
            </Menu.Item>
          ))}
          {mayPlan && scenario && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setAsking('copy')}>
                New scenario from this one…
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setAsking('rename')}>
                Rename…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileSpreadsheet size={15} />}
                data-testid="send-sheet"
                disabled={sending.isPending}
                onClick={() => sending.mutate(scenario.id)}
              >
                Save as a workbook to edit
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileImport size={15} />}
                data-testid="return-sheet"
                onClick={() => setAsking('sheet')}
              >
                Bring a workbook back…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={15} />}
                disabled={scenario.today || scenario.state === 'PUBLISHED'}
                onClick={() => setAsking('delete')}
              >
                Delete…
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {summary && (
        <>
          <ScenarioDialog asking={asking} summary={summary} onClose={() => setAsking('nothing')} />
          <SheetDialog
            opened={asking === 'sheet'}
            summary={summary}
            onClose={() => setAsking('nothing')}
          />
        </>
      )}
    </>
  );
}

interface DialogProps {
  readonly asking: Asking;
  readonly summary: ScenarioSummary;
  onClose(): void;
}

const TITLES: Readonly<Record<Asking, string>> = {
  nothing: '',
  copy: 'New scenario',
  rename: 'Rename the scenario',
  delete: 'Delete the scenario',
  sheet: '',
};

function ScenarioDialog({ asking, summary, onClose }: DialogProps) {
  return (
    <Modal
      opened={asking !== 'nothing' && asking !== 'sheet'}
      onClose={onClose}
      title={TITLES[asking]}
    >
      {asking !== 'nothing' && asking !== 'sheet' && (
        <ScenarioForm key={asking} asking={asking} summary={summary} onClose={onClose} />
      )}
    </Modal>
  );
}

function ScenarioForm({ asking, summary, onClose }: DialogProps) {
  const { change } = useView();
  const client = useQueryClient();
  const [name, setName] = useState(asking === 'copy' ? `${summary.name} B` : summary.name);
  const doing = useMutation({
    mutationFn: async (): Promise<string | undefined> => {
      switch (asking) {
        case 'copy': {
          const scenario = { name, source: 'COPY', copyOf: summary.id } as const;
          return (await createScenario(summary.planId, scenario)).id;
        }
        case 'rename':
          await changeScenario(summary.id, `"${summary.version}"`, { name });
          return summary.id;
        case 'delete':
          await deleteScenario(summary.id);
          return undefined;
        case 'nothing':
        case 'sheet':
          return summary.id;
      }
    },
    onSuccess: async (next) => {
      await client.invalidateQueries({ queryKey: ['scenarios'] });
      await client.invalidateQueries({ queryKey: ['scenario', summary.id] });
      if (next !== summary.id) change({ scenario: next, selection: NOTHING }, true);
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate();
      }}
    >
      <Stack>
        {asking === 'delete' ? (
          <p style={{ margin: 0 }}>
            “{summary.name}” and all its edits will be gone. Nothing that was published changes.
          </p>
        ) : (
          <TextInput
            label="Name"
            data-autofocus
            required
            withAsterisk={false}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <ProblemNote error={doing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={doing.isPending}
            color={asking === 'delete' ? 'red' : 'petrol'}
          >
            {asking === 'delete' ? 'Delete' : asking === 'copy' ? 'Create' : 'Rename'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function stateWord(state: string, territories: number): string {
  return state === 'DRAFT' ? `${territories}` : state.toLowerCase().replace('_', ' ');
}

import { ActionIcon, Button, Menu, Modal, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconCommand,
  IconPlus,
  IconSparkles,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ScenarioSummary } from '../api/wire';
import { useConnectionLost } from '../app/Connection';
import { openPalette } from '../app/palette';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { NOTHING } from '../model/selection';
import { PlanForm } from './PlanForm';
import { ScenarioMenu } from './ScenarioMenu';
import type { PlanChoice } from './usePlan';
import type { Edits } from './useScenario';

interface Props {
  readonly choice: PlanChoice;
  readonly summary: ScenarioSummary | undefined;
  readonly edits: Edits;
  readonly mayPlan: boolean;
  onOptimise(): void;
  onPublish(): void;
}

/** Which plan, which scenario, compared with which; and what can be done to it. */
export function TopBar({ choice, summary, edits, mayPlan, onOptimise, onPublish }: Props) {
  const { change } = useView();
  const [making, setMaking] = useState(false);
  const { plans, plan, scenarios, scenario, against } = choice;
  return (
    <header className="top">
      <Choice name="plan" label={plan?.name ?? 'Plan'}>
        {plans.map(({ id, name }) => (
          <Menu.Item
            key={id}
            onClick={() =>
              change(
                {
                  plan: id,
                  scenario: undefined,
                  against: undefined,
                  camera: undefined,
                  selection: NOTHING,
                  locked: [],
                },
                true,
              )
            }
          >
            {name}
          </Menu.Item>
        ))}
        {mayPlan && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              New plan…
            </Menu.Item>
          </>
        )}
      </Choice>
      <Modal opened={making} onClose={() => setMaking(false)} title={<b>New plan</b>} size={520}>
        {making && <PlanForm onMade={() => setMaking(false)} />}
      </Modal>
      <span className="soft">/</span>
      <ScenarioMenu choice={choice} summary={summary} mayPlan={mayPlan} />
      <Choice name="against" label={against ? `vs ${against.name}` : 'vs …'} soft>
        {scenarios
          .filter(({ id }) => id !== scenario?.id)
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => change({ against: id }, true)}>
              {name}
            </Menu.Item>
          ))}
        {scenarios.length < 2 && <Menu.Item disabled>No other scenario yet</Menu.Item>}
      </Choice>
      <span className="top-space" />
      {edits.pending > 0 && <Saving pending={edits.pending} />}
      {mayPlan && (
        <>
          <Tooltip label="Undo  Ctrl Z">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label="Undo"
              disabled={!summary?.undoable}
              onClick={edits.undo}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Redo  Ctrl Shift Z">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label="Redo"
              disabled={!summary?.redoable}
              onClick={edits.redo}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Button
            variant="default"
            leftSection={<IconSparkles size={16} />}
            onClick={onOptimise}
            disabled={!summary}
          >
            Optimise
          </Button>
          <Button onClick={onPublish} disabled={!summary}>
            Publish
          </Button>
        </>
      )}
      <Tooltip label="Find anything  Ctrl K">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label="Find anything"
          onClick={openPalette}
        >
          <IconCommand size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

/** While edits are on their way: those that wait for the server are counted. */
function Saving({ pending }: { readonly pending: number }) {
  const formats = useFormats();
  const lost = useConnectionLost();
  return (
    <span className="soft" role="status" data-testid="saving">
      {lost ? `${counted(formats, pending, 'edit')} not saved yet` : 'Saving…'}
    </span>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly soft?: boolean;
  readonly children: ReactNode;
}

function Choice({ name, label, soft, children }: ChoiceProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={`top-choice${soft ? ' soft' : ''}`}
          data-testid={`choose-${name}`}
        >
          <span>{label}</span>
          <IconChevronDown size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

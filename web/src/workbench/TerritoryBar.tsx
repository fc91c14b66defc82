import { Button, Menu } from '@mantine/core';
import {
  IconArrowMerge,
  IconFocusCentered,
  IconLock,
  IconLockOpen,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ScenarioSummary, TerritorySummary } from '../api/wire';
import { TerritoryName } from '../app/TerritoryName';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';
import { territoryLabel } from '../model/territoryName';
import { TerritoryDialog } from './TerritoryDialog';

interface Props {
  readonly summary: ScenarioSummary;
  readonly territory: TerritorySummary;
  readonly locked: boolean;
  readonly mayPlan: boolean;
  onShow(): void;
  onLock(locked: boolean): void;
  /** Gives all units of the territory to another one. */
  onMerge(into: number): void;
  onClear(): void;
}

/** The territory in focus: what it holds, who serves it, and what can be done to it. */
export function TerritoryBar(props: Props) {
  const { summary, territory, locked, mayPlan, onShow, onLock, onMerge, onClear } = props;
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const others = summary.territories.filter(({ number }) => number !== territory.number);
  return (
    <section
      className="selection-bar figures"
      aria-label={`Territory ${territory.code}`}
      data-testid="territory-bar"
    >
      <span className="selection-what">
        <TerritoryName code={territory.code} name={territory.name} />
      </span>
      <div className="effects">
        <span>{territory.representativeName ?? 'vacant seat'}</span>
        <span>
          {counted(formats, territory.totals.accounts, 'account')},{' '}
          {formats.money(territory.totals.potential)}, index{' '}
          <b>{territory.units > 0 ? formats.index(territory.index.potential) : '–'}</b>
        </span>
        {!territory.contiguous && <span className="bad">not in one piece</span>}
        {locked && <span>locked: nothing moves out or in</span>}
      </div>
      <span className="top-space" />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconFocusCentered size={16} />}
        onClick={onShow}
        disabled={territory.units === 0}
      >
        Show
      </Button>
      {mayPlan && (
        <>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconPencil size={16} />}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
          <Button
            variant="subtle"
            color="gray"
            aria-pressed={locked}
            leftSection={locked ? <IconLockOpen size={16} /> : <IconLock size={16} />}
            onClick={() => onLock(!locked)}
          >
            {locked ? 'Unlock' : 'Lock'}
          </Button>
          <Menu position="top-end">
            <Menu.Target>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconArrowMerge size={16} />}
                disabled={locked || territory.units === 0}
              >
                Merge into…
              </Button>
            </Menu.Target>
            <Menu.Dropdown className="long-menu">
              {others.map(({ code, name, number }) => (
                <Menu.Item key={code} onClick={() => onMerge(number)}>
                  {territoryLabel(code, name)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <Button variant="default" onClick={onClear} rightSection={<span className="kbd">Esc</span>}>
        Let go
      </Button>
      <TerritoryDialog
        opened={editing}
        summary={summary}
        territory={territory}
        onClose={() => setEditing(false)}
      />
    </section>
  );
}

import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { getAccounts } from '../api/resources';
import { type Command, matching } from '../model/commands';
import { NOTHING } from '../model/selection';
import { territoryLabel } from '../model/territoryName';
import { usePlan } from '../workbench/usePlan';
import { useSummary } from '../workbench/useScenario';
import { pagesFor } from './pages';
import { PALETTE_EVENT } from './palette';
import { useMayPlan, useSession } from './useCompany';
import { useView } from './useView';

const MOST_SHOWN = 12;
const FOUND_ID = 'finder-found';
const optionId = (position: number) => `finder-${position}`;

/** ⌘K: finds any territory, account, scenario, page or action. */
export function Palette() {
  const [opened, setOpened] = useState(false);
  const close = useCallback(() => setOpened(false), []);
  useEffect(() => {
    const open = () => setOpened(true);
    const key = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpened((before) => !before);
      }
    };
    window.addEventListener(PALETTE_EVENT, open);
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener(PALETTE_EVENT, open);
      window.removeEventListener('keydown', key);
    };
  }, []);
  return (
    <Modal.Root opened={opened} onClose={close} centered={false} yOffset="14vh" size={560}>
      <Modal.Overlay backgroundOpacity={0.35} blur={2} />
      <Modal.Content aria-label="Find anything" aria-labelledby={undefined}>
        {opened && <Finder onDone={close} />}
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ onDone }: { onDone(): void }) {
  const [typed, setTyped] = useState('');
  const [here, setHere] = useState(0);
  const commands = useCommands(typed);
  const found = useMemo(() => matching(commands, typed, MOST_SHOWN), [commands, typed]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setHere((here + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[here]);
    }
  };
  return (
    <div>
      <TextInput
        variant="unstyled"
        size="lg"
        px="md"
        py={6}
        data-autofocus
        placeholder="Territory, account, scenario or action"
        aria-label="Find"
        role="combobox"
        aria-expanded
        aria-controls={FOUND_ID}
        aria-activedescendant={found[here] && optionId(here)}
        leftSection={<IconSearch size={18} />}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setHere(0);
        }}
      />
      <div className="finder" id={FOUND_ID} role="listbox" aria-label="Found">
        {found.map((command, position) => (
          <button
            type="button"
            role="option"
            id={optionId(position)}
            tabIndex={-1}
            aria-selected={position === here}
            key={command.id}
            className="finder-row"
            onMouseEnter={() => setHere(position)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            <span className="soft">{command.kind}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <div className="finder-none soft" role="status">
          Nothing has that name.
        </div>
      )}
    </div>
  );
}

function useCommands(typed: string): readonly Command[] {
  const { view, change } = useView();
  const mayPlan = useMayPlan();
  const { user } = useSession();
  const { choice } = usePlan(view);
  const summary = useSummary(choice.scenario?.id).data?.value;
  const [q] = useDebouncedValue(typed.trim(), 200);
  const accounts = useQuery({
    queryKey: ['accounts', 'palette', q],
    queryFn: () => getAccounts({ q, limit: 6 }),
    enabled: q.length >= 2,
  });
  return useMemo(() => {
    const actions: Command[] = mayPlan
      ? (['optimise', 'publish'] as const).map((open) => ({
          id: open,
          label: open === 'optimise' ? 'Optimise this scenario' : 'Publish this scenario',
          kind: 'Action',
          run: () => change({ page: 'map', open }),
        }))
      : [];
    return [
      ...pagesFor(user.role).map(({ page, label }) => ({
        id: page,
        label,
        kind: 'Page',
        run: () => change({ page, open: undefined }, true),
      })),
      ...actions,
      ...(summary?.territories ?? []).map(({ code, name, representativeName }) => ({
        id: code,
        label: [territoryLabel(code, name), representativeName].filter(Boolean).join(' '),
        kind: 'Territory',
        run: () => change({ page: 'map', selection: { kind: 'territory' as const, code } }, true),
      })),
      ...choice.scenarios.map(({ id, name }) => ({
        id,
        label: name,
        kind: 'Scenario',
        run: () => change({ page: 'map', scenario: id, selection: NOTHING }, true),
      })),
      ...(accounts.data?.items ?? []).map(({ id, name, city, region }) => ({
        id,
        label: [name, city, region].filter(Boolean).join(', '),
        kind: 'Account',
        run: () => change({ page: 'accounts', open: id }, true),
      })),
    ];
  }, [mayPlan, user.role, summary, choice.scenarios, accounts.data, change]);
}

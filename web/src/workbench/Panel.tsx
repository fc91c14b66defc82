import { type KeyboardEvent, useState } from 'react';
import type { TerritorySummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { BalancePanel } from './BalancePanel';
import { ChangesPanel } from './ChangesPanel';
import { DesignPanel } from './DesignPanel';
import { TerritoryTable } from './TerritoryTable';
import type { useHeld } from './useHeld';
import type { Shown } from './useShown';
import { WhyHere } from './WhyHere';

interface Props {
  readonly shown: Shown;
  readonly hand: ReturnType<typeof useHeld>;
  readonly colours: readonly string[];
  /** Code of the territory in focus. */
  readonly focus: string | undefined;
  readonly locked: readonly string[];
  /** A row is where the held units go, not what is looked at. */
  readonly choosing: boolean;
  readonly mayPlan: boolean;
  onChoose(territory: TerritorySummary): void;
  onOpen(territory: TerritorySummary): void;
  onUnits(unitIds: readonly string[]): void;
}

const TABS = { territories: 'Territories', changes: 'Changes', design: 'Design' } as const;
type Tab = keyof typeof TABS;

/** The numbers beside the map. */
export function Panel(props: Props) {
  const { shown, hand, focus } = props;
  const { figures, comparison } = shown;
  const againstName = shown.choice.against?.name;
  const [tab, setTab] = useState<Tab>('territories');
  const [only, ...others] = hand.held;
  const heldUnit =
    only === undefined || others.length > 0 ? undefined : shown.alignment?.unitIds[only];
  return (
    <aside className="panel" aria-label="Numbers">
      {figures && (
        <>
          <BalancePanel
            summary={figures}
            after={hand.after}
            change={shown.changed}
            againstName={againstName}
          />
          {heldUnit !== undefined && <WhyHere summary={figures} unitId={heldUnit} />}
          <Tabs tab={tab} onTab={setTab} />
          <div className="panel-tab" role="tabpanel" id={PANEL_ID} aria-label={TABS[tab]}>
            {tab === 'territories' && (
              <TerritoryTable
                summary={figures}
                after={hand.after}
                colours={props.colours}
                focus={focus}
                touched={hand.touched}
                locked={props.locked}
                aim={hand.aim}
                choosing={props.choosing}
                onChoose={props.onChoose}
                onOpen={props.onOpen}
                onAim={hand.setPointedAim}
              />
            )}
            {tab === 'changes' && (
              <ChangesPanel
                comparison={comparison.data}
                error={comparison.error}
                againstName={againstName}
                focus={focus}
                onSelect={props.onUnits}
              />
            )}
            {tab === 'design' && (
              <DesignPanel
                key={figures.id}
                summary={figures}
                scenarios={shown.choice.scenarios}
                mayPlan={props.mayPlan}
              />
            )}
          </div>
        </>
      )}
      {shown.figuresError && (
        <div className="panel-section">
          <ProblemNote error={shown.figuresError} />
        </div>
      )}
    </aside>
  );
}

const PANEL_ID = 'numbers';

interface TabsProps {
  readonly tab: Tab;
  onTab(tab: Tab): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One stop of the Tab key; the arrows go from one to the next. */
function Tabs({ tab, onTab }: TabsProps) {
  const names = Object.keys(TABS) as Tab[];
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = STEPS[event.key];
    const next = by && names.at((names.indexOf(tab) + by) % names.length);
    if (!next) return;
    event.preventDefault();
    onTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <div className="panel-tabs" role="tablist" aria-label="Numbers" onKeyDown={step}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-tab={name}
          tabIndex={name === tab ? 0 : -1}
          aria-selected={name === tab}
          aria-controls={PANEL_ID}
          onClick={() => onTab(name)}
        >
          {TABS[name]}
        </button>
      ))}
    </div>
  );
}

import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { problemOf } from '../api/problem';
import { compareScenarios } from '../api/resources';
import type { TerritorySummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useMayPlan } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { useView } from '../app/useView';
import { readAccounts } from '../map/atlasReader';
import type { Tool } from '../map/DrawPad';
import { type Frame, frameOf } from '../map/geometry';
import { MapView } from '../map/MapView';
import { figuresOf, inNumbersOf, unitsMoved, unitsOf } from '../model/alignment';
import { membersOf } from '../model/places';
import { NOTHING, selectTerritory, selectUnits, toggleUnit } from '../model/selection';
import { textAt } from '../model/texts';
import { BalancePanel } from './BalancePanel';
import { ChangesPanel } from './ChangesPanel';
import { HoverCard } from './HoverCard';
import { MapLook } from './MapLook';
import { MapTools } from './MapTools';
import { NoPlan } from './NoPlan';
import { OptimiseDrawer } from './OptimiseDrawer';
import { PublishDialog } from './PublishDialog';
import { SelectionBar } from './SelectionBar';
import { TerritoryBar } from './TerritoryBar';
import { TerritoryTable } from './TerritoryTable';
import { TopBar } from './TopBar';
import { useBase, useUnitGeometry } from './useAtlas';
import { useHeld } from './useHeld';
import { usePlan } from './usePlan';
import { useEdits, useSummary, useUnits } from './useScenario';
import { useScene, useTerritoryColours } from './useScene';
import { useShortcuts } from './useShortcuts';

export type Dialog = 'none' | 'optimise' | 'publish';

/** The map and the numbers: one object seen twice. */
export function Workbench() {
  const { view, change } = useView();
  const scheme = useScheme();
  const mayPlan = useMayPlan();
  const { choice, waiting, error } = usePlan(view);
  const { plan, scenario, against } = choice;
  const [tool, setTool] = useState<Tool>('point');
  const [dialog, setDialog] = useState<Dialog>('none');
  const [tab, setTab] = useState<'territories' | 'changes'>('territories');
  const [goTo, setGoTo] = useState<Frame>();

  const summary = useSummary(scenario?.id);
  const units = useUnits(scenario?.id);
  const againstSummary = useSummary(against?.id);
  const againstUnits = useUnits(against?.id);
  const edits = useEdits(scenario?.id);
  const { alignment } = units;
  const figures = summary.data?.value;
  const atlas = useUnitGeometry(plan);
  const geometry = atlas.geometry;
  const base = useBase(plan?.country);
  const points = useQuery({
    queryKey: ['points', plan?.id],
    queryFn: () => readAccounts(plan?.id ?? ''),
    // Figures and areas come first: many accounts keep the server and the line busy for a while.
    enabled: plan !== undefined && figures !== undefined && geometry !== undefined,
    structuralSharing: false,
    staleTime: 5 * 60_000,
  });
  const comparison = useQuery({
    queryKey: ['comparison', scenario?.id, against?.id],
    queryFn: () => compareScenarios(scenario?.id ?? '', against?.id ?? ''),
    enabled: scenario !== undefined && against !== undefined && edits.pending === 0,
    placeholderData: (last) => last,
  });

  const compared = useMemo(() => {
    if (!figures || !againstSummary.data || !againstUnits.data) return undefined;
    return inNumbersOf(
      figures.territories.map(({ code }) => code),
      againstSummary.data.value.territories.map(({ code }) => code),
      againstUnits.data.territory,
    );
  }, [figures, againstSummary.data, againstUnits.data]);

  const hand = useHeld({
    scenarioId: scenario?.id,
    selection: view.selection,
    figures,
    alignment,
    geometry,
    locked: view.locked,
    mayPlan,
  });
  const { held, aim, after } = hand;

  const parts = {
    scheme,
    view,
    summary: figures,
    alignment,
    compared,
    geometry,
    base,
    accounts: points.data,
  };
  const colours = useTerritoryColours(parts);
  const scene = useScene({ ...parts, selected: hand.selected }, colours);

  const { forgetAim, closed } = hand;
  const select = useCallback(
    (selection: typeof view.selection) => {
      forgetAim();
      change({ selection });
    },
    [change, forgetAim],
  );
  const letGo = useCallback(() => select(NOTHING), [select]);
  const move = useCallback(() => {
    if (!mayPlan || held.length === 0 || aim === undefined || closed) return;
    edits.move(held, aim);
    select(NOTHING);
  }, [mayPlan, held, aim, closed, edits, select]);
  const show = useCallback(
    (territory: TerritorySummary) => {
      if (!alignment || !geometry) return;
      const own = unitsOf(alignment, [territory.number]);
      if (own.length === 0) return;
      setGoTo(
        frameOf(
          own.map((unit) => geometry.longitudes[unit] ?? Number.NaN),
          own.map((unit) => geometry.latitudes[unit] ?? Number.NaN),
        ),
      );
    },
    [alignment, geometry],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const here = choice.scenarios.findIndex(({ id }) => id === scenario?.id);
      const next = choice.scenarios[here + by];
      if (next) change({ scenario: next.id, selection: NOTHING }, true);
    },
    [choice.scenarios, scenario?.id, change],
  );
  useShortcuts({ tool, setTool, letGo, move, undo: edits.undo, redo: edits.redo, step });

  const lockedUnits = useMemo(() => {
    if (!alignment || !figures) return [];
    const numbers = figures.territories.filter(({ code }) => view.locked.includes(code));
    return unitsOf(
      alignment,
      numbers.map(({ number }) => number),
    ).flatMap((unit) => alignment.unitIds[unit] ?? []);
  }, [alignment, figures, view.locked]);

  // The palette asks for dialogs and places through a one-time word in the address.
  const asked = view.open;
  useEffect(() => {
    if (asked === 'optimise' || asked === 'publish') {
      setDialog(asked);
      change({ open: undefined });
    }
  }, [asked, change]);

  if (error) return <Unreadable error={error} />;
  if (!waiting && (!plan || !scenario)) return <NoPlan plan={plan} />;

  const movedUnits =
    alignment && compared ? unitsMoved(alignment.territoryOf, compared) : undefined;
  const changeTotals =
    comparison.data?.change.moved ??
    (alignment && movedUnits ? figuresOf(alignment, movedUnits) : undefined);
  const choosing = held.length > 0;
  const focusCode = view.selection.kind === 'territory' ? view.selection.code : undefined;
  const focused = figures?.territories.find(({ code }) => code === focusCode);

  return (
    <div className="workbench">
      <TopBar
        choice={choice}
        summary={figures}
        edits={edits}
        mayPlan={mayPlan}
        onOptimise={() => setDialog('optimise')}
        onPublish={() => setDialog('publish')}
      />
      <div className="map">
        <MapView
          scene={scene}
          camera={view.camera}
          goTo={goTo}
          tool={tool}
          describe={(hit) =>
            figures && alignment ? (
              <HoverCard
                hit={hit}
                summary={figures}
                alignment={alignment}
                compared={compared}
                places={geometry?.places}
                accounts={points.data}
              />
            ) : null
          }
          onUnit={(unit, extend) => {
            const id = alignment?.unitIds[unit];
            if (id === undefined) return;
            select(
              extend
                ? toggleUnit(view.selection, id)
                : selectUnits(view.selection, [id], 'replace'),
            );
          }}
          onPlace={(place) => {
            const [largest] = points.data ? membersOf(points.data.places, place) : [];
            if (!points.data || largest === undefined) return;
            change({ page: 'accounts', open: textAt(points.data.ids, largest) }, true);
          }}
          onEmpty={letGo}
          onDrawn={(numbers, gesture) => {
            setTool('point');
            const ids = numbers.flatMap((number) => alignment?.unitIds[number] ?? []);
            select(selectUnits(view.selection, ids, gesture));
          }}
          onCamera={(camera) => change({ camera })}
        />
        <MapTools tool={tool} onTool={setTool} />
        <MapLook scheme={scheme} />
        {(summary.isPending || units.isPending || !geometry) && !atlas.error && (
          <div className="float map-note">
            <Loader size="xs" mr={8} /> Drawing the map…
          </div>
        )}
        {atlas.error && (
          <div className="float map-note">
            <ProblemNote error={atlas.error} />
          </div>
        )}
      </div>
      <aside className="panel">
        {figures && (
          <>
            <BalancePanel
              summary={figures}
              after={after}
              change={changeTotals}
              againstName={against?.name}
            />
            <div className="panel-tabs" role="tablist">
              <PanelTab of="territories" label="Territories" tab={tab} onTab={setTab} />
              <PanelTab of="changes" label="Changes" tab={tab} onTab={setTab} />
            </div>
            {tab === 'territories' ? (
              <TerritoryTable
                summary={figures}
                after={after}
                colours={colours}
                focus={focusCode}
                touched={hand.touched}
                locked={view.locked}
                aim={aim}
                choosing={choosing && mayPlan}
                onChoose={(territory) =>
                  choosing && mayPlan
                    ? hand.setChosenAim(territory.number)
                    : select(selectTerritory(view.selection, territory.code))
                }
                onOpen={show}
                onAim={hand.setPointedAim}
              />
            ) : (
              <ChangesPanel
                comparison={comparison.data}
                error={comparison.error}
                againstName={against?.name}
                focus={focusCode}
                onSelect={(ids) => select(selectUnits(NOTHING, ids, 'replace'))}
              />
            )}
          </>
        )}
        {summary.error && (
          <div className="panel-section">
            <ProblemNote error={summary.error} />
          </div>
        )}
      </aside>
      {figures && alignment && held.length > 0 && (
        <SelectionBar
          summary={figures}
          after={after}
          units={held.length}
          figures={figuresOf(alignment, held)}
          aim={aim}
          preview={hand.preview}
          closed={closed}
          mayMove={mayPlan}
          onAim={hand.setChosenAim}
          onMove={move}
          onClear={letGo}
        />
      )}
      {figures && alignment && focused && (
        <TerritoryBar
          summary={figures}
          territory={focused}
          locked={view.locked.includes(focused.code)}
          mayPlan={mayPlan}
          onShow={() => show(focused)}
          onLock={(lock) =>
            change({
              locked: lock
                ? [...view.locked, focused.code]
                : view.locked.filter((code) => code !== focused.code),
            })
          }
          onMerge={(into) => {
            edits.move(unitsOf(alignment, [focused.number]), into);
            letGo();
          }}
          onClear={letGo}
        />
      )}
      {figures && scenario && plan && (
        <>
          <OptimiseDrawer
            opened={dialog === 'optimise'}
            onClose={() => setDialog('none')}
            summary={figures}
            lockedUnits={lockedUnits}
            onDone={(id) => {
              setDialog('none');
              change({ scenario: id, selection: NOTHING }, true);
            }}
          />
          <PublishDialog
            opened={dialog === 'publish'}
            onClose={() => setDialog('none')}
            plan={plan}
            summary={figures}
          />
        </>
      )}
    </div>
  );
}

interface PanelTabProps {
  readonly of: 'territories' | 'changes';
  readonly label: string;
  readonly tab: string;
  onTab(tab: 'territories' | 'changes'): void;
}

function PanelTab({ of, label, tab, onTab }: PanelTabProps) {
  return (
    <button type="button" role="tab" aria-selected={tab === of} onClick={() => onTab(of)}>
      {label}
    </button>
  );
}

function Unreadable({ error }: { readonly error: unknown }) {
  return (
    <div className="page-scroll">
      <div className="page-body" data-code={problemOf(error).code}>
        <h1 className="page-title">The plan cannot be shown</h1>
        <ProblemNote error={error} />
      </div>
    </div>
  );
}

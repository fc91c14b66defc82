import { Loader } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { problemOf } from '../api/problem';
import type { TerritorySummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useMayPlan } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { useView } from '../app/useView';
import type { Tool } from '../map/DrawPad';
import { type Frame, frameOf } from '../map/geometry';
import { MapView } from '../map/MapView';
import { figuresOf, unitsOf } from '../model/alignment';
import { membersOf } from '../model/places';
import { NOTHING, selectTerritory, selectUnits, toggleUnit } from '../model/selection';
import { textAt } from '../model/texts';
import { HoverCard } from './HoverCard';
import { MapLook } from './MapLook';
import { MapTools } from './MapTools';
import { NoPlan } from './NoPlan';
import { OptimiseDrawer } from './OptimiseDrawer';
import { Panel } from './Panel';
import { PublishDialog } from './PublishDialog';
import { SelectionBar } from './SelectionBar';
import { TerritoryBar } from './TerritoryBar';
import { TopBar } from './TopBar';
import { useHeld } from './useHeld';
import { useScene, useTerritoryColours } from './useScene';
import { useShortcuts } from './useShortcuts';
import { useShown } from './useShown';

export type Dialog = 'none' | 'optimise' | 'publish';

/** The map and the numbers: one object seen twice. */
export function Workbench() {
  const { view, change } = useView();
  const scheme = useScheme();
  const mayPlan = useMayPlan();
  const shown = useShown(view);
  const { choice, figures, alignment, compared, geometry, base, accounts, edits } = shown;
  const { plan, scenario } = choice;
  const [tool, setTool] = useState<Tool>('point');
  const [dialog, setDialog] = useState<Dialog>('none');
  const [goTo, setGoTo] = useState<Frame>();

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
    accounts,
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

  if (shown.error) return <Unreadable error={shown.error} />;
  if (!shown.waiting && (!plan || !scenario)) return <NoPlan plan={plan} />;

  const choosing = held.length > 0 && mayPlan;
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
                accounts={accounts}
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
            const [largest] = accounts ? membersOf(accounts.places, place) : [];
            if (!accounts || largest === undefined) return;
            change({ page: 'accounts', open: textAt(accounts.ids, largest) }, true);
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
        {shown.drawing && !shown.mapError && (
          <div className="float map-note" role="status">
            <Loader size="xs" mr={8} /> Drawing the map…
          </div>
        )}
        {shown.mapError && (
          <div className="float map-note">
            <ProblemNote error={shown.mapError} />
          </div>
        )}
      </div>
      <Panel
        shown={shown}
        hand={hand}
        colours={colours}
        focus={focusCode}
        locked={view.locked}
        choosing={choosing}
        mayPlan={mayPlan}
        onChoose={(territory) =>
          choosing
            ? hand.setChosenAim(territory.number)
            : select(selectTerritory(view.selection, territory.code))
        }
        onOpen={show}
        onUnits={(ids) => select(selectUnits(NOTHING, ids, 'replace'))}
      />
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

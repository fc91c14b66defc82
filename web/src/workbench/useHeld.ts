import { useCallback, useMemo, useState } from 'react';
import type { ScenarioSummary } from '../api/wire';
import type { UnitGeometry } from '../map/geometry';
import { type Alignment, byHolder } from '../model/alignment';
import { territoriesBeside } from '../model/borders';
import { summaryAfter } from '../model/effect';
import type { Selection } from '../model/selection';
import { useMovePreview } from './useMovePreview';

interface Parts {
  readonly scenarioId: string | undefined;
  readonly selection: Selection;
  readonly figures: ScenarioSummary | undefined;
  readonly alignment: Alignment | undefined;
  readonly geometry: UnitGeometry | undefined;
  /** Codes of territories that nothing may leave or enter. */
  readonly locked: readonly string[];
  readonly mayPlan: boolean;
}

const NO_UNITS: readonly number[] = [];

/** The units held in the hand, the territory they are held over, and what letting go would do. */
export function useHeld(parts: Parts) {
  const { scenarioId, selection, figures, alignment, geometry, locked, mayPlan } = parts;
  const [chosenAim, setChosenAim] = useState<number>();
  const [pointedAim, setPointedAim] = useState<number>();
  const numberOf = useMemo(
    () => new Map(alignment?.unitIds.map((id, number) => [id, number])),
    [alignment?.unitIds],
  );
  const selectedIds = selection.kind === 'units' ? selection.unitIds : undefined;
  const held = useMemo(
    () => selectedIds?.flatMap((id) => numberOf.get(id) ?? []) ?? NO_UNITS,
    [selectedIds, numberOf],
  );
  const selected = useMemo(() => new Set(held), [held]);
  const touched = useMemo(
    () => new Set(alignment ? byHolder(alignment, held).keys() : []),
    [alignment, held],
  );
  const beside = useMemo(() => {
    if (!geometry || !alignment || held.length === 0) return undefined;
    const next = territoriesBeside(geometry.borders, alignment.territoryOf, (unit) =>
      selected.has(unit),
    );
    return next.find((number) => !locked.includes(figures?.territories[number]?.code ?? ''));
  }, [geometry, alignment, held, selected, locked, figures]);
  const aim = pointedAim ?? chosenAim ?? beside;
  const after = useMemo(
    () =>
      figures && alignment && held.length > 0 && aim !== undefined
        ? summaryAfter(figures, alignment, held, aim)
        : undefined,
    [figures, alignment, held, aim],
  );
  const aimCode = aim === undefined ? undefined : figures?.territories[aim]?.code;
  const preview = useMovePreview(mayPlan ? scenarioId : undefined, selectedIds, aimCode);
  const closed = useMemo(() => {
    const concerned = [...touched, ...(aim === undefined ? [] : [aim])];
    return concerned
      .flatMap((number) => figures?.territories[number]?.code ?? [])
      .find((code) => locked.includes(code));
  }, [touched, aim, figures, locked]);
  const forgetAim = useCallback(() => {
    setChosenAim(undefined);
    setPointedAim(undefined);
  }, []);
  return {
    held,
    selected,
    touched,
    aim,
    after,
    preview,
    /** The locked territory that stands in the way, if one does. */
    closed,
    setChosenAim,
    setPointedAim,
    forgetAim,
  };
}

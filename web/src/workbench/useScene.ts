import { useEffect, useMemo, useRef } from 'react';
import type { ScenarioSummary } from '../api/wire';
import type { UnitGeometry } from '../map/geometry';
import { indexColour, paletteOf, type Scheme, TERRITORY_DISTANCES } from '../map/palette';
import type { Base, Home, PlacedAccounts, Scene, TerritoryLabel } from '../map/scene';
import { type Alignment, MEASURES, unitsMoved } from '../model/alignment';
import { touchingTerritories } from '../model/borders';
import { colourTerritories } from '../model/colouring';
import { labelUnits } from '../model/labels';
import type { View } from '../model/view';

interface Parts {
  readonly scheme: Scheme;
  readonly view: View;
  readonly summary: ScenarioSummary | undefined;
  readonly alignment: Alignment | undefined;
  /** The alignment compared with, in this scenario's territory numbers. */
  readonly compared: ArrayLike<number> | undefined;
  readonly geometry: UnitGeometry | undefined;
  readonly base: Base | undefined;
  readonly accounts: PlacedAccounts | undefined;
  readonly selected: ReadonlySet<number>;
}

const NO_UNITS: ReadonlySet<number> = new Set();
const NO_TERRITORIES: ArrayLike<number> = [];

/**
 * The colour of every territory, by its number. The server's wishes stand where neighbours look
 * different; after an edit a territory keeps the colour it had, as far as its new neighbours allow.
 */
export function useTerritoryColours({
  scheme,
  summary,
  alignment,
  geometry,
}: Omit<Parts, 'selected'>): readonly string[] {
  const scenario = summary?.id;
  const last = useRef<{ readonly scenario: string; readonly numbers: readonly number[] }>(
    undefined,
  );
  const numbers = useMemo(() => {
    const territories = summary?.territories ?? [];
    const wishes = territories.map(({ color }) => color % TERRITORY_DISTANCES.length);
    if (!alignment || !geometry) return wishes;
    return colourTerritories(
      touchingTerritories(geometry.borders, alignment.territoryOf, territories.length),
      last.current && last.current.scenario === scenario ? last.current.numbers : wishes,
      TERRITORY_DISTANCES,
    );
  }, [scenario, summary?.territories, alignment, geometry]);
  useEffect(() => {
    if (scenario && alignment && geometry) last.current = { scenario, numbers };
  }, [scenario, alignment, geometry, numbers]);
  return useMemo(() => {
    const palette = paletteOf(scheme).territories;
    return numbers.map((number) => palette[number] ?? '#cccccc');
  }, [scheme, numbers]);
}

export function useScene(parts: Parts, colours: readonly string[]): Scene {
  const { scheme, view, summary, alignment, compared, geometry, base, selected } = parts;
  const colour = view.colour;

  const fills = useMemo(
    () =>
      alignment ? fillsOf(alignment, territoryFills(summary, colour, colours, scheme), scheme) : [],
    [alignment, summary, colour, colours, scheme],
  );
  const hidden = view.hidden;
  const moved = useMemo(
    () =>
      alignment && compared && !hidden.includes('moved')
        ? new Set(unitsMoved(alignment.territoryOf, compared))
        : NO_UNITS,
    [alignment, compared, hidden],
  );
  const labels = useMemo(
    () =>
      summary && alignment && geometry && !hidden.includes('labels')
        ? labelsOf(summary, alignment, geometry)
        : [],
    [summary, alignment, geometry, hidden],
  );
  const homes = useMemo(
    () => (summary && !hidden.includes('homes') ? homesOf(summary) : []),
    [summary, hidden],
  );
  const accounts = hidden.includes('accounts') ? undefined : parts.accounts;
  const focusCode = view.selection.kind === 'territory' ? view.selection.code : undefined;
  const focus = summary?.territories.find(({ code }) => code === focusCode)?.number;

  return useMemo(
    () => ({
      scheme,
      base,
      units: geometry,
      fills,
      territoryOf: alignment?.territoryOf ?? NO_TERRITORIES,
      moved,
      selected,
      focus,
      labels,
      homes,
      accounts,
      frame: geometry?.frame,
    }),
    [
      scheme,
      base,
      geometry,
      fills,
      alignment?.territoryOf,
      moved,
      selected,
      focus,
      labels,
      homes,
      accounts,
    ],
  );
}

function territoryFills(
  summary: ScenarioSummary | undefined,
  colour: View['colour'],
  colours: readonly string[],
  scheme: Scheme,
): readonly string[] {
  if (colour.kind === 'territory') return colours;
  const measure = MEASURES.find((name) => name === colour.measure) ?? 'potential';
  return (summary?.territories ?? []).map(({ index }) => indexColour(index[measure], scheme));
}

function fillsOf(alignment: Alignment, fills: readonly string[], scheme: Scheme) {
  const { unassigned } = paletteOf(scheme);
  return Array.from(alignment.territoryOf, (territory) => fills[territory] ?? unassigned);
}

function labelsOf(
  summary: ScenarioSummary,
  alignment: Alignment,
  { longitudes, latitudes }: UnitGeometry,
): readonly TerritoryLabel[] {
  const centres = summary.territories.map(({ centre, home }) => {
    const place = centre ?? home;
    return place ? ([place.lon, place.lat] as const) : undefined;
  });
  const units = labelUnits(alignment.territoryOf, longitudes, latitudes, centres);
  return summary.territories.flatMap(({ code, name, units: size }, number) => {
    const unit = units[number];
    return unit === undefined
      ? []
      : [{ code, name, units: size, lon: longitudes[unit] ?? 0, lat: latitudes[unit] ?? 0 }];
  });
}

function homesOf(summary: ScenarioSummary): readonly Home[] {
  return summary.territories.flatMap(({ code, home, representativeName }) =>
    home && representativeName
      ? [{ code, person: representativeName, lon: home.lon, lat: home.lat }]
      : [],
  );
}

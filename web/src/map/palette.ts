import { distancesBetween } from '../model/likeness';

export type Scheme = 'light' | 'dark';

/** Colours of the map, for one scheme. */
export interface MapPalette {
  readonly water: string;
  readonly land: string;
  readonly frontier: string;
  readonly region: string;
  readonly county: string;
  readonly place: string;
  readonly halo: string;
  readonly label: string;
  readonly border: string;
  readonly unitBorder: string;
  readonly account: string;
  readonly accountEdge: string;
  readonly selection: string;
  readonly unassigned: string;
  readonly hatch: string;
  readonly fillOpacity: number;
  readonly territories: readonly string[];
}

/**
 * The "light" qualitative scheme of Paul Tol (SRON technical note 09-002, 2021), made to stay apart
 * for the colour-blind and to let dark labels stand on it; a violet in place of its olive and grey,
 * which would look like land without a territory.
 */
const TERRITORIES = [
  '#77aadd',
  '#ee8866',
  '#eedd88',
  '#44bb99',
  '#ffaabb',
  '#99ddff',
  '#bbcc33',
  '#9673e6',
] as const;

/** How far apart they look; both schemes share them. */
export const TERRITORY_DISTANCES = distancesBetween(TERRITORIES);

const LIGHT: MapPalette = {
  water: '#dfe7ea',
  land: '#f6f5f1',
  frontier: '#b4bdc1',
  region: '#aeb7bb',
  county: '#d3d6d3',
  place: '#59646a',
  halo: '#ffffff',
  label: '#1b2529',
  border: '#2f3d43',
  unitBorder: '#ffffff',
  account: '#22343b',
  accountEdge: '#ffffff',
  selection: '#0b3f45',
  unassigned: '#e2e2dc',
  hatch: '#10262b',
  fillOpacity: 0.68,
  territories: TERRITORIES,
};

const DARK: MapPalette = {
  water: '#0e1315',
  land: '#1b2124',
  frontier: '#455158',
  region: '#4a555b',
  county: '#2b3337',
  place: '#a3aeb4',
  halo: '#101517',
  label: '#f3f6f7',
  border: '#e8eef0',
  unitBorder: '#12181b',
  account: '#f2f5f6',
  accountEdge: '#12181b',
  selection: '#ffffff',
  unassigned: '#2a3236',
  hatch: '#ffffff',
  fillOpacity: 0.55,
  territories: TERRITORIES,
};

export function paletteOf(scheme: Scheme): MapPalette {
  return scheme === 'dark' ? DARK : LIGHT;
}

/** Steps of an index from well under to well over 100: blue, paper, orange. */
const INDEX_STEPS: readonly (readonly [upTo: number, light: string, dark: string])[] = [
  [50, '#2b6ca3', '#3f86c4'],
  [80, '#7fb0d6', '#35638a'],
  [95, '#c6dcea', '#2b4557'],
  [105, '#f3efe4', '#3a3f3f'],
  [125, '#f7d0a4', '#6e5233'],
  [200, '#eb9a52', '#b0713a'],
  [Number.POSITIVE_INFINITY, '#c65f13', '#e08b3e'],
];

export function indexColour(index: number | undefined, scheme: Scheme): string {
  if (index === undefined) return paletteOf(scheme).unassigned;
  const step = INDEX_STEPS.find(([upTo]) => index <= upTo);
  return (scheme === 'dark' ? step?.[2] : step?.[1]) ?? paletteOf(scheme).unassigned;
}

/** What the legend says about the index colours. */
export function indexLegend(scheme: Scheme): readonly { colour: string; label: string }[] {
  return INDEX_STEPS.map(([upTo, light, dark], number) => ({
    colour: scheme === 'dark' ? dark : light,
    label: upTo === Number.POSITIVE_INFINITY ? `> ${INDEX_STEPS[number - 1]?.[0]}` : `≤ ${upTo}`,
  }));
}

import { NOTHING, type Selection } from './selection';

/** Everything a colleague needs to see the same screen; it lives in the address bar. */
export interface View {
  readonly page: Page;
  readonly plan?: string;
  readonly scenario?: string;
  /** The scenario compared with. */
  readonly against?: string;
  readonly colour: Colour;
  readonly hidden: readonly Layer[];
  readonly selection: Selection;
  /** Codes of territories that nothing may leave or enter. */
  readonly locked: readonly string[];
  readonly camera?: Camera;
  /** The account, or other single thing, that a page has open. */
  readonly open?: string;
  /** An instant: what is shown is what was known then. */
  readonly known?: string;
}

const PAGES = [
  'map',
  'patch',
  'accounts',
  'ownership',
  'rules',
  'leads',
  'kpis',
  'team',
  'data',
  'access',
] as const;
export type Page = (typeof PAGES)[number];

/** What fills the units: the territory's colour, or the index of a measure. */
type Colour = { readonly kind: 'territory' } | { readonly kind: 'index'; readonly measure: string };

export const LAYERS = ['accounts', 'homes', 'labels', 'moved'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export const START: View = {
  page: 'map',
  colour: { kind: 'territory' },
  hidden: [],
  selection: NOTHING,
  locked: [],
};

/** Longer selections do not fit an address that people can paste anywhere. */
const MOST_UNITS_IN_ADDRESS = 150;

export function printView(view: View): string {
  const query = new URLSearchParams();
  if (view.plan) query.set('plan', view.plan);
  if (view.scenario) query.set('scenario', view.scenario);
  if (view.against) query.set('vs', view.against);
  if (view.colour.kind === 'index') query.set('colour', view.colour.measure);
  if (view.hidden.length > 0) query.set('hide', view.hidden.join('.'));
  if (view.selection.kind === 'territory') query.set('territory', view.selection.code);
  if (view.selection.kind === 'units' && view.selection.unitIds.length <= MOST_UNITS_IN_ADDRESS) {
    query.set('units', view.selection.unitIds.join('.'));
  }
  if (view.locked.length > 0) query.set('lock', view.locked.join('.'));
  if (view.camera) query.set('at', printCamera(view.camera));
  if (view.open) query.set('open', view.open);
  if (view.known) query.set('known', view.known);
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `#/${view.page}?${text}` : `#/${view.page}`;
}

/** Reads an address; what it does not understand falls back to the start. */
export function parseView(hash: string): View {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?');
  const query = new URLSearchParams(search);
  const colour = query.get('colour');
  const camera = parseCamera(query.get('at'));
  return {
    page: PAGES.find((page) => page === path) ?? START.page,
    ...present('plan', query.get('plan')),
    ...present('scenario', query.get('scenario')),
    ...present('against', query.get('vs')),
    ...present('open', query.get('open')),
    ...present('known', query.get('known')),
    colour: colour ? { kind: 'index', measure: colour } : START.colour,
    hidden: LAYERS.filter((layer) => (query.get('hide') ?? '').split('.').includes(layer)),
    selection: parseSelection(query),
    locked: partsOf(query.get('lock')),
    ...(camera ? { camera } : {}),
  };
}

function parseSelection(query: URLSearchParams): Selection {
  const territory = query.get('territory');
  if (territory) return { kind: 'territory', code: territory };
  const unitIds = partsOf(query.get('units'));
  return unitIds.length > 0 ? { kind: 'units', unitIds } : NOTHING;
}

function partsOf(text: string | null): readonly string[] {
  return (text ?? '').split('.').filter((part) => part !== '');
}

function printCamera({ lon, lat, zoom }: Camera): string {
  return `${lon.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`;
}

function parseCamera(text: string | null): Camera | undefined {
  const [lon, lat, zoom] = (text ?? '').split(',').map(Number);
  if (lon === undefined || lat === undefined || zoom === undefined) return undefined;
  const possible = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24;
  return possible ? { lon, lat, zoom } : undefined;
}

function present<K extends string>(key: K, value: string | null): { readonly [P in K]?: string } {
  return value ? ({ [key]: value } as { readonly [P in K]: string }) : {};
}

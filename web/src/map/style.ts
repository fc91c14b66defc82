import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { accountLayers } from './layers/accounts';
import { frontierLayers, landLayers, placeLayers } from './layers/base';
import { homeLayers } from './layers/homes';
import { movedLayers } from './layers/moved';
import { selectionLayers } from './layers/selection';
import { labelLayers, outlineLayers } from './layers/territories';
import { unitLayers } from './layers/units';
import { paletteOf, type Scheme } from './palette';

/** What a source holds before anything is known. */
export const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };
const SOURCES = [
  'countries',
  'regions',
  'places',
  'units',
  'outlines',
  'selection',
  'labels',
  'homes',
  'accounts',
] as const;
export type SourceName = (typeof SOURCES)[number];

/** All layers from the ground up. */
export function layersFor(scheme: Scheme): readonly LayerSpecification[] {
  const palette = paletteOf(scheme);
  return [
    ...landLayers(palette),
    ...unitLayers(palette),
    ...movedLayers(),
    ...frontierLayers(palette),
    ...outlineLayers(palette),
    ...accountLayers(palette),
    ...selectionLayers(palette),
    ...placeLayers(palette),
    ...homeLayers(palette),
    ...labelLayers(palette),
  ];
}

export function emptySources(): Record<string, SourceSpecification> {
  return Object.fromEntries(
    SOURCES.map((name) => [
      name,
      {
        type: 'geojson',
        data: NONE,
        // Neighbours are simplified apart from each other, so more than this shows as cracks.
        ...(name === 'units' ? { maxzoom: 11, tolerance: 0.05 } : {}),
      } satisfies SourceSpecification,
    ]),
  );
}

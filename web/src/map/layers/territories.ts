import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';
import type { TerritoryLabel } from '../scene';
import { LABEL_FONT } from './base';

/** Where two territories meet. */
export function outlineLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'outlines',
      type: 'line',
      source: 'outlines',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 1.3, 10, 2.4],
        'line-opacity': 0.85,
      },
    },
  ];
}

export function labelLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', 'code'],
          5.4,
          ['format', ['get', 'code'], {}, '\n', {}, ['get', 'name'], { 'font-scale': 0.78 }],
        ],
        'text-font': LABEL_FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 6, 13.5, 10, 17],
        'text-padding': 3,
        'text-max-width': 9,
        'symbol-sort-key': ['-', ['get', 'units']],
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6,
      },
    },
  ];
}

export function lines(
  coordinates: readonly (readonly (readonly [number, number])[])[],
): Feature<MultiLineString> {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiLineString', coordinates: coordinates as [number, number][][] },
  };
}

export function labelFeatures(labels: readonly TerritoryLabel[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: labels.map(({ code, name, units, lon, lat }) => ({
      type: 'Feature',
      properties: { code, name: name === code ? '' : name, units },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

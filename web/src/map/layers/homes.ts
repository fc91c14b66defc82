import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';
import type { Home } from '../scene';
import { LABEL_FONT } from './base';

/** Where the representatives live. */
export function homeLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'homes',
      type: 'circle',
      source: 'homes',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 2.6, 8, 5],
        'circle-color': palette.halo,
        'circle-stroke-color': palette.selection,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 3, 1.6, 8, 2.4],
      },
    },
    {
      id: 'homes-names',
      type: 'symbol',
      source: 'homes',
      minzoom: 6.8,
      layout: {
        'text-field': ['get', 'person'],
        'text-font': LABEL_FONT,
        'text-size': 11,
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
      },
    },
  ];
}

export function homeFeatures(homes: readonly Home[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: homes.map(({ code, person, lon, lat }) => ({
      type: 'Feature',
      properties: { code, person },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

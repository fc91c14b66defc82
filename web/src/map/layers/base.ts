import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';
import type { Base } from '../scene';

export const LABEL_FONT = ['Inter Variable'];

/** Land, regions and frontiers: almost silent, they only say where we are. */
export function landLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': palette.land } },
  ];
}

export function frontierLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'regions',
      type: 'line',
      source: 'regions',
      paint: {
        'line-color': palette.region,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.2],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'frontiers',
      type: 'line',
      source: 'countries',
      paint: { 'line-color': palette.frontier, 'line-width': 0.8 },
    },
  ];
}

/** Names of places: the largest first, more of them as one comes nearer. */
export function placeLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      minzoom: 4.2,
      filter: [
        '>=',
        ['get', 'population'],
        ['step', ['zoom'], 900_000, 5, 350_000, 6, 120_000, 7, 40_000, 8, 15_000, 9.5, 0],
      ],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10, 10, 13],
        'text-padding': 6,
        'text-max-width': 7,
        'symbol-sort-key': ['-', ['get', 'population']],
      },
      paint: {
        'text-color': palette.place,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.2,
      },
    },
  ];
}

export function placeFeatures(base: Base): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: base.places.map(({ name, population, lon, lat }) => ({
      type: 'Feature',
      properties: { name, population },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

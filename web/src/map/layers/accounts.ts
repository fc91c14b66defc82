import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';
import type { AccountPoints } from '../scene';

export const ACCOUNT_POINTS = 'accounts';

/**
 * Every account is drawn: far out as fine dust whose density speaks, near as a disc whose area
 * follows the potential. Small ones appear as one comes nearer.
 */
export function accountLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: ACCOUNT_POINTS,
      type: 'circle',
      source: 'accounts',
      paint: {
        'circle-color': palette.account,
        'circle-radius': [
          'interpolate',
          ['exponential', 1.6],
          ['zoom'],
          3,
          ['+', 0.7, ['*', 1.1, ['get', 'size']]],
          7,
          ['+', 1.2, ['*', 3.6, ['get', 'size']]],
          12,
          ['+', 3, ['*', 14, ['get', 'size']]],
        ],
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 6, 0.55, 9, 0.75],
        'circle-stroke-color': palette.accountEdge,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 6.5, 0, 8, 0.8],
        'circle-stroke-opacity': 0.9,
      },
    },
  ];
}

export function accountFeatures(points: AccountPoints): FeatureCollection {
  const large = largePotential(points.potentials);
  const features: FeatureCollection['features'] = [];
  for (let number = 0; number < points.ids.length; number++) {
    const lon = points.longitudes[number];
    const lat = points.latitudes[number];
    if (lon === undefined || lat === undefined) continue;
    const potential = points.potentials[number] ?? 0;
    features.push({
      type: 'Feature',
      id: number,
      properties: { size: large > 0 ? Math.sqrt(Math.min(1, Math.max(0, potential / large))) : 0 },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** What only one account in fifty is beyond: a few giants must not shrink all others to nothing. */
function largePotential(potentials: ArrayLike<number>): number {
  const sorted = Float64Array.from(potentials).sort();
  return sorted[Math.floor(sorted.length * 0.98)] ?? 0;
}

import type { LayerSpecification } from 'maplibre-gl';
import type { Places } from '../../model/places';
import type { MapPalette } from '../palette';

export const ACCOUNT_POINTS = 'accounts';

/**
 * Every place with accounts is drawn: far out as fine dust whose density speaks, near as a disc whose
 * area follows the potential of its accounts.
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

/** The places as the text of a GeoJSON collection, for the map's own worker to read. */
export function placesAsGeoJson({ longitudes, latitudes, potentials }: Places): string {
  const large = largePotential(potentials);
  const features = Array.from(potentials, (potential, place) => {
    const size = large > 0 ? Math.sqrt(Math.min(1, Math.max(0, potential / large))) : 0;
    return `{"type":"Feature","id":${place},"properties":{"size":${size.toFixed(3)}},"geometry":{"type":"Point","coordinates":[${longitudes[place]},${latitudes[place]}]}}`;
  });
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}

/** What only one place in fifty is beyond: a few giants must not shrink all others to nothing. */
function largePotential(potentials: Float64Array): number {
  const sorted = potentials.toSorted();
  return sorted[Math.floor(sorted.length * 0.98)] ?? 0;
}

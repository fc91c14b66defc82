import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';

/** What a unit's feature state can say. Setting it recolours without building tiles again. */
export interface UnitState {
  readonly fill: string;
  readonly dim: boolean;
  readonly selected: boolean;
  readonly moved: boolean;
}

export const UNIT_FILL = 'units-fill';

/** The filled areas: colour by state, stepping back when another territory is in focus. */
export function unitLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: UNIT_FILL,
      type: 'fill',
      source: 'units',
      paint: {
        // Every edge would be drawn twice, and show as a mesh over what is one territory.
        'fill-antialias': false,
        'fill-color': ['to-color', ['feature-state', 'fill'], palette.unassigned],
        'fill-opacity': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          Math.min(1, palette.fillOpacity + 0.27),
          ['boolean', ['feature-state', 'dim'], false],
          palette.fillOpacity * 0.3,
          palette.fillOpacity,
        ],
      },
    },
    {
      id: 'units-line',
      type: 'line',
      source: 'units',
      minzoom: 6.5,
      paint: {
        'line-color': palette.unitBorder,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6.5, 0.2, 10, 1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 6.5, 0, 8, 0.75],
      },
    },
  ];
}

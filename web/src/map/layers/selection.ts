import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';

/** The outline round what is selected, with a halo so that it stands on any colour. */
export function selectionLayers(palette: MapPalette): readonly LayerSpecification[] {
  return [
    {
      id: 'selection-halo',
      type: 'line',
      source: 'selection',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.85 },
    },
    {
      id: 'selection',
      type: 'line',
      source: 'selection',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.selection, 'line-width': 2.4 },
    },
  ];
}

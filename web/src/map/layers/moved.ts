import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleImageInterface } from 'maplibre-gl';
import type { UnitGeometry } from '../geometry';

export const HATCH = 'hatch';

/** Units that change hands against the comparison are hatched, whatever their colour. */
export function movedLayers(): readonly LayerSpecification[] {
  return [
    {
      id: 'moved',
      type: 'fill',
      source: 'moved',
      paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.3 },
    },
  ];
}

/** Diagonal hairlines that meet at the edges of the tile. */
export function hatchImage(colour: string): Pick<StyleImageInterface, 'width' | 'height' | 'data'> {
  const size = 22;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const onLine = (x + y) % size < 2;
      data.set([red ?? 0, green ?? 0, blue ?? 0, onLine ? 255 : 0], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

export function movedFeatures(units: UnitGeometry, moved: ReadonlySet<number>): FeatureCollection {
  const features = units.features.features.filter(({ id }) => moved.has(Number(id)));
  return { type: 'FeatureCollection', features };
}

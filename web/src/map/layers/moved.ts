import type { LayerSpecification, StyleImageInterface } from 'maplibre-gl';

export const HATCH = 'hatch';
export const MOVED = 'moved';

/** Units that change hands against the comparison are hatched, whatever their colour. */
export function movedLayers(): readonly LayerSpecification[] {
  return [
    {
      id: MOVED,
      type: 'fill',
      source: 'units',
      paint: {
        'fill-antialias': false,
        'fill-pattern': HATCH,
        'fill-opacity': ['case', ['boolean', ['feature-state', 'moved'], false], 0.3, 0],
      },
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

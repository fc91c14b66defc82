import type { Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { areasAsGeoJson, linesOf, pointsOf, shapesOf } from './topology';

// Two squares side by side, |a|b|: the line between them is walked down by one, up by the other.
const topology: Topology = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [10, 20] },
  objects: {
    units: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'a', arcs: [[0, 1]] },
        { type: 'MultiPolygon', id: 'b', arcs: [[[~1, 2]]] },
      ],
    },
  },
  arcs: [
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
};

test('steps on the grid become degrees without the dust of floating point', () => {
  expect(pointsOf(linesOf(topology), 1)).toEqual([
    [10.1, 20],
    [10.1, 20.1],
  ]);
});

test('rings close, and the common line is walked both ways', () => {
  const shapes = shapesOf(topology);
  const text = areasAsGeoJson(shapes, linesOf(topology), (_, position) => position);
  const { features } = JSON.parse(text);
  expect(features.map(({ id }: { id: number }) => id)).toEqual([0, 1]);
  expect(features[0].geometry.coordinates).toEqual([
    [
      [
        [10.1, 20.1],
        [10, 20.1],
        [10, 20],
        [10.1, 20],
        [10.1, 20.1],
      ],
    ],
  ]);
  const [ring] = features[1].geometry.coordinates[0];
  expect(ring[0]).toEqual([10.1, 20.1]);
  expect(ring[1]).toEqual([10.1, 20]);
});

test('a shape without a number is left out', () => {
  const shapes = shapesOf(topology);
  const text = areasAsGeoJson(shapes, linesOf(topology), ({ id }) => (id === 'b' ? 7 : undefined));
  expect(JSON.parse(text).features).toHaveLength(1);
});

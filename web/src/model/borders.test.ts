import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import {
  bordersAround,
  bordersBetween,
  bordersOf,
  territoriesBeside,
  touchingTerritories,
} from './borders';
import { linesOf } from './topology';

// Three units in a row, |0|1|2|: arcs 0 and 3 are coasts, 1 and 2 are common borders.
const collection: GeometryCollection = {
  type: 'GeometryCollection',
  geometries: [
    { type: 'Polygon', id: 'u0', arcs: [[0, 1]] },
    { type: 'MultiPolygon', id: 'u1', arcs: [[[~1, 2]]] },
    { type: 'Polygon', id: 'u2', arcs: [[~2, 3]] },
  ],
};
const topology: Topology = {
  type: 'Topology',
  objects: { units: collection },
  transform: { scale: [0.1, 0.1], translate: [10, 20] },
  arcs: [0, 10, 20, 30].map((x) => [
    [x, 0],
    [0, 10],
  ]),
};
const borders = bordersOf(collection.geometries, linesOf(topology), (id) => Number(id.slice(1)));

test('borders stand where two territories meet, not at the coast', () => {
  expect(bordersBetween(borders, [0, 0, 1])).toEqual([
    [
      [12, 20],
      [12, 21],
    ],
  ]);
  expect(bordersBetween(borders, [0, 0, 0])).toEqual([]);
});

test('the outline of a selection includes the coast', () => {
  expect(bordersAround(borders, (unit) => unit === 0)).toHaveLength(2);
});

test('territories touch when their units do', () => {
  expect(touchingTerritories(borders, [0, 1, 2], 3).map((others) => [...others])).toEqual([
    [1],
    [0, 2],
    [1],
  ]);
});

test('the neighbours of a selection are other territories only', () => {
  expect(territoriesBeside(borders, [0, 0, 1], (unit) => unit === 1)).toEqual([1]);
});

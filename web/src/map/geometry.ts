import type { Topology } from 'topojson-specification';
import { type Borders, bordersOf } from '../model/borders';
import { areasAsGeoJson, linesOf, shapesOf } from '../model/topology';

/** The areas of all units of a kind, numbered as every alignment of a plan numbers them. */
export interface UnitGeometry {
  /** Where the map's worker reads the polygons; their ids are the unit numbers. */
  readonly source: string;
  readonly borders: Borders;
  readonly unitIds: readonly string[];
  /** [unit number] -> "Chicago, IL". */
  readonly places: readonly string[];
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly frame: Frame;
}

export interface Frame {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A unit's columns as the atlas tells them. */
export interface UnitColumns {
  readonly unitIds: readonly string[];
  readonly names: readonly string[];
  readonly region: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** Features carry the unit number as their id, so that a click on the map is a column's row. */
export function unitGeometry(
  topology: Topology,
  columns: UnitColumns,
  publish: (geoJson: string) => string,
): UnitGeometry {
  const numberOf = new Map(columns.unitIds.map((id, number) => [id, number]));
  const shapes = shapesOf(topology);
  const lines = linesOf(topology);
  const longitudes = Float64Array.from(columns.lon);
  const latitudes = Float64Array.from(columns.lat);
  return {
    source: publish(areasAsGeoJson(shapes, lines, ({ id }) => numberOf.get(String(id)))),
    borders: bordersOf(shapes, lines, (id) => numberOf.get(id)),
    unitIds: columns.unitIds,
    places: columns.names.map((name, number) =>
      [name, columns.region[number]].filter(Boolean).join(', '),
    ),
    longitudes,
    latitudes,
    frame: frameOf(longitudes, latitudes),
  };
}

/**
 * The frame that shows nearly all points: outlying islands would otherwise shrink the mainland to a
 * stamp, so a fiftieth at each end does not count.
 */
export function frameOf(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Frame {
  const [west, east] = middleRange(longitudes);
  const [south, north] = middleRange(latitudes);
  return { west, south, east, north };
}

function middleRange(values: ArrayLike<number>): readonly [number, number] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const cut = sorted.length >= 200 ? Math.floor(sorted.length / 50) : 0;
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}

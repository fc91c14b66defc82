import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Borders, bordersOf } from '../model/borders';

/** The polygons of all units, numbered as the alignment numbers them. */
export interface UnitGeometry {
  readonly features: FeatureCollection<Polygon | MultiPolygon>;
  readonly borders: Borders;
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
}

export interface Frame {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Features carry the unit number as their id, so that a click on the map is a column's row. */
export function unitGeometry(
  topology: Topology,
  unitIds: readonly string[],
  pointOf: (unitId: string) => readonly [number, number] | undefined,
): UnitGeometry {
  const numberOf = new Map(unitIds.map((id, number) => [id, number]));
  const collection = firstCollection(topology);
  const features: Feature<Polygon | MultiPolygon>[] = [];
  for (const { id, geometry } of feature(topology, collection).features) {
    const number = numberOf.get(String(id));
    if (number !== undefined && isArea(geometry)) {
      features.push({ type: 'Feature', id: number, properties: {}, geometry });
    }
  }
  const longitudes = new Float64Array(unitIds.length).fill(Number.NaN);
  const latitudes = new Float64Array(unitIds.length).fill(Number.NaN);
  unitIds.forEach((id, number) => {
    const point = pointOf(id);
    if (point) [longitudes[number], latitudes[number]] = point;
  });
  return {
    features: { type: 'FeatureCollection', features },
    borders: bordersOf(topology, collection, (id) => numberOf.get(id)),
    longitudes,
    latitudes,
  };
}

/** All features of a topology's first collection. */
export function featuresOf(topology: Topology): FeatureCollection {
  return feature(topology, firstCollection(topology));
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

function firstCollection(topology: Topology): GeometryCollection {
  const [object] = Object.values(topology.objects);
  if (object?.type !== 'GeometryCollection') throw new Error('The topology holds no collection.');
  return object as GeometryCollection;
}

function isArea(geometry: Geometry): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

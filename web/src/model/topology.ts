import type { GeoJsonProperties } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';

/** The lines of a topology, laid end to end; what two areas share stands here once. */
export interface Lines {
  /** Longitude and latitude in turn. */
  readonly coordinates: Float64Array;
  /** [line] -> its first point; one entry more than there are lines. */
  readonly starts: Uint32Array;
}

export type Shape = GeometryObject<GeoJsonProperties>;

/** Grids are 0.0001 degrees or coarser: rounding only takes away what floating point added. */
const PER_DEGREE = 1e6;

export function linesOf({ arcs, transform }: Topology): Lines {
  const starts = new Uint32Array(arcs.length + 1);
  arcs.forEach((arc, line) => {
    starts[line + 1] = (starts[line] ?? 0) + arc.length;
  });
  const coordinates = new Float64Array(2 * (starts[arcs.length] ?? 0));
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [left, bottom] = transform?.translate ?? [0, 0];
  let at = 0;
  for (const arc of arcs) {
    let x = 0;
    let y = 0;
    for (const [dx = 0, dy = 0] of arc) {
      // With a transform each point is a step from the one before.
      x = transform ? x + dx : dx;
      y = transform ? y + dy : dy;
      coordinates[at++] = Math.round((x * scaleX + left) * PER_DEGREE) / PER_DEGREE;
      coordinates[at++] = Math.round((y * scaleY + bottom) * PER_DEGREE) / PER_DEGREE;
    }
  }
  return { coordinates, starts };
}

export function pointsOf(
  { coordinates, starts }: Lines,
  line: number,
): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (let point = starts[line] ?? 0; point < (starts[line + 1] ?? 0); point++) {
    points.push([coordinates[2 * point] ?? 0, coordinates[2 * point + 1] ?? 0]);
  }
  return points;
}

/** The shapes of a topology's first collection. */
export function shapesOf({ objects }: Topology): readonly Shape[] {
  const [object] = Object.values(objects);
  if (object?.type !== 'GeometryCollection') throw new Error('The topology holds no collection.');
  return object.geometries;
}

export function forEachLine(shape: Shape, use: (line: number) => void): void {
  for (const ring of polygonsOf(shape).flat()) {
    for (const arc of ring) use(arc < 0 ? ~arc : arc);
  }
}

/**
 * The areas as the text of a GeoJSON collection, for the map's own worker to read. A line is put
 * into words once for each direction it is walked in, not once for each area it bounds.
 *
 * @param idOf the feature's number, or undefined to leave the shape out
 */
export function areasAsGeoJson(
  shapes: readonly Shape[],
  lines: Lines,
  idOf: (shape: Shape, position: number) => number | undefined,
): string {
  const words = new Map<number, Words>();
  const wordsOf = (arc: number): Words => {
    const known = words.get(arc);
    if (known) return known;
    const told = inWords(lines, arc);
    words.set(arc, told);
    return told;
  };
  const ring = (arcs: readonly number[]): string => {
    const first = arcs.length > 0 ? wordsOf(arcs[0] ?? 0).first : '';
    return `[${first}${arcs.map((arc) => wordsOf(arc).rest).join('')}]`;
  };
  const features = shapes.flatMap((shape, position) => {
    const polygons = polygonsOf(shape);
    const id = polygons.length > 0 ? idOf(shape, position) : undefined;
    if (id === undefined) return [];
    const coordinates = polygons.map((rings) => `[${rings.map(ring).join(',')}]`).join(',');
    return `{"type":"Feature","id":${id},"properties":{},"geometry":{"type":"MultiPolygon","coordinates":[${coordinates}]}}`;
  });
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}

interface Words {
  readonly first: string;
  /** All points after the first: where lines join, the point is told by the one before. */
  readonly rest: string;
}

/** A negative arc is walked backwards. */
function inWords(lines: Lines, arc: number): Words {
  const points = pointsOf(lines, arc < 0 ? ~arc : arc).map(([lon, lat]) => `[${lon},${lat}]`);
  if (arc < 0) points.reverse();
  const [first = '', ...rest] = points;
  return { first, rest: rest.map((point) => `,${point}`).join('') };
}

function polygonsOf(shape: Shape): readonly (readonly (readonly number[])[])[] {
  if (shape.type === 'Polygon') return [shape.arcs];
  return shape.type === 'MultiPolygon' ? shape.arcs : [];
}

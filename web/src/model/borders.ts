import type { GeometryCollection, Topology } from 'topojson-specification';

/**
 * The border lines between units, each with the unit on either side, found once for a topology. After
 * an edit the borders between territories are a filter over these, fast enough for every mouse-up.
 */
export interface Borders {
  readonly lines: readonly (readonly (readonly [number, number])[])[];
  /** [line] -> unit number on one side. */
  readonly one: Int32Array;
  /** [line] -> unit number on the other side, or OUTSIDE at a coast or frontier. */
  readonly other: Int32Array;
}

export const OUTSIDE = -1;

export function bordersOf(
  topology: Topology,
  collection: GeometryCollection,
  unitNumberOf: (id: string) => number | undefined,
): Borders {
  const one = new Int32Array(topology.arcs.length).fill(OUTSIDE);
  const other = new Int32Array(topology.arcs.length).fill(OUTSIDE);
  for (const geometry of collection.geometries) {
    const unit = unitNumberOf(String(geometry.id));
    if (unit === undefined) continue;
    forEachArc(geometry, (signed) => {
      const arc = signed < 0 ? ~signed : signed;
      if (one[arc] === OUTSIDE) one[arc] = unit;
      else if (one[arc] !== unit) other[arc] = unit;
    });
  }
  return { lines: topology.arcs.map((arc) => decode(topology, arc)), one, other };
}

/** Lines where two different territories meet. */
export function bordersBetween(
  borders: Borders,
  territoryOf: ArrayLike<number>,
): readonly (readonly (readonly [number, number])[])[] {
  return borders.lines.filter((_, line) => {
    const one = borders.one[line] ?? OUTSIDE;
    const other = borders.other[line] ?? OUTSIDE;
    return one !== OUTSIDE && other !== OUTSIDE && territoryOf[one] !== territoryOf[other];
  });
}

/** Lines round the outside of a set of units. */
export function bordersAround(
  borders: Borders,
  holds: (unit: number) => boolean,
): readonly (readonly (readonly [number, number])[])[] {
  return borders.lines.filter((_, line) => {
    const one = borders.one[line] ?? OUTSIDE;
    const other = borders.other[line] ?? OUTSIDE;
    return one !== OUTSIDE && holds(one) !== (other !== OUTSIDE && holds(other));
  });
}

/** [territory number] -> the territories it touches. */
export function touchingTerritories(
  borders: Borders,
  territoryOf: ArrayLike<number>,
  territoryCount: number,
): readonly ReadonlySet<number>[] {
  const touching = Array.from({ length: territoryCount }, () => new Set<number>());
  for (let line = 0; line < borders.one.length; line++) {
    const one = borders.one[line] ?? OUTSIDE;
    const other = borders.other[line] ?? OUTSIDE;
    if (one === OUTSIDE || other === OUTSIDE) continue;
    const a = territoryOf[one] ?? -1;
    const b = territoryOf[other] ?? -1;
    if (a === b) continue;
    if (b >= 0) touching[a]?.add(b);
    if (a >= 0) touching[b]?.add(a);
  }
  return touching;
}

/** Territories beside a set of units, those with most common border lines first. */
export function territoriesBeside(
  borders: Borders,
  territoryOf: ArrayLike<number>,
  holds: (unit: number) => boolean,
): readonly number[] {
  const lines = new Map<number, number>();
  for (let line = 0; line < borders.one.length; line++) {
    const one = borders.one[line] ?? OUTSIDE;
    const other = borders.other[line] ?? OUTSIDE;
    if (one === OUTSIDE || other === OUTSIDE || holds(one) === holds(other)) continue;
    const inside = territoryOf[holds(one) ? one : other];
    const outside = territoryOf[holds(one) ? other : one];
    if (outside === undefined || outside < 0 || outside === inside) continue;
    lines.set(outside, (lines.get(outside) ?? 0) + 1);
  }
  return [...lines].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([territory]) => territory);
}

function forEachArc(
  geometry: GeometryCollection['geometries'][number],
  use: (arc: number) => void,
) {
  if (geometry.type === 'Polygon') geometry.arcs.flat().forEach(use);
  else if (geometry.type === 'MultiPolygon') geometry.arcs.flat(2).forEach(use);
}

function decode(topology: Topology, arc: Topology['arcs'][number]): (readonly [number, number])[] {
  const transform = topology.transform;
  if (!transform) return arc.map(([x = 0, y = 0]) => [x, y] as const);
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [
      x * transform.scale[0] + transform.translate[0],
      y * transform.scale[1] + transform.translate[1],
    ] as const;
  });
}

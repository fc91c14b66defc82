import { forEachLine, type Lines, pointsOf, type Shape } from './topology';

/**
 * The border lines between units, each with the unit on either side, found once for a topology. After
 * an edit the borders between territories are a filter over these, fast enough for every mouse-up.
 */
export interface Borders extends Lines {
  /** [line] -> unit number on one side. */
  readonly one: Int32Array;
  /** [line] -> unit number on the other side, or OUTSIDE at a coast or frontier. */
  readonly other: Int32Array;
}

const OUTSIDE = -1;

export function bordersOf(
  shapes: readonly Shape[],
  lines: Lines,
  unitNumberOf: (id: string) => number | undefined,
): Borders {
  const count = lines.starts.length - 1;
  const one = new Int32Array(count).fill(OUTSIDE);
  const other = new Int32Array(count).fill(OUTSIDE);
  for (const shape of shapes) {
    const unit = unitNumberOf(String(shape.id));
    if (unit === undefined) continue;
    forEachLine(shape, (line) => {
      if (one[line] === OUTSIDE) one[line] = unit;
      else if (one[line] !== unit) other[line] = unit;
    });
  }
  return { ...lines, one, other };
}

type Points = readonly (readonly [number, number])[];

/** Lines where two different territories meet. */
export function bordersBetween(
  borders: Borders,
  territoryOf: ArrayLike<number>,
): readonly Points[] {
  return linesWhere(borders, (line) => {
    const one = borders.one[line] ?? OUTSIDE;
    const other = borders.other[line] ?? OUTSIDE;
    return one !== OUTSIDE && other !== OUTSIDE && territoryOf[one] !== territoryOf[other];
  });
}

/** Lines round the outside of a set of units. */
export function bordersAround(
  borders: Borders,
  holds: (unit: number) => boolean,
): readonly Points[] {
  return linesWhere(borders, (line) => {
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

function linesWhere(borders: Borders, isWanted: (line: number) => boolean): readonly Points[] {
  const wanted: Points[] = [];
  for (let line = 0; line < borders.one.length; line++) {
    if (isWanted(line)) wanted.push(pointsOf(borders, line));
  }
  return wanted;
}

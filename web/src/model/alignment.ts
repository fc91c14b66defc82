export const MEASURES = ['accounts', 'potential', 'workload', 'sales', 'pipeline'] as const;
export type MeasureName = (typeof MEASURES)[number];

/** One amount for each measure. */
export type Figures = { readonly [M in MeasureName]: number };

/**
 * The complete assignment of units to territories, as columns: one entry per unit number.
 * Values are never changed in place; a move gives a new alignment that shares all other columns.
 */
export interface Alignment {
  readonly unitIds: readonly string[];
  /** [unit number] -> territory number, or UNASSIGNED. */
  readonly territoryOf: ArrayLike<number>;
  /** Of each measure: [unit number] -> amount. */
  readonly columns: { readonly [M in MeasureName]: ArrayLike<number> };
}

export const UNASSIGNED = -1;

export function moveUnits(
  alignment: Alignment,
  unitNumbers: Iterable<number>,
  to: number,
): Alignment {
  const territoryOf = Int32Array.from(alignment.territoryOf);
  for (const unit of unitNumbers) territoryOf[unit] = to;
  return { ...alignment, territoryOf };
}

/** What a set of units holds, whichever territory holds them. */
export function figuresOf(alignment: Alignment, unitNumbers: Iterable<number>): Figures {
  const sum = { ...NO_FIGURES };
  for (const unit of unitNumbers) {
    for (const measure of MEASURES) sum[measure] += alignment.columns[measure][unit] ?? 0;
  }
  return sum;
}

export function plus(a: Figures, b: Figures): Figures {
  return combine(a, b, (x, y) => x + y);
}

export function minus(a: Figures, b: Figures): Figures {
  return combine(a, b, (x, y) => x - y);
}

export const NO_FIGURES: Figures = {
  accounts: 0,
  potential: 0,
  workload: 0,
  sales: 0,
  pipeline: 0,
};

/** The units that some territories hold. */
export function unitsOf(alignment: Alignment, territories: readonly number[]): readonly number[] {
  const units: number[] = [];
  for (let unit = 0; unit < alignment.territoryOf.length; unit++) {
    if (territories.includes(alignment.territoryOf[unit] ?? UNASSIGNED)) units.push(unit);
  }
  return units;
}

/** The units, sorted by the territory that holds them now. */
export function byHolder(
  alignment: Alignment,
  unitNumbers: Iterable<number>,
): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  for (const unit of unitNumbers) {
    const territory = alignment.territoryOf[unit] ?? UNASSIGNED;
    const held = holders.get(territory);
    if (held) held.push(unit);
    else holders.set(territory, [unit]);
  }
  return holders;
}

/** Units that change hands: held by one territory there, and not by it here. */
export function unitsMoved(
  territoryOf: ArrayLike<number>,
  compared: ArrayLike<number>,
): readonly number[] {
  const moved: number[] = [];
  for (let unit = 0; unit < territoryOf.length; unit++) {
    const holder = compared[unit] ?? UNASSIGNED;
    if (holder !== UNASSIGNED && territoryOf[unit] !== holder) moved.push(unit);
  }
  return moved;
}

/**
 * The territories of another scenario in this one's numbers, matched by code, so that the two can be
 * compared unit by unit. A code unknown here gets a number that no territory has.
 */
export function inNumbersOf(
  codes: readonly string[],
  otherCodes: readonly string[],
  otherTerritoryOf: ArrayLike<number>,
): Int32Array {
  const numberOf = new Map(codes.map((code, number) => [code, number]));
  const translated = otherCodes.map((code, number) => numberOf.get(code) ?? codes.length + number);
  return Int32Array.from(otherTerritoryOf, (number) => translated[number] ?? UNASSIGNED);
}

function combine(a: Figures, b: Figures, join: (x: number, y: number) => number): Figures {
  return {
    accounts: join(a.accounts, b.accounts),
    potential: join(a.potential, b.potential),
    workload: join(a.workload, b.workload),
    sales: join(a.sales, b.sales),
    pipeline: join(a.pipeline, b.pipeline),
  };
}

import type { ScenarioSummary, TerritorySummary } from '../api/wire';
import { type Alignment, type Figures, figuresOf, NO_FIGURES } from './alignment';

// Small worlds for tests, drawn as text.

/** `alignment("AAB")` is three units, two in territory A (number 0) and one in B; each holds 1. */
export function alignment(drawn: string, potential?: readonly number[]): Alignment {
  const letters = [...drawn];
  const ones = letters.map(() => 1);
  return {
    unitIds: letters.map((_, unit) => `u${unit}`),
    territoryOf: letters.map((letter) => (letter === '.' ? -1 : letter.charCodeAt(0) - 65)),
    columns: {
      accounts: ones,
      potential: potential ?? ones,
      workload: ones,
      sales: ones,
      pipeline: ones,
    },
  };
}

/** The summary that a server would give for an alignment, with equal shares. */
export function summaryOf(world: Alignment, territories: number): ScenarioSummary {
  const rows = Array.from({ length: territories }, (_, number): TerritorySummary => {
    const own = world.unitIds
      .map((_, unit) => unit)
      .filter((unit) => world.territoryOf[unit] === number);
    return {
      number,
      code: `T0${number + 1}`,
      name: `Territory ${number + 1}`,
      color: number,
      share: 1,
      representativeId: null,
      representativeName: null,
      home: null,
      centre: null,
      units: own.length,
      totals: figuresOf(world, own),
      index: all(100),
      contiguous: true,
      spreadKm: 0,
    };
  });
  return {
    id: 's',
    planId: 'p',
    name: 'Scenario',
    today: false,
    state: 'DRAFT',
    version: 1,
    undoable: 0,
    redoable: 0,
    currency: 'USD',
    territories: rows,
    total: all(world.unitIds.length),
    unassigned: { unitsWithAccounts: 0, units: 0, totals: NO_FIGURES },
    balance: [
      {
        measure: 'potential',
        largestDeviation: 0,
        territoryCode: null,
        tolerance: null,
        lowerBound: null,
        mean: 1,
      },
    ],
    contiguityFaults: [],
    change: null,
    undecided: [],
    ownerProblems: [],
    origin: null,
  };
}

function all(value: number): Figures {
  return { accounts: value, potential: value, workload: value, sales: value, pipeline: value };
}

import type { MeasureBalance, ScenarioSummary, TerritorySummary } from '../api/wire';
import {
  type Alignment,
  byHolder,
  type Figures,
  figuresOf,
  MEASURES,
  type MeasureName,
  minus,
  NO_FIGURES,
  plus,
} from './alignment';
import { indexesOf, largestDeviation } from './balance';

/**
 * The scenario's figures as they would stand after a move: totals, indexes and balance. Contiguity
 * and the comparison need the server's graph and ledger; they stay as they are until it answers.
 */
export function summaryAfter(
  summary: ScenarioSummary,
  alignment: Alignment,
  unitNumbers: readonly number[],
  to: number,
): ScenarioSummary {
  const territories = summary.territories.map((territory) => ({ ...territory }));
  for (const [from, units] of byHolder(alignment, unitNumbers)) {
    if (from === to) continue;
    const figures = figuresOf(alignment, units);
    const source = territories[from];
    const target = territories[to];
    if (source) {
      source.totals = minus(source.totals, figures);
      source.units -= units.length;
    }
    if (target) {
      target.totals = plus(target.totals, figures);
      target.units += units.length;
    }
  }
  return withBalance(summary, territories);
}

/** Territories that differ, as pairs of before and after. */
export function changedTerritories(
  before: ScenarioSummary,
  after: ScenarioSummary,
): readonly { readonly before: TerritorySummary; readonly after: TerritorySummary }[] {
  return before.territories.flatMap((territory, number) => {
    const then = after.territories[number];
    return then && then.units !== territory.units ? [{ before: territory, after: then }] : [];
  });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function withBalance(
  summary: ScenarioSummary,
  territories: readonly Mutable<TerritorySummary>[],
): ScenarioSummary {
  const indexes = Object.fromEntries(
    MEASURES.map((measure) => [measure, indexesOfMeasure(territories, measure)]),
  ) as Record<MeasureName, readonly (number | undefined)[]>;
  territories.forEach((territory, number) => {
    territory.index = figuresFrom(
      (measure) => indexes[measure][number] ?? territory.index[measure],
    );
  });
  const balance = summary.balance.map((row): MeasureBalance => {
    const measure = MEASURES.find((name) => name === row.measure);
    return measure ? { ...row, largestDeviation: largestDeviation(indexes[measure]) } : row;
  });
  return { ...summary, territories, balance };
}

function indexesOfMeasure(territories: readonly TerritorySummary[], measure: MeasureName) {
  return indexesOf(
    territories.map((territory) => territory.totals[measure]),
    territories.map((territory) => territory.share),
  );
}

function figuresFrom(value: (measure: MeasureName) => number): Figures {
  const figures: Mutable<Figures> = { ...NO_FIGURES };
  for (const measure of MEASURES) figures[measure] = value(measure);
  return figures;
}

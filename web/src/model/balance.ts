/** A figure with the average at 100; undefined when there is nothing to compare with. */
export type Index = number;

/**
 * Index of each total against its target share: 100 is exactly the share it should have.
 * Returns undefined entries where the target is 0.
 */
export function indexesOf(
  totals: readonly number[],
  shares: readonly number[],
): readonly (Index | undefined)[] {
  const sum = totals.reduce((a, b) => a + b, 0);
  const weight = shares.reduce((a, b) => a + b, 0);
  return totals.map((total, territory) => {
    const target = weight > 0 ? (sum * (shares[territory] ?? 0)) / weight : 0;
    return target > 0 ? (100 * total) / target : undefined;
  });
}

/** The largest relative deviation from the target, as a ratio; 0 when nothing can deviate. */
export function largestDeviation(indexes: readonly (Index | undefined)[]): number {
  return indexes.reduce<number>(
    (worst, index) => (index === undefined ? worst : Math.max(worst, Math.abs(index - 100) / 100)),
    0,
  );
}

/** A bar that starts at 100 in the middle and leans left or right, in percent of its track. */
export interface LeaningBar {
  readonly left: number;
  readonly width: number;
}

/** Deviations beyond this many points fill the bar: finer differences stay visible. */
const FULL_LEAN = 50;

export function leaningBar(index: Index): LeaningBar {
  const lean = Math.max(-FULL_LEAN, Math.min(FULL_LEAN, index - 100));
  const width = (50 * Math.abs(lean)) / FULL_LEAN;
  return { left: lean < 0 ? 50 - width : 50, width };
}

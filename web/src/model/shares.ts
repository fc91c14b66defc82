/** A share of the credit while it is typed, in percent. */
export interface ShareDraft {
  readonly territory: string | null;
  readonly percent: number | '';
}

/** Shares are hundredths of a percent: whole numbers, so that sums are exact. */
export const WHOLE = 10_000;

export function basisPoints(percent: number | ''): number {
  return percent === '' ? 0 : Math.round(percent * 100);
}

export function sumOf(shares: readonly ShareDraft[]): number {
  return shares.reduce((sum, { percent }) => sum + basisPoints(percent), 0);
}

/** How far shares are from the whole; empty when they make it. */
export function sumWords(shares: readonly ShareDraft[]): string {
  const missing = WHOLE - sumOf(shares);
  if (missing === 0) return '';
  return missing > 0 ? `${percentWords(missing)} missing` : `${percentWords(-missing)} too much`;
}

/** Hundredths of a percent, with no more digits than they have. */
export function percentWords(share: number): string {
  return `${(share / 100).toFixed(2).replace(/\.?0+$/, '')} %`;
}

/** Gives what is missing to the last share, when that leaves it more than nothing. */
export function fillUp<S extends ShareDraft>(shares: readonly S[]): readonly S[] {
  const last = shares.at(-1);
  if (!last) return shares;
  const filled = basisPoints(last.percent) + WHOLE - sumOf(shares);
  return filled <= 0 ? shares : [...shares.slice(0, -1), { ...last, percent: filled / 100 }];
}

/** Even shares, exact to the hundredth: the first get what is left over. */
export function evenly<S extends ShareDraft>(shares: readonly S[]): readonly S[] {
  const each = Math.floor(WHOLE / Math.max(1, shares.length));
  const left = WHOLE - each * shares.length;
  return shares.map((share, number) => ({
    ...share,
    percent: (each + (number < left ? 1 : 0)) / 100,
  }));
}

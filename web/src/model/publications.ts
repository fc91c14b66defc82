/** The one that can be taken back: the last that stands; the newest comes first. */
export function lastStanding<P extends { readonly undone?: unknown }>(
  newestFirst: readonly P[],
): P | undefined {
  return newestFirst.find(({ undone }) => !undone);
}

interface Flow {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly moved: { readonly accounts: number };
}

/** Flows that change the territory, and how many accounts only go back to an earlier form of it. */
export function backTo<F extends Flow>(
  flows: readonly F[],
): { readonly elsewhere: readonly F[]; readonly same: number } {
  const elsewhere = flows.filter(({ from, to }) => from !== to);
  const same = flows
    .filter(({ from, to }) => from === to)
    .reduce((sum, { moved }) => sum + moved.accounts, 0);
  return { elsewhere, same };
}

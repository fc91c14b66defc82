/**
 * Gives each territory a colour number so that no two neighbours share one, as long as the palette
 * lasts. Territories with most neighbours choose first (Welsh and Powell, 1967); each takes its
 * preferred number when that is free, else the free number used least, so that colours spread evenly.
 */
export function colourTerritories(
  neighbours: readonly ReadonlySet<number>[],
  preferred: readonly (number | undefined)[],
  paletteSize: number,
): readonly number[] {
  const colours = new Array<number>(neighbours.length).fill(-1);
  const uses = new Array<number>(paletteSize).fill(0);
  const order = neighbours
    .map((_, territory) => territory)
    .sort((a, b) => (neighbours[b]?.size ?? 0) - (neighbours[a]?.size ?? 0) || a - b);
  for (const territory of order) {
    const taken = new Set([...(neighbours[territory] ?? [])].map((other) => colours[other]));
    const wish = preferred[territory];
    const choice =
      wish !== undefined && wish >= 0 && wish < paletteSize && !taken.has(wish)
        ? wish
        : leastUsed(uses, taken);
    colours[territory] = choice;
    uses[choice] = (uses[choice] ?? 0) + 1;
  }
  return colours;
}

/** Falls back to the least used of all when the neighbours have taken the whole palette. */
function leastUsed(uses: readonly number[], taken: ReadonlySet<number | undefined>): number {
  const all = uses.map((_, colour) => colour);
  const free = all.filter((colour) => !taken.has(colour));
  return (free.length > 0 ? free : all).reduce((best, colour) =>
    (uses[colour] ?? 0) < (uses[best] ?? 0) ? colour : best,
  );
}

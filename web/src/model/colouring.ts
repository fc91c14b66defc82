/** In Oklab; from here on two areas side by side are told apart at a glance. */
const ENOUGH = 0.1;

/**
 * Gives each territory a colour number so that neighbours look different. Territories with most
 * neighbours choose first (Welsh and Powell, 1967); each takes its preferred number when that stands
 * off clearly from its neighbours', else of those that do the one used least, so that colours spread
 * evenly, else the one farthest from its neighbours'.
 *
 * @param distances how far apart every two colours of the palette look
 */
export function colourTerritories(
  neighbours: readonly ReadonlySet<number>[],
  preferred: readonly (number | undefined)[],
  distances: readonly (readonly number[])[],
): readonly number[] {
  const colours = new Array<number>(neighbours.length).fill(-1);
  const uses = new Array<number>(distances.length).fill(0);
  const order = neighbours
    .map((_, territory) => territory)
    .sort((a, b) => (neighbours[b]?.size ?? 0) - (neighbours[a]?.size ?? 0) || a - b);
  for (const territory of order) {
    const around = [...(neighbours[territory] ?? [])].flatMap((other) => {
      const colour = colours[other] ?? -1;
      return colour < 0 ? [] : [colour];
    });
    const room = distances.map((row) => Math.min(...around.map((colour) => row[colour] ?? 0)));
    const choice = choose(room, uses, preferred[territory]);
    colours[territory] = choice;
    uses[choice] = (uses[choice] ?? 0) + 1;
  }
  return colours;
}

function choose(
  room: readonly number[],
  uses: readonly number[],
  wish: number | undefined,
): number {
  const roomOf = (colour: number) => room[colour] ?? 0;
  if (wish !== undefined && roomOf(wish) >= ENOUGH) return wish;
  const all = room.map((_, colour) => colour);
  const clear = all.filter((colour) => roomOf(colour) >= ENOUGH);
  return clear.length > 0
    ? clear.reduce((best, next) => ((uses[next] ?? 0) < (uses[best] ?? 0) ? next : best))
    : all.reduce((best, next) => (roomOf(next) > roomOf(best) ? next : best));
}

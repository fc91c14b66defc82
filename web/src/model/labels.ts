/**
 * The unit of each territory nearest to the wanted place, so that a label stands inside what it
 * names even when the centre lies elsewhere. Undefined for a territory without units.
 */
export function labelUnits(
  territoryOf: ArrayLike<number>,
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
  wanted: readonly (readonly [lon: number, lat: number] | undefined)[],
): readonly (number | undefined)[] {
  const nearest = new Array<number | undefined>(wanted.length).fill(undefined);
  const distances = new Array<number>(wanted.length).fill(Number.POSITIVE_INFINITY);
  for (let unit = 0; unit < territoryOf.length; unit++) {
    const territory = territoryOf[unit] ?? -1;
    const place = wanted[territory];
    const lon = longitudes[unit] ?? Number.NaN;
    const lat = latitudes[unit] ?? Number.NaN;
    if (!place || Number.isNaN(lon)) continue;
    const east = (lon - place[0]) * Math.cos((place[1] * Math.PI) / 180);
    const distance = east * east + (lat - place[1]) ** 2;
    if (distance < (distances[territory] ?? 0)) {
      distances[territory] = distance;
      nearest[territory] = unit;
    }
  }
  return nearest;
}

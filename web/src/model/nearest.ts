interface Place {
  readonly lon: number;
  readonly lat: number;
}

export interface Near {
  /** Position in the columns. */
  readonly number: number;
  readonly km: number;
}

const EARTH_RADIUS_KM = 6371;

/** The places nearest to one, nearest first. */
export function nearestTo(
  here: Place,
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
  most: number,
): readonly Near[] {
  return Array.from(longitudes, (lon, number) => ({
    number,
    km: distanceKm(here, { lon, lat: latitudes[number] ?? 0 }),
  }))
    .sort((a, b) => a.km - b.km)
    .slice(0, most);
}

/** Along the great circle. */
function distanceKm(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
}

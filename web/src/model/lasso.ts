export type Point = readonly [lon: number, lat: number];

/** Numbers of the points that lie inside the closed loop (even-odd rule). */
export function pointsInside(
  loop: readonly Point[],
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
): readonly number[] {
  if (loop.length < 3) return [];
  const box = boxOf(loop);
  const inside: number[] = [];
  for (let number = 0; number < longitudes.length; number++) {
    const lon = longitudes[number] ?? Number.NaN;
    const lat = latitudes[number] ?? Number.NaN;
    const near = lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
    if (near && encloses(loop, lon, lat)) inside.push(number);
  }
  return inside;
}

/** The corners of the box between two opposite points. */
export function boxLoop([west, south]: Point, [east, north]: Point): readonly Point[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function encloses(loop: readonly Point[], lon: number, lat: number): boolean {
  let inside = false;
  let [previousLon, previousLat] = loop.at(-1) ?? [0, 0];
  for (const [nextLon, nextLat] of loop) {
    const crosses = nextLat > lat !== previousLat > lat;
    if (
      crosses &&
      lon < ((previousLon - nextLon) * (lat - nextLat)) / (previousLat - nextLat) + nextLon
    ) {
      inside = !inside;
    }
    previousLon = nextLon;
    previousLat = nextLat;
  }
  return inside;
}

function boxOf(loop: readonly Point[]) {
  const longitudes = loop.map(([lon]) => lon);
  const latitudes = loop.map(([, lat]) => lat);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

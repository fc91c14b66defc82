type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * What the red-blind and the green-blind see of linear light: G. M. Machado and others, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
 */
const EYES: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

/** Oklab: B. Ottosson, "A perceptual color space for image processing", 2020. */
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/**
 * How far apart every two colours look, to whichever of three kinds of eyes tells them apart least.
 * In Oklab: black and white are 1 apart, and from about 0.1 two areas side by side differ clearly.
 */
export function distancesBetween(colours: readonly string[]): readonly (readonly number[])[] {
  const seen = colours.map((colour) => {
    const light = linearLight(colour);
    return EYES.map((eyes) => oklab(times(eyes, light)));
  });
  return seen.map((one) =>
    seen.map((other) => Math.min(...one.map((here, eyes) => distance(here, other[eyes] ?? here)))),
  );
}

function linearLight(colour: string): Triple {
  const at = (from: number) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

function oklab(light: Triple): Triple {
  const [long, middle, short] = times(TO_CONES, light);
  const root = (value: number) => Math.cbrt(Math.max(0, value));
  return times(TO_OKLAB, [root(long), root(middle), root(short)]);
}

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

import { expect, test } from 'vitest';
import { colourTerritories } from './colouring';

/** `touching("01 12")` is a row of three territories. */
function touching(count: number, pairs: string): Set<number>[] {
  const neighbours = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of pairs.split(' ').filter(Boolean)) {
    neighbours[Number(a)]?.add(Number(b));
    neighbours[Number(b)]?.add(Number(a));
  }
  return neighbours;
}

/** A palette of colours that all look different, but for the pairs named. */
function palette(size: number, alike = ''): number[][] {
  const pairs = alike.split(' ');
  return Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) =>
      a === b ? 0 : pairs.includes(`${a}${b}`) || pairs.includes(`${b}${a}`) ? 0.05 : 0.3,
    ),
  );
}

test('neighbours never share a colour while the palette lasts', () => {
  const neighbours = touching(5, '01 02 03 04 12 23 34 41');
  const colours = colourTerritories(neighbours, [0, 0, 0, 0, 0], palette(4));
  neighbours.forEach((others, territory) => {
    for (const other of others) expect(colours[other]).not.toBe(colours[territory]);
  });
});

test('a preferred colour is kept when it stands off from the neighbours', () => {
  expect(colourTerritories(touching(2, '01'), [3, 5], palette(8))).toEqual([3, 5]);
});

test('neighbours do not get colours that look alike', () => {
  expect(colourTerritories(touching(2, '01'), [0, 1], palette(3, '01'))).toEqual([0, 2]);
});

test('where all are alike, the one farthest off is taken', () => {
  const distances = [
    [0, 0.02, 0.05],
    [0.02, 0, 0.02],
    [0.05, 0.02, 0],
  ];
  expect(colourTerritories(touching(2, '01'), [0, 1], distances)).toEqual([0, 2]);
});

test('a palette that is too small still colours everything', () => {
  const colours = colourTerritories(touching(3, '01 12 02'), [], palette(2));
  expect(colours.every((colour) => colour === 0 || colour === 1)).toBe(true);
});

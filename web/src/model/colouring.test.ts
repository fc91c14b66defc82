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

test('neighbours never share a colour while the palette lasts', () => {
  const neighbours = touching(5, '01 02 03 04 12 23 34 41');
  const colours = colourTerritories(neighbours, [0, 0, 0, 0, 0], 4);
  neighbours.forEach((others, territory) => {
    for (const other of others) expect(colours[other]).not.toBe(colours[territory]);
  });
});

test('a preferred colour is kept when no neighbour has it', () => {
  expect(colourTerritories(touching(2, '01'), [3, 5], 8)).toEqual([3, 5]);
});

test('a palette that is too small still colours everything', () => {
  const colours = colourTerritories(touching(3, '01 12 02'), [], 2);
  expect(colours.every((colour) => colour === 0 || colour === 1)).toBe(true);
});

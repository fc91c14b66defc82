import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** WCAG 2.2, 1.4.3: the least contrast of text and its ground. */
const LEAST = 4.5;

const CSS = readFileSync(new URL('app.css', import.meta.url), 'utf8');
const LIGHT = variablesOf(':root {');
const SCHEMES = {
  light: LIGHT,
  dark: { ...LIGHT, ...variablesOf(':root[data-mantine-color-scheme="dark"] {') },
};

function bodyOf(head: string): string {
  const from = CSS.indexOf(head);
  expect(from, head).toBeGreaterThanOrEqual(0);
  return CSS.slice(from, CSS.indexOf('}', from));
}

function variablesOf(head: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...bodyOf(head).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [
      name,
      colour,
    ]),
  );
}

/** Relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

test('black on white has the contrast of the definition', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a row of history that was replaced can be read in both schemes', () => {
  const rule = bodyOf('.history .replaced,');
  const ink = /color: var\(--([\w-]+)\)/.exec(rule)?.[1] ?? '';
  expect(rule).not.toMatch(/opacity/);
  for (const [scheme, colours] of Object.entries(SCHEMES)) {
    for (const ground of ['surface', 'ground']) {
      expect(
        contrast(colours[ink] ?? '', colours[ground] ?? ''),
        `${scheme}, ${ground}`,
      ).toBeGreaterThan(LEAST);
    }
  }
});

/** What is saved has the page's light colours, as colours that every program knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { palette } from '../../../electron/organisation/saved-palette.ts';
import { toHex } from '../../../electron/svg/srgb.ts';
import { root } from '../../../scripts/run-tool.ts';

const stylesheet = readFileSync(join(root, 'renderer/appearance/tokens.css'), 'utf8');
const colours = Object.entries(palette).filter(([, value]) => typeof value === 'string');

it.each(colours)('%s is the stylesheet’s', (ink, colour) => {
  expect(stylesheet).toContain(`--${ink}: light-dark(${colour}, `);
});

// As Chromium 156 computes them.
it.each([
  ['oklch(1.000 0.000 0)', '#ffffff'],
  ['oklch(0.000 0.000 0)', '#000000'],
  ['oklch(0.628 0.258 29.23)', '#ff0000'],
  ['oklch(0.830 0.090 265)', '#abc7ff'],
  ['oklch(0.740 0.150 25)', '#fb817a'],
  ['#15171c', '#15171c'],
])('%s is %s', (colour, hex) => {
  expect(toHex(colour)).toBe(hex);
});

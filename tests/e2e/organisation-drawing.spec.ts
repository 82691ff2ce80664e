/** The whole organisation as an SVG, as two programs draw it that know nothing of each other: nothing of it is cut off. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { hasProgram } from '../../scripts/system.ts';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const width = 1600;
const canConvert = hasProgram('rsvg-convert');

/** Where an image has anything but its ground, in pixels: the first and the last column and row, and the size of the image. */
type Drawn = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: readonly [number, number];
};

async function drawnIn(images: readonly string[]): Promise<Drawn[]> {
  const executablePath = findChromium({ hasDisplay: false });
  const browser = await chromium.launch({ ...(executablePath !== null && { executablePath }), args: ['--no-sandbox'] });
  const reader = await browser.newPage();
  const drawn = await reader.evaluate(
    ([urls, wide]) =>
      Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = wide;
          canvas.height = Math.round((image.naturalHeight * wide) / image.naturalWidth);
          const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
          pen.drawImage(image, 0, 0, canvas.width, canvas.height);
          const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
          let [left, top, right, bottom] = [canvas.width, canvas.height, -1, -1];
          for (let at = 0; at < data.length; at += 4) {
            if ([0, 1, 2].every((channel) => Math.abs((data[at + channel] ?? 0) - (data[channel] ?? 0)) < 12)) continue;
            const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
            [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
          }
          return { left, top, right, bottom, size: [canvas.width, canvas.height] as const };
        }),
      ),
    [images, width] as const,
  );
  await browser.close();
  return drawn;
}

test(`everybody as an SVG is whole in a browser and through rsvg-convert${canConvert ? '' : ' (left out: rsvg-convert is not installed)'}`, async ({
  demo: { app, page },
}, info) => {
  // biome-ignore lint/suspicious/noSkippedTests: the name says it, and npm run system installs it
  test.skip(!canConvert, 'rsvg-convert is not installed');
  const [svg, png] = [info.outputPath('all.svg'), info.outputPath('all.png')];
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, svg);
  await organisation(page).entry.click();
  await page.getByRole('button', { name: 'Save…', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'The whole organisation' }).check();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Saved 1,200 people, 7 only listed')).toBeVisible();
  execFileSync('rsvg-convert', ['--width', String(width), '--keep-aspect-ratio', '--output', png, svg]);
  const [converted, browsed] = await drawnIn([
    `data:image/png;base64,${readFileSync(png).toString('base64')}`,
    `data:image/svg+xml;base64,${readFileSync(svg).toString('base64')}`,
  ]);
  if (converted === undefined || browsed === undefined) throw new Error('nothing was drawn');
  const [w, h] = converted.size;
  expect(browsed.size[0]).toBe(w);
  expect(Math.abs(browsed.size[1] - h)).toBeLessThanOrEqual(1);
  for (const { left, top, right, bottom } of [converted, browsed]) {
    // Ground is free on each side.
    expect(Math.min(left, top, w - 1 - right, h - 1 - bottom)).toBeGreaterThan(4);
    expect(right - left).toBeGreaterThan(0.9 * w);
    expect(bottom - top).toBeGreaterThan(0.85 * h);
  }
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs(converted[edge] - browsed[edge]), edge).toBeLessThanOrEqual(3);
});

/**
 * Scrolls through the table over the double and prints how many frames a second there are, how long the page works on
 * each, and how many were blank: a frame is blank where a row in view had not come yet. Answers take as long as the
 * main process's do. Usage: node tests/renderer-double/scroll.ts FOLDER [people]
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { heading, print, quantile } from '../bench/figures.ts';
import type { Scenario } from './double.ts';
import { servePage } from './serve.ts';

const [folder = 'out/scroll', people = '100000'] = process.argv.slice(2);
const many = Number(people);
const outDir = resolve(folder);
mkdirSync(outDir, { recursive: true });
const served = await servePage(join(outDir, 'built'));
const executablePath = findChromium({ hasDisplay: false });
if (executablePath === null) throw new Error('Chromium is needed: apt-get install chromium, or set CHROMIUM_PATH.');

/** Pixels a frame. The last reaches the end of everybody in about ten seconds, as the scrollbar does when dragged. */
const speeds: readonly { readonly what: string; readonly pixels: number; readonly frames: number }[] = [
  { what: 'Wheel: 40 pixels a frame', pixels: 40, frames: 300 },
  { what: 'Fast wheel: 200 pixels a frame', pixels: 200, frames: 300 },
  { what: 'Fling: 800 pixels a frame, more than is seen at once', pixels: 800, frames: 300 },
  { what: 'The scrollbar, from the first to the last in ten seconds', pixels: (many * 48) / 600, frames: 600 },
];

type Measured = {
  readonly gaps: number[];
  readonly work: number[];
  readonly blank: number;
  readonly missing: number;
  readonly last: number;
};

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
await context.addInitScript({ path: served.doubleFile });
const page = await context.newPage();
const session = await context.newCDPSession(page);
// Of processor time: what the machine does meanwhile does not count.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const scenario: Scenario = { open: true, remembered: true, many };
await page.goto(`${served.origin}/index.html?scenario=${encodeURIComponent(JSON.stringify(scenario))}`);
await page.getByRole('grid', { name: 'People' }).getByRole('link').first().waitFor();

console.log(`${await browser.version()}, ${many.toLocaleString('en')} people, drawn by the processor`);
const idle = await measure(page, 0, 120);
heading('Status still, for comparison');
report(idle);
for (const { what, pixels, frames } of speeds) {
  await page.getByRole('grid', { name: 'People' }).evaluate((grid) => grid.scrollTo(0, 0));
  await page.waitForTimeout(500);
  heading(what);
  const before = await spent();
  const measured = await measure(page, pixels, frames);
  report(measured);
  const after = await spent();
  for (const part of ['Task', 'Script', 'RecalcStyle', 'Layout'] as const) {
    const value = ((after[`${part}Duration`] ?? 0) - (before[`${part}Duration`] ?? 0)) * 1000;
    print({ what: `processor time a frame: ${part}`, value: value / measured.gaps.length, unit: 'ms' });
  }
}
const lastPlace = await page.getByRole('row').last().getAttribute('aria-rowindex');
console.log(`\nThe last row reached: ${Number(lastPlace) - 1}`);
await browser.close();
served.close();

async function spent(): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function report({ gaps, work, blank, missing }: Measured): void {
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  print({ what: 'frames a second', value: gaps.length / seconds, unit: '' });
  // A frame is due every 16.67 ms; the clock of the page is a tenth of a millisecond coarse.
  const late = gaps.filter((gap) => gap > 17.2).length;
  print({ what: 'frames later than 16.7 ms', value: (100 * late) / gaps.length, unit: '%' });
  print({
    what: 'frames later than 33.4 ms',
    value: (100 * gaps.filter((gap) => gap > 33.9).length) / gaps.length,
    unit: '%',
  });
  print({ what: 'the page works on a frame: median', value: quantile(work, 0.5), unit: 'ms' });
  print({ what: 'the page works on a frame: 99 of 100 below', value: quantile(work, 0.99), unit: 'ms' });
  print({ what: 'frames with a row that had not come yet', value: (100 * blank) / gaps.length, unit: '%' });
  print({ what: 'frames with a gap where a row should be', value: (100 * missing) / gaps.length, unit: '%' });
}

function measure(on: Page, pixels: number, frames: number): Promise<Measured> {
  return on.getByRole('grid', { name: 'People' }).evaluate(
    (grid, asked) =>
      new Promise<Measured>((done) => {
        const gaps: number[] = [];
        const work: number[] = [];
        let blank = 0;
        let missing = 0;
        let before: number | null = null;
        const channel = new MessageChannel();
        let began = 0;
        // Comes after the frame's styles, layout and paint have been worked out.
        channel.port1.onmessage = () => work.push(performance.now() - began);
        const look = () => {
          const { top, bottom } = grid.getBoundingClientRect();
          const rows = Array.from(grid.querySelectorAll('[data-place]'), (row) => ({
            place: row.getBoundingClientRect(),
            isBusy: row.hasAttribute('aria-busy'),
          })).filter(({ place }) => place.bottom > top + 36 && place.top < bottom);
          if (rows.some(({ isBusy }) => isBusy)) blank += 1;
          const first = Math.min(...rows.map(({ place }) => place.top));
          const last = Math.max(...rows.map(({ place }) => place.bottom));
          if (rows.length === 0 || first > top + 37 || last < bottom - 1) missing += 1;
        };
        const frame = (now: number) => {
          if (before !== null) gaps.push(now - before);
          before = now;
          if (gaps.length >= asked.frames) {
            done({ gaps, work, blank, missing, last: grid.scrollTop });
            return;
          }
          // What the last frame showed, before anything of this one.
          look();
          began = performance.now();
          grid.scrollTop += asked.pixels;
          channel.port2.postMessage(null);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    { pixels, frames },
  );
}

/**
 * Prints how many frames a second there are while the map is moved, what script each takes, and the page's heap; and the same of
 * React Flow with the same people, in the same Chromium. Everything is drawn by the processor.
 * Usage: node scripts/run.mjs tests/bench/organisation-frames.ts PEOPLE FILE
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { servePage } from '../renderer-double/serve.ts';
import { demoManagers } from '../unit/organisation/forest-from.ts';
import { format, heading, print } from './figures.ts';
import { type Motion, type Moved, moved } from './frame-motions.ts';
import { heapOf, openOrganisation, organisationIn } from './organisation-page.ts';
import { startedWith } from './organisation-people.ts';
import type { ReactFlowPage } from './react-flow/page-state.ts';
import { serveReactFlow } from './react-flow/serve.ts';

const screens = [
  { width: 1280, height: 800, pixels: 1 },
  { width: 1440, height: 900, pixels: 2 },
];
const scales = [1, 0.5, 0.25, 0.1];
/** React Flow takes minutes for more. */
const mostBeside = 100_000;
/** For each motion, and for React Flow until anybody is shown. */
const mostMs = 10_000;
const mostShownMs = 120_000;
const frames = 80;
const surface = 'section[aria-label="Map of the organisation"] canvas';
const pane = '.react-flow__pane';
/** d3-zoom doubles the scale with so many pixels of the wheel; with Ctrl, a tenth. */
const pixelsDouble = 500;

/** By motion, what ours took: React Flow's stands beside it. */
const ours = new Map<string, Moved>();

const { people, file, size } = startedWith();

async function benchFrames(executable: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--js-flags=--expose-gc'],
  });
  try {
    await benchOurs(browser, join(folder, 'ours'));
    if (people > mostBeside) console.log(`\n  React Flow is left out beyond ${mostBeside.toLocaleString('en')} people`);
    else await benchReactFlow(browser, join(folder, 'react-flow'));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function benchOurs(browser: Browser, folder: string): Promise<void> {
  const served = await servePage(folder);
  const { handlers, close } = organisationIn(file);
  try {
    for (const screen of screens) {
      heading(`${size}: the map moves, ${wordsOf(screen)}\n${load()}`);
      const { page, close: closePage } = await openOrganisation(browser, { served, handlers }, screen);
      const shownMs = await showMap(page);
      print({ what: 'until it is drawn', value: shownMs, unit: 'ms' });
      await enlarge(page, screen);
      const whole = await showWhole(page);
      for (const scale of [...scales, null]) {
        await zoomTo(page, scale ?? whole);
        report(screen, scale, await moved(browser, page, motionOf(surface, { kind: 'pan' })));
      }
      await zoomTo(page, whole);
      const wheel = (pixelsDouble * Math.log2(1 / whole)) / 10 / (frames / 2);
      report(screen, 'zoom', await moved(browser, page, motionOf(surface, { kind: 'zoom', wheel, ctrlKey: true })));
      print({ what: 'heap of the page', value: await heapOf(page), unit: 'MB' });
      await closePage();
    }
  } finally {
    served.close();
    await close();
  }
}

/** The organisation is opened as by a link; gives milliseconds until somebody on its map is selected. */
async function showMap(page: Page): Promise<number> {
  const begun = performance.now();
  await page.evaluate(() => {
    const { rolodeskDouble } = window as unknown as { rolodeskDouble: { say: (event: unknown) => void } };
    const wanted = { view: 'organisation', id: null, form: 'map' };
    rolodeskDouble.say({ name: 'page.wanted', data: { page: wanted } });
  });
  const selected = page.getByRole('tree', { name: 'Map', exact: true }).getByRole('treeitem', { selected: true });
  await selected.waitFor({ state: 'attached', timeout: mostShownMs });
  return performance.now() - begun;
}

/** The map by itself is as large as the screen that is measured. */
async function enlarge(page: Page, { width, height }: (typeof screens)[number]): Promise<void> {
  await page.getByRole('button', { name: 'Hide the tree' }).click();
  const box = await page.locator(surface).first().boundingBox();
  if (box === null) throw new Error('There is no map.');
  await page.setViewportSize({ width: 2 * width - Math.round(box.width), height: 2 * height - Math.round(box.height) });
  await page.waitForTimeout(1000);
}

const percent = (page: Page) =>
  page.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: /zoom to 100 %/ });

/** Everybody in view; gives the scale of that. */
async function showWhole(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await page.waitForTimeout(1500);
  return Number.parseFloat((await percent(page).textContent()) ?? '') / 100;
}

/** Around the middle of everybody. */
async function zoomTo(page: Page, scale: number): Promise<void> {
  const whole = await showWhole(page);
  await page
    .locator(surface)
    .first()
    .evaluate(
      (canvas, deltaY) => {
        const { left, top, width, height } = canvas.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2, ctrlKey: true, deltaY };
        canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, ...at }));
      },
      (-pixelsDouble / 10) * Math.log2(scale / whole),
    );
  await page.waitForTimeout(700);
}

async function benchReactFlow(browser: Browser, folder: string): Promise<void> {
  const served = await serveReactFlow(folder, Array.from(demoManagers(people)));
  try {
    for (const screen of screens) {
      heading(`${size}: React Flow, ${wordsOf(screen)}\n${load()}`);
      const { pixels, ...viewport } = screen;
      const context = await browser.newContext({ viewport, deviceScaleFactor: pixels });
      const page = await context.newPage();
      await page.goto(served.origin, { timeout: mostShownMs });
      const isShown = await page
        .waitForFunction(reactFlowShown, null, { timeout: mostShownMs })
        .then(() => true)
        .catch(() => false);
      if (isShown) await benchReactFlowPage(browser, page, screen);
      else console.log(`  cut: nobody was shown within ${mostShownMs / 1000} s`);
      await context.close();
    }
  } finally {
    served.close();
  }
}

async function benchReactFlowPage(browser: Browser, page: Page, screen: (typeof screens)[number]): Promise<void> {
  const { shownMs, whole } = await page.evaluate(reactFlowState);
  print({ what: 'until it is drawn', value: shownMs ?? Number.NaN, unit: 'ms' });
  for (const scale of [...scales, null]) {
    await page.evaluate(reactFlowJump, scale ?? whole);
    await page.waitForTimeout(700);
    report(screen, scale, await moved(browser, page, motionOf(pane, { kind: 'pan' })), ours);
  }
  await page.evaluate(reactFlowJump, whole);
  const wheel = (pixelsDouble * Math.log2(1 / whole)) / (frames / 2);
  const zoomed = await moved(browser, page, motionOf(pane, { kind: 'zoom', wheel, ctrlKey: false }));
  report(screen, 'zoom', zoomed, ours);
  print({ what: 'heap of the page', value: await heapOf(page), unit: 'MB' });
}

const load = () => `  load average: ${loadavg().map(format).join(', ')}`;
const motionOf = (selector: string, how: Motion['how']): Motion => ({ selector, how, frames, mostMs });
const wordsOf = ({ width, height, pixels }: (typeof screens)[number]) =>
  `${width} × ${height}${pixels === 1 ? '' : `, ${pixels} pixels for one`}`;

/** `scale` null: everybody. `beside`: what ours took. */
function report(
  screen: (typeof screens)[number],
  scale: number | 'zoom' | null,
  now: Moved,
  beside: ReadonlyMap<string, Moved> | null = null,
): void {
  const what =
    scale === 'zoom' ? 'zoomed there and back' : scale === null ? 'panned, everybody in view' : `panned at ${scale}`;
  const motion = `${wordsOf(screen)} ${what}`;
  if (beside === null) ours.set(motion, now);
  const own = beside?.get(motion);
  const notes = [
    ...(now.isCut ? [`cut after ${mostMs / 1000} s, ${now.frames} frames`] : []),
    ...(own === undefined ? [] : [`ours ${format(own.perSecond / now.perSecond)} times as many`]),
  ];
  print({ what: `${what}: frames a second`, value: now.perSecond, unit: '', note: notes.join('; ') });
  print({ what: '… from one to the next, 95 of 100 below', value: now.gap95, unit: 'ms' });
  print({ what: '… script in one, 95 of 100 below', value: now.script95, unit: 'ms' });
}

/** Runs in the page, as the next two do. */
function reactFlowShown(): boolean {
  return (globalThis as unknown as { reactFlow?: ReactFlowPage }).reactFlow?.shownMs != null;
}

function reactFlowState(): Pick<ReactFlowPage, 'shownMs' | 'whole'> {
  const { shownMs, whole } = (globalThis as unknown as { reactFlow: ReactFlowPage }).reactFlow;
  return { shownMs, whole };
}

function reactFlowJump(scale: number): void {
  (globalThis as unknown as { reactFlow: ReactFlowPage }).reactFlow.jump(scale);
}

const executablePath = findChromium({ hasDisplay: false });
if (executablePath === null) console.log('  frames are left out: Chromium is needed');
else await benchFrames(executablePath);

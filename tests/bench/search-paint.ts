/**
 * From a key pressed in the search to its results painted, in frames of the page in a Chromium, over the double of the
 * main process and its 1,216 people, whose answers take at least 5 ms. Usage: `node scripts/run.mjs tests/bench/search-paint.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { servePage } from '../renderer-double/serve.ts';
import { heading, median, print, quantile } from './figures.ts';

type Painted = { readonly frames: number; readonly ms: number };

const texts = ['lucia fernandez', 'okafor', 'trainer', 'sofia lind', 'wei zhang', 'lucja'];
const betweenKeysMs = 120;

export async function benchPaint(): Promise<void> {
  heading('From a key to its results on screen, in the page alone');
  const executablePath = findChromium({ hasDisplay: false });
  if (executablePath === null) {
    console.log('  left out: Chromium is needed');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const served = await servePage(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript({ path: served.doubleFile });
    const scenario = encodeURIComponent(JSON.stringify({ open: true, remembered: true }));
    await page.goto(`${served.origin}/index.html?scenario=${scenario}`);
    await page.locator('main').waitFor();
    const painted = await typeAll(page);
    const frames = painted.map((one) => one.frames);
    const ms = painted.map((one) => one.ms);
    print({ what: 'keys that brought other results', value: painted.length, unit: '' });
    print({ what: 'frames to the one with the results: median', value: median(frames), unit: '' });
    print({ what: 'frames: 95 of 100 at most', value: quantile(frames, 0.95), unit: '' });
    print({ what: 'until that frame was painted: median', value: median(ms), unit: 'ms' });
    print({ what: 'until that frame was painted: 95 of 100 below', value: quantile(ms, 0.95), unit: 'ms' });
  } finally {
    await browser.close();
    served.close();
    rmSync(folder, { recursive: true });
  }
}

async function typeAll(page: Page): Promise<Painted[]> {
  const painted: Painted[] = [];
  const field = page.getByRole('combobox', { name: 'Search people' });
  await field.click();
  await page.evaluate(watch);
  for (const text of texts) {
    await field.fill('');
    for (const key of text) {
      await page.waitForTimeout(betweenKeysMs);
      await page.keyboard.press(key === ' ' ? 'Space' : key);
    }
    await page.waitForTimeout(betweenKeysMs);
    painted.push(...(await page.evaluate(taken)));
  }
  return painted;
}

/** Runs in the page: for each key, counts the frames up to the one after which the changed list is on screen. */
function watch(): void {
  const results: Painted[] = [];
  Object.assign(globalThis, { painted: results });
  const list = document.querySelector('[role="listbox"]');
  let began: number | null = null;
  let frames = 0;
  let isChanged = false;
  const frame = () => {
    frames += 1;
    if (began === null) return;
    if (!isChanged) {
      requestAnimationFrame(frame);
      return;
    }
    const since = began;
    const counted = frames;
    began = null;
    // The next task comes after this frame was handed on.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => results.push({ frames: counted, ms: performance.now() - since });
    port2.postMessage(null);
  };
  document.addEventListener(
    'keydown',
    (event) => {
      began = event.timeStamp;
      frames = 0;
      isChanged = false;
      requestAnimationFrame(frame);
    },
    true,
  );
  if (list === null) throw new Error('no list');
  new MutationObserver(() => {
    isChanged = true;
  }).observe(list, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page. */
function taken(): Painted[] {
  const { painted } = globalThis as unknown as { painted: Painted[] };
  return painted.splice(0);
}

if (import.meta.main) await benchPaint();

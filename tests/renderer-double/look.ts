/**
 * Walks every view of the page over the double, light and dark, narrow and wide: takes pictures, runs axe, and fails
 * on any finding, any error on the console and any violation of the policy.
 * Usage: node tests/renderer-double/look.ts FOLDER [name of the only view]
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { axeViolations } from '../axe.ts';
import { checkViews } from './check-views.ts';
import { problemViews } from './problem-views.ts';
import { rareViews } from './rare-views.ts';
import { servePage } from './serve.ts';
import { syncViews } from './sync-views.ts';
import { tableViews } from './table-views.ts';
import { views } from './views.ts';

const [folder = 'out/look', only] = process.argv.slice(2);
const outDir = resolve(folder);
mkdirSync(outDir, { recursive: true });
const served = await servePage(join(outDir, 'built'));
const executablePath = findChromium({ hasDisplay: false });
if (executablePath === null) throw new Error('Chromium is needed: apt-get install chromium, or set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let findings = 0;
const complain = (where: string, what: string) => {
  findings += 1;
  console.log(`${where}: ${what}`);
};

for (const { name, scenario, reach, isForced = false } of [
  ...views,
  ...tableViews,
  ...syncViews,
  ...rareViews,
  ...checkViews,
  ...problemViews,
]) {
  if (only !== undefined && !new RegExp(only).test(name)) continue;
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 1000],
    ['dark', 1000],
    ['light', 1600],
    ['dark', 1600],
  ] as const) {
    const where = `${name}-${scheme}-${width}`;
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 800 },
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      forcedColors: isForced ? 'active' : 'none',
    });
    await context.addInitScript({ path: served.doubleFile });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(where, message.text());
    });
    page.on('pageerror', (error) => complain(where, error.message));
    page.setDefaultTimeout(5000);
    try {
      await page.goto(`${served.origin}/index.html?scenario=${encodeURIComponent(JSON.stringify(scenario))}`);
      await page.locator('main').waitFor();
      await reach?.(page);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(250);
    } catch (error) {
      complain(where, String(error));
    }
    await page.screenshot({ path: join(outDir, `${where}.png`) });
    if (width === 1280) {
      for (const said of await axeViolations(page)) complain(where, `axe ${said}`);
    }
    await context.close();
  }
}
await browser.close();
served.close();
console.log(findings === 0 ? 'No findings.' : `${findings} findings.`);
process.exitCode = findings === 0 ? 0 : 1;

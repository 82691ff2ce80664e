/**
 * Walks every view of the page over the double, light and dark, narrow and wide: takes pictures, runs axe, and fails
 * on any finding, any error on the console and any violation of the policy.
 * Usage: node tests/renderer-double/look.ts FOLDER [name of the only view]
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import type { Scenario } from './double.ts';
import { servePage } from './serve.ts';

type View = { readonly name: string; readonly scenario: Scenario; readonly reach?: (page: Page) => Promise<void> };

const found = (page: Page, text: string) => async () => {
  await page.getByRole('combobox', { name: 'Search people' }).fill(text);
  await page.getByRole('option').first().waitFor();
};
const person = (text: string, tab?: string) => async (page: Page) => {
  await found(page, text)();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
};

const open: Scenario = { open: true, remembered: true };
const views: readonly View[] = [
  { name: 'first-run', scenario: {} },
  {
    name: 'first-run-wrong',
    scenario: { remembered: true },
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Server' }).fill('http://plain.example');
      await page.getByRole('textbox', { name: 'Access token' }).fill('secret');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('has to begin with').waitFor();
    },
  },
  {
    name: 'first-run-offline',
    scenario: {},
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Server' }).fill('https://offline.example');
      await page.getByRole('textbox', { name: 'Access token' }).fill('secret');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'first-run-newer-list', scenario: { rememberedTrouble: 'newer-version' } },
  { name: 'people', scenario: open, reach: (page) => page.getByRole('link', { name: /Amara/ }).first().waitFor() },
  {
    name: 'people-deleted',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /^Deleted/ }).click();
      await page.getByRole('grid', { name: 'People' }).getByText('Deleted').first().waitFor();
    },
  },
  {
    name: 'people-long',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Filter by text' }).fill('max');
      await page.getByRole('link', { name: /Maximiliana/ }).waitFor();
    },
  },
  {
    name: 'people-right-to-left',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('columnheader', { name: 'Name' }).click();
      await page.getByRole('link', { name: /李 明/ }).waitFor();
    },
  },
  {
    name: 'people-no-match',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Filter by text' }).fill('zzzz');
      await page.getByText('Nobody known so far fits').waitFor();
    },
  },
  {
    name: 'people-selected',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('grid', { name: 'People' }).focus();
      await page.keyboard.press('ArrowDown');
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('4 selected').waitFor();
    },
  },
  {
    name: 'people-every-column',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const name of [
        'Availability',
        'Direct reports',
        'E-mail',
        'Phone',
        'Username',
        'Changed',
        'Fetched',
        'Id',
      ]) {
        await page.getByRole('menuitemcheckbox', { name }).click();
      }
      await page.keyboard.press('Escape');
      await page.getByRole('grid', { name: 'People' }).evaluate((grid) => grid.scrollTo(150, 300));
    },
  },
  {
    name: 'people-columns',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Phone' }).waitFor();
    },
  },
  {
    name: 'people-role',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /^Role/ }).click();
      await page.getByRole('option', { name: /Trainer/ }).click();
      await page.getByRole('button', { name: /^Role Trainer/ }).click();
      await page.getByRole('option', { name: /Team lead/ }).waitFor();
    },
  },
  {
    name: 'people-export',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: /vCard/ }).waitFor();
    },
  },
  {
    name: 'people-nobody',
    scenario: { open: true, nobody: true },
    reach: (page) => page.getByText('Nobody is known yet').waitFor(),
  },
  { name: 'people-refused', scenario: { open: true, refused: true } },
  { name: 'person', scenario: open, reach: person('Lucía Fer') },
  { name: 'person-emails', scenario: open, reach: person('Lucía Fer', 'E-mails') },
  { name: 'person-reports', scenario: open, reach: person('Lucía Fer', 'Reports') },
  {
    name: 'many-cards',
    scenario: open,
    reach: async (page) => {
      await person('Ravi Kri', 'Reports')(page);
      await page.getByRole('button', { name: 'As cards' }).click();
    },
  },
  { name: 'person-status', scenario: open, reach: person('Lucía Fer', 'Status') },
  {
    name: 'person-raw',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer', 'Raw')(page);
      await page.getByText('"_data"').waitFor();
    },
  },
  { name: 'trouble', scenario: open, reach: person('Maximiliana') },
  { name: 'trouble-emails', scenario: open, reach: person('Maximiliana', 'E-mails') },
  { name: 'trouble-reports', scenario: open, reach: person('Maximiliana', 'Reports') },
  { name: 'trouble-status', scenario: open, reach: person('Maximiliana', 'Status') },
  { name: 'many', scenario: open, reach: person('Ravi Kri') },
  { name: 'many-reports', scenario: open, reach: person('Ravi Kri', 'Reports') },
  {
    name: 'tooltip',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer', 'E-mails')(page);
      await page
        .getByRole('button', { name: /^Copy / })
        .last()
        .hover();
      await page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'tooltip-clock',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer')(page);
      await page.getByText('there ·').focus();
      await page.getByRole('tooltip').waitFor();
    },
  },
  { name: 'right-to-left', scenario: open, reach: person('עדי') },
  {
    name: 'search',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer')(page);
      await found(page, 'luc')();
    },
  },
  { name: 'search-role', scenario: open, reach: async (page) => found(page, 'trainer')() },
  {
    name: 'search-deleted',
    scenario: open,
    reach: async (page) => {
      await found(page, 'luc')();
      await page.keyboard.press('Control+.');
      await page.keyboard.press('Control+.');
      await page.keyboard.press('Control+.');
      await page.getByRole('button', { name: 'Deleted', pressed: true }).waitFor();
    },
  },
  {
    name: 'search-empty',
    scenario: open,
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'search-nothing',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Search people' }).fill('qqqq');
      await page.getByText('No one known so far matches').waitFor();
    },
  },
  {
    name: 'search-fetch',
    scenario: open,
    reach: async (page) => found(page, '9763caa1-cef3-497f-b3b2-f551456b2831')(),
  },
  {
    name: 'search-actions',
    scenario: open,
    reach: async (page) => {
      await found(page, 'luc')();
      await page.keyboard.press('Tab');
      await page.getByRole('option', { name: 'Copy e-mail' }).waitFor();
    },
  },
  {
    name: 'not-found',
    scenario: open,
    reach: async (page) => {
      await found(page, '9763caa1-cef3-497f-b3b2-f551456b2831')();
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'menu',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Rename/ }).waitFor();
    },
  },
  {
    name: 'disconnect',
    scenario: { open: true, refused: true },
    reach: async (page) => {
      await page.getByRole('button', { name: /Acme/ }).click();
      await page.getByRole('menuitem', { name: /Disconnect/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'token',
    scenario: { open: true, refused: true },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Give another token' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'theme',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor();
    },
  },
  {
    name: 'about',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('menuitem', { name: /about/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

const [folder = 'out/look', only] = process.argv.slice(2);
const outDir = resolve(folder);
mkdirSync(outDir, { recursive: true });
const served = await servePage(join(outDir, 'built'));
const executablePath = findChromium();
if (executablePath === null) throw new Error('Chromium is needed: apt-get install chromium, or set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let findings = 0;
const complain = (where: string, what: string) => {
  findings += 1;
  console.log(`${where}: ${what}`);
};

for (const { name, scenario, reach } of views) {
  if (only !== undefined && !new RegExp(only).test(name)) continue;
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 1000],
    ['dark', 1600],
  ] as const) {
    const where = `${name}-${scheme}-${width}`;
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 800 },
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
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
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, nodes } of violations) {
        complain(
          where,
          `axe ${id}: ${nodes
            .map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`)
            .slice(0, 3)
            .join(' | ')}`,
        );
      }
    }
    await context.close();
  }
}
await browser.close();
served.close();
console.log(findings === 0 ? 'No findings.' : `${findings} findings.`);
process.exitCode = findings === 0 ? 0 : 1;

/**
 * Drives the page over the double from the keyboard, as a person would, and fails where it does not behave: focus,
 * search keys, history, scroll, forms. Usage: node tests/renderer-double/behave.ts FOLDER [words of the only promise]
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { type Check, focused, made, until } from './check.ts';
import type { Scenario } from './double.ts';
import { servePage } from './serve.ts';
import { syncChecks } from './sync-checks.ts';

const open: Scenario = { open: true, remembered: true };
const field = (page: Page) => page.getByRole('combobox', { name: 'Search people' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const table = (page: Page) => page.getByRole('grid', { name: 'People' });
async function openPerson(page: Page, text: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(text);
  await page.keyboard.press('Enter');
  await heading(page, name).waitFor();
}

const checks: readonly Check[] = [
  {
    promise: 'a failed connection keeps what was typed and puts the focus on the field that is wrong',
    scenario: {},
    run: async (page) => {
      await page.getByRole('textbox', { name: 'Server' }).fill('http://plain.example');
      await page.getByRole('textbox', { name: 'Access token' }).fill('canary');
      await page.getByRole('textbox', { name: 'Start from' }).fill('some ids');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await until(
        'focus on server',
        async () => (await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'server',
      );
      assert.equal(await page.getByRole('textbox', { name: 'Access token' }).inputValue(), 'canary');
      assert.equal(await page.getByRole('textbox', { name: 'Start from' }).inputValue(), 'some ids');
      assert.equal(await page.getByRole('textbox', { name: 'Server' }).getAttribute('aria-invalid'), 'true');
    },
  },
  {
    promise: 'an empty token is answered on the spot, without a call',
    scenario: {},
    run: async (page) => {
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Paste the access token').waitFor();
      assert.equal((await made(page)).filter(({ name }) => name === 'account.connect').length, 0);
    },
  },
  {
    promise: 'a token that was taken is nowhere on the page',
    scenario: {},
    run: async (page) => {
      await page.getByRole('textbox', { name: 'Access token' }).fill('canary-9d1');
      await page.keyboard.press('Enter');
      await heading(page, 'Lucía Fernández').waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes('canary-9d1')), false);
      const values = await page.evaluate(() => Array.from(document.querySelectorAll('input'), ({ value }) => value));
      assert.equal(
        values.some((value) => value.includes('canary-9d1')),
        false,
      );
    },
  },
  {
    promise: 'opening a person moves the focus to the name, and back and forward work by keys and mouse buttons',
    scenario: open,
    run: async (page) => {
      await openPerson(page, 'Lucía Fer', 'Lucía Fernández');
      await until('focus on name', async () => (await focused(page)) === 'Lucía Fernández');
      await page.getByRole('link', { name: 'Wei Zhang' }).first().click();
      await heading(page, 'Wei Zhang').waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await heading(page, 'Lucía Fernández').waitFor();
      await page.keyboard.press('Alt+ArrowRight');
      await heading(page, 'Wei Zhang').waitFor();
      await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 3, bubbles: true })));
      await heading(page, 'Lucía Fernández').waitFor();
      await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 4, bubbles: true })));
      await heading(page, 'Wei Zhang').waitFor();
    },
  },
  {
    promise: 'Enter right after typing opens whom the text finds, not whom the list still shows',
    scenario: open,
    run: async (page) => {
      await page.keyboard.press('Control+k');
      await field(page).fill('Hana Suz');
      await page.getByRole('option').first().waitFor();
      await field(page).fill('Priya Nair');
      await page.keyboard.press('Enter');
      await heading(page, 'Priya Nair').waitFor();
    },
  },
  {
    promise:
      'arrows, Home, End and Page keys move the active option, the last one brings more; Escape gives the focus back',
    scenario: open,
    run: async (page) => {
      const people = page.getByRole('button', { name: /People/ });
      await people.focus();
      await page.keyboard.press('Control+k');
      await field(page).fill('a');
      await page.getByRole('option').nth(19).waitFor();
      const active = async () => Number((await field(page).getAttribute('aria-activedescendant'))?.split('-').at(-1));
      const count = await page.getByRole('option').count();
      assert.equal(await active(), 0);
      const press = async (key: string, at: number) => {
        await page.keyboard.press(key);
        assert.equal(await active(), at, key);
      };
      await press('ArrowDown', 1);
      await press('ArrowUp', 0);
      await press('ArrowUp', count - 1);
      await page.getByRole('option').nth(count).waitFor();
      const more = await page.getByRole('option').count();
      await press('ArrowDown', count);
      await press('Home', 0);
      await press('PageDown', 8);
      await press('End', more - 1);
      assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
      await page.keyboard.press('Escape');
      await until('focus back', async () => (await focused(page)).startsWith('People'));
      assert.equal(await field(page).inputValue(), '');
    },
  },
  {
    promise: 'keys of an input method’s composition open nothing',
    scenario: open,
    run: async (page) => {
      await page.keyboard.press('Control+k');
      await field(page).fill('Priya Nair');
      await page.getByRole('option').first().waitFor();
      await field(page).evaluate((element) =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true, cancelable: true }),
        ),
      );
      assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('Enter');
      await heading(page, 'Priya Nair').waitFor();
    },
  },
  {
    promise: 'Ctrl C copies the active e-mail, but never instead of text that is selected',
    scenario: open,
    run: async (page) => {
      await page.keyboard.press('Control+k');
      await field(page).fill('Lucía Fer');
      await page.getByRole('option').first().waitFor();
      await field(page).selectText();
      await page.keyboard.press('Control+c');
      assert.equal((await made(page)).filter(({ name }) => name === 'clipboard.copy').length, 0);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+c');
      await page.getByText('Copied the e-mail').waitFor();
      assert.deepEqual((await made(page)).at(-1), {
        name: 'clipboard.copy',
        input: { text: 'lucia.fernandez@acme.example' },
      });
    },
  },
  {
    promise: 'Tab shows what can be done with the active person, and does it',
    scenario: open,
    run: async (page) => {
      await page.keyboard.press('Control+k');
      await field(page).fill('Lucía Fer');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Tab');
      await page.getByRole('option', { name: 'Copy id' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('option', { name: /Lucía Fernández Inside sales manager/ }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByText('Copied the id').waitFor();
      assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
    },
  },
  {
    promise: 'the table draws only what is in view, and is where it was left when one comes back',
    scenario: open,
    run: async (page) => {
      await table(page).getByRole('link').first().waitFor();
      const scrolled = () => table(page).evaluate((grid) => grid.scrollTop);
      await table(page).evaluate((grid) => grid.scrollTo(0, 20_000));
      const row = table(page)
        .getByRole('row', { name: /acme|Amara|Hana|Wei|Sofia|Jonas|Kwame/ })
        .nth(8);
      await row.waitFor();
      assert.ok((await table(page).getByRole('row').count()) < 60);
      await until('kept scroll', async () => (await scrolled()) === 20_000);
      await new Promise((later) => setTimeout(later, 200));
      await row.click();
      await page.getByRole('tab', { name: 'Overview' }).waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await table(page).waitFor();
      await until('scroll restored', async () => (await scrolled()) === 20_000);
    },
  },
  {
    promise: 'filters and sort come back with the page, and the way back to everybody is one click',
    scenario: open,
    run: async (page) => {
      await page.getByRole('button', { name: /^Deleted/ }).click();
      await table(page).getByRole('columnheader', { name: 'Name' }).click();
      await page.locator('[data-column=name][aria-sort=ascending]').waitFor();
      await table(page).locator('[data-column=name]').getByRole('link').nth(2).click();
      await page.getByRole('tab', { name: 'Overview' }).waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await page.locator('[data-column=name][aria-sort=ascending]').waitFor();
      await page.getByRole('button', { name: /^Deleted/, pressed: true }).waitFor();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByText('1,217 shown').waitFor();
    },
  },
  {
    promise: 'the table is one stop of Tab; arrows, Page keys, Home and End lead everywhere in it, Enter opens',
    scenario: open,
    run: async (page) => {
      await table(page).focus();
      const active = async () =>
        table(page).evaluate((grid) => {
          const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
          return row?.getAttribute('aria-rowindex') ?? row?.textContent ?? null;
        });
      const leads = async (key: string, to: string) => {
        await page.keyboard.press(key);
        await until(`${key} leads to ${to}`, async () => (await active()) === to);
      };
      await leads('ArrowDown', '2');
      await leads('ArrowDown', '3');
      await leads('End', '1218');
      await leads('ArrowUp', '1217');
      await leads('Home', '2');
      await leads('ArrowUp', 'Name');
      await leads('ArrowRight', 'Status');
      await page.keyboard.press('Enter');
      await page.locator('[aria-sort=ascending]', { hasText: 'Status' }).waitFor();
      await leads('ArrowDown', '2');
      await page.keyboard.press('Tab');
      assert.equal(await table(page).evaluate((grid) => grid.contains(document.activeElement)), false);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'Overview' }).waitFor();
    },
  },
  {
    promise: 'people are selected from the keyboard: one, a range, all, nobody; and are copied',
    scenario: open,
    run: async (page) => {
      const says = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
      await table(page).focus();
      for (const key of ['ArrowDown', ' ', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      await says('1 selected');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await says('4 selected');
      await page.keyboard.press('Shift+ArrowUp');
      await says('3 selected');
      await page.keyboard.press('Shift+End');
      await says('1,216 selected');
      await page.keyboard.press('Control+a');
      await says('1,217 selected');
      await page.keyboard.press('Control+c');
      await page.getByText('Copied 1,217 people').waitFor();
      await page.keyboard.press('Escape');
      await says('1,217 shown');
      await page.keyboard.press('Control+c');
      await page.getByText('Copied 1 person').waitFor();
    },
  },
  {
    promise: 'people are selected with the mouse: a box, a range with Shift; a click on the row opens it',
    scenario: open,
    run: async (page) => {
      const row = (nth: number) => table(page).locator(`[data-place="${nth}"]`);
      await row(1).locator('[data-check]').click();
      await page.getByText('1 selected').waitFor();
      await row(5).click({ modifiers: ['Shift'] });
      await page.getByText('5 selected').waitFor();
      await row(3).click({ modifiers: ['Control'] });
      await page.getByText('4 selected').waitFor();
      assert.equal(await row(3).getAttribute('aria-selected'), 'false');
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
      await page.getByText('Saved 4 people').waitFor();
      await row(3).click();
      await page.getByRole('tab', { name: 'Overview' }).waitFor();
    },
  },
  {
    promise: 'a role is chosen from the keyboard alone, by part of its name',
    scenario: open,
    run: async (page) => {
      await page.getByRole('button', { name: /^Role/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: /Team lead/ }).waitFor();
      await page.keyboard.type('trai');
      await until('one option', async () => (await page.getByRole('option').count()) === 1);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Role Trainer' }).waitFor();
      await until('focus back', async () => (await focused(page)).startsWith('Role'));
    },
  },
  {
    promise: 'tabs are reached once and changed by arrows',
    scenario: open,
    run: async (page) => {
      await openPerson(page, 'Lucía Fer', 'Lucía Fernández');
      await page.getByRole('tab', { name: 'Overview' }).focus();
      for (const name of ['E-mails', 'Reports', 'Status history', 'Raw', 'Overview']) {
        await page.keyboard.press('ArrowRight');
        await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
      }
    },
  },
  {
    promise: 'birth date and gender are hidden until asked for, and hidden again on the next person',
    scenario: open,
    run: async (page) => {
      await openPerson(page, 'Lucía Fer', 'Lucía Fernández');
      assert.equal(await page.getByText('3 May 1988').count(), 0);
      await page.getByRole('button', { name: 'Show birth date and gender' }).click();
      await page.getByText('3 May 1988').waitFor();
      await page.getByRole('link', { name: 'Wei Zhang' }).first().click();
      await heading(page, 'Wei Zhang').waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await heading(page, 'Lucía Fernández').waitFor();
      assert.equal(await page.getByText('3 May 1988').count(), 0);
    },
  },
  {
    promise: 'the first Tab reaches a way past the rail, and Tab leads all the way round',
    scenario: open,
    run: async (page) => {
      await openPerson(page, 'Lucía Fer', 'Lucía Fernández');
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.evaluate(() => document.body.focus());
      await page.keyboard.press('Tab');
      const seen = new Set<string>();
      for (let presses = 0; presses < 120; presses += 1) {
        seen.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? ''));
        await page.keyboard.press('Tab');
      }
      const all = [...seen].join('\n');
      for (const part of ['Skip to the content', 'Search people', 'Theme', 'role="tab"', 'Copy the e-mail'])
        assert.ok(all.includes(part), part);
    },
  },
  {
    promise: 'the connection is renamed from its menu by keys alone, and the focus comes back',
    scenario: open,
    run: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: /Rename/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Acme test');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Acme test/ }).waitFor();
      await until('dialog closed', async () => (await page.getByRole('dialog').count()) === 0);
    },
  },
  {
    promise: 'adding another directory leads to the two doors and back',
    scenario: open,
    run: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Add another/ }).click();
      await page.getByRole('button', { name: 'Look around the demo directory' }).waitFor();
      await page.getByRole('button', { name: /Back to/ }).click();
      await heading(page, 'People').waitFor();
    },
  },
  {
    promise: 'disconnecting says what it forgets and leads to the two doors',
    scenario: open,
    run: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Disconnect/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
      await page.getByRole('button', { name: 'Look around the demo directory' }).waitFor();
    },
  },
];

const [folder = 'out/look', only = ''] = process.argv.slice(2);
const outDir = resolve(folder);
mkdirSync(outDir, { recursive: true });
const served = await servePage(join(outDir, 'built'));
const executablePath = findChromium({ hasDisplay: false });
if (executablePath === null) throw new Error('Chromium is needed: apt-get install chromium, or set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let broken = 0;
for (const { promise, scenario, run } of [...checks, ...syncChecks]) {
  if (!promise.includes(only)) continue;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ path: served.doubleFile });
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      window.violations.push(violatedDirective),
    );
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.goto(`${served.origin}/index.html?scenario=${encodeURIComponent(JSON.stringify(scenario))}`);
    await page.locator('main').waitFor();
    await run(page);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(errors, []);
    console.log(`ok  ${promise}`);
  } catch (error) {
    broken += 1;
    console.log(`NOT ${promise}\n    ${String(error).split('\n').slice(0, 6).join('\n    ')}`);
  }
  await context.close();
}
await browser.close();
served.close();
process.exitCode = broken === 0 ? 0 : 1;

/** The table of people as it is looked at: filtered, selected, with other columns, with nobody in it. */
import { open, type View } from './reach.ts';

export const tableViews: readonly View[] = [
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
    name: 'people-exporting',
    scenario: { ...open, many: 100_000, exporting: true },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
      await page.getByRole('progressbar', { name: 'Export' }).waitFor();
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
];

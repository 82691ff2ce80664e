/** The status check as it is looked at: where a list is given, its rows, each heap, what is asked, and what goes wrong. */
import type { Page } from '@playwright/test';
import { everybody } from './people.ts';
import { dropFile, open, type View } from './reach.ts';

/** Of each answer one, with long names and others that run from right to left, then many who are there. */
const list = [
  ...everybody.slice(0, 6).map(({ email, id }) => email ?? id),
  '',
  'nobody.known@example.com',
  '9763caa1-cef3-497f-b3b2-f551456b2831',
  'shared@example.com',
  'Wei Zhang',
  'Sofía Martínez',
  'failed',
  '2026-11-30T08:12:44Z WARN session expired for an account that is named nowhere in this very long line of a log',
  everybody[0]?.id ?? '',
  everybody[0]?.id ?? '',
  'עדי בן־דוד',
  ...everybody.slice(20, 60).map(({ id }) => id),
].join('\n');

const toCheck = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Status check' }).click();
  await page.getByRole('textbox', { name: 'List to check' }).waitFor();
};
const checked = async (page: Page) => {
  await toCheck(page);
  await page.getByRole('textbox', { name: 'List to check' }).fill(list);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('grid', { name: 'Result' }).getByRole('row').nth(4).waitFor();
};
const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export const checkViews: readonly View[] = [
  { name: 'check-list', scenario: open, reach: toCheck },
  {
    name: 'check-list-wrong',
    scenario: open,
    reach: async (page) => {
      await toCheck(page);
      await press(page, /^Check Ctrl/);
      await page.getByText('Paste a list, or choose a file').waitFor();
    },
  },
  {
    name: 'check-kept',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, 'Name this check…');
      await page
        .getByRole('textbox', { name: 'Name' })
        .fill('Access review of July, everybody who works for the field offices');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /^Access review/ }).waitFor();
      await checked(page);
      await toCheck(page);
    },
  },
  { name: 'check-rows', scenario: open, reach: checked },
  { name: 'check-rows-forced', scenario: open, isForced: true, reach: checked },
  { name: 'check-rows-offline', scenario: { ...open, offline: true }, reach: checked },
  {
    name: 'check-review',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, /^To be looked at/);
      await page.keyboard.press('Tab');
    },
  },
  {
    name: 'check-none',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await page.getByRole('textbox', { name: 'Filter by text' }).fill('zzzz');
      await page.getByText('No row of this check fits').waitFor();
    },
  },
  {
    name: 'check-selected',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await page.getByRole('grid', { name: 'Result' }).focus();
      for (const key of ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    },
  },
  {
    name: 'check-menu',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await page.getByText('Choose…').first().click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'check-ask',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, 'Ask the server');
      await page.getByText('This takes 12 requests').waitFor();
    },
  },
  {
    name: 'check-asking',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, 'Ask the server');
      await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'check-runs',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, 'Run again');
      await page.getByText('3 newly gone, 1 back').waitFor();
      await press(page, 'Runs…');
      await page.getByRole('list', { name: 'Runs' }).getByRole('listitem').nth(1).waitFor();
    },
  },
  {
    name: 'check-again',
    scenario: open,
    reach: async (page) => {
      await checked(page);
      await press(page, 'Run again');
      await page.getByText('3 newly gone, 1 back').waitFor();
    },
  },
  {
    name: 'check-dropped',
    scenario: open,
    reach: async (page) => {
      await dropFile(page, 'accounts.csv', 'id\nu-1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'check-search',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Search people' }).fill(
        everybody
          .slice(0, 3)
          .map(({ id }) => id)
          .join(' '),
      );
      await page.getByText('Check these 3').waitFor();
    },
  },
];

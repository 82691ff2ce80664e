/** The views of problems: all in short, a list of one kind, what is asked about it. */
import type { Page } from '@playwright/test';
import { open, type View } from './reach.ts';

const showProblems = async (page: Page) => {
  await page.getByRole('button', { name: /^Problems/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Problems' }).waitFor();
  await page.getByRole('heading', { level: 2 }).or(page.getByText('Nothing found:')).first().waitFor();
};
const showList = (kind: string | RegExp) => async (page: Page) => {
  await showProblems(page);
  await page
    .getByRole('region', { name: kind })
    .getByRole('button', { name: /^Show all/ })
    .click();
  await page.getByRole('grid', { name: 'Problems' }).getByRole('row').nth(1).waitFor();
};
const showLeft = showList('Reports to somebody who has left');
const selectThree = async (page: Page) => {
  await showLeft(page);
  await page.getByRole('grid', { name: 'Problems' }).focus();
  for (const key of ['Home', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.getByText('3 selected').waitFor();
};

export const problemViews: readonly View[] = [
  { name: 'problems', scenario: open, reach: showProblems },
  { name: 'problems-forced', isForced: true, scenario: open, reach: showProblems },
  {
    name: 'problems-end',
    scenario: open,
    reach: async (page) => {
      await showProblems(page);
      await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1e6));
    },
  },
  { name: 'problems-none', scenario: { ...open, noProblems: true }, reach: showProblems },
  { name: 'problems-none-yet', scenario: { ...open, noProblems: true, sync: 'running' }, reach: showProblems },
  { name: 'problems-list', scenario: open, reach: showLeft },
  { name: 'problems-list-forced', isForced: true, scenario: open, reach: selectThree },
  { name: 'problems-list-failed', scenario: open, reach: showList('Could not be fetched') },
  { name: 'problems-selected', scenario: open, reach: selectThree },
  {
    name: 'problems-menu',
    scenario: open,
    reach: async (page) => {
      await showLeft(page);
      await page.getByRole('row').nth(2).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Evidence…' }).waitFor();
    },
  },
  {
    name: 'problems-set-aside',
    scenario: open,
    reach: async (page) => {
      await selectThree(page);
      await page.getByRole('button', { name: 'Set aside…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'problems-aside',
    scenario: open,
    reach: async (page) => {
      await selectThree(page);
      await page.getByRole('button', { name: 'Set aside…' }).click();
      await page.getByRole('textbox', { name: 'Note' }).fill('The plant in Pune closes in March; HR knows.');
      await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await page.getByRole('button', { name: /^Set aside \d/ }).click();
      await page.getByText('3 shown').waitFor();
    },
  },
  {
    name: 'problems-evidence',
    scenario: open,
    reach: async (page) => {
      await showLeft(page);
      await page.getByRole('row').nth(2).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Evidence…' }).click();
      await page.getByRole('dialog').getByText('SHA-256').waitFor();
    },
  },
];

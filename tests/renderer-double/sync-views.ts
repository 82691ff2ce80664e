/** The views of the sync: every state of it, adding from a list, being offline, names of teams and roles. */
import type { Page } from '@playwright/test';
import { cardOf, idOf } from './people.ts';
import { dropFile, open, person, type View } from './reach.ts';

const openMenu = async (page: Page, item: RegExp) => {
  await page.getByRole('button', { name: /Demo directory/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};
const ids = Array.from({ length: 37 }, (_, index) => `${idOf(index + 5000)};row ${index}\n`).join('');
const unnamed = cardOf(4).name;
const nameTeam = async (page: Page) => {
  await person(unnamed)(page);
  await page.getByRole('button', { name: 'Name it… (this team)' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('فريق المبيعات – Southern region');
  await page.getByRole('button', { name: 'Save' }).click();
};

export const syncViews: readonly View[] = [
  ...(
    ['never', 'listing', 'running', 'refreshing', 'waiting', 'paused', 'stopped', 'done', 'clock-changed'] as const
  ).map((sync): View => ({ name: `sync-${sync}`, scenario: { ...open, sync } })),
  { name: 'sync-refused', scenario: { open: true, refused: true, sync: 'refused' } },
  { name: 'sync-full', scenario: { ...open, sync: 'full' } },
  { name: 'offline', scenario: { ...open, offline: true, sync: 'waiting' }, reach: person('Lucía Fer') },
  { name: 'offline-trouble', scenario: { ...open, offline: true, sync: 'stopped' }, reach: person('Maximiliana') },
  {
    name: 'add-ids',
    scenario: open,
    reach: async (page) => {
      await openMenu(page, /Add people/);
      await page.getByRole('textbox', { name: 'Text with ids' }).fill('Anybody? No ids here.');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('No user id was found').waitFor();
    },
  },
  {
    name: 'add-ids-found',
    scenario: open,
    reach: async (page) => {
      await dropFile(
        page,
        'people of the southern region, exported on Tuesday, second try (final).csv',
        ids.repeat(400),
      );
      await page.getByRole('button', { name: 'Leave it out' }).waitFor();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('ids found').waitFor();
    },
  },
  {
    name: 'add-ids-not-text',
    scenario: open,
    reach: async (page) => {
      await dropFile(page, 'people.xlsx', 'PK\0\0');
      await page.getByText('not a text file').waitFor();
    },
  },
  {
    name: 'first-run-dropped',
    scenario: {},
    reach: async (page) => {
      await dropFile(page, 'ids.csv', ids.repeat(400));
      await page.getByRole('button', { name: 'Leave it out' }).waitFor();
    },
  },
  { name: 'budget', scenario: open, reach: (page) => openMenu(page, /Keep people fresh/) },
  {
    name: 'budget-wrong',
    scenario: open,
    reach: async (page) => {
      await openMenu(page, /Keep people fresh/);
      await page.getByRole('radio', { name: /Another number/ }).check();
      await page.getByRole('textbox', { name: 'Requests a day' }).fill('many');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Type a whole number').waitFor();
    },
  },
  {
    name: 'label-unnamed',
    scenario: open,
    reach: async (page) => {
      await person(unnamed)(page);
      await page.getByRole('button', { name: 'Name it… (this team)' }).first().waitFor();
    },
  },
  {
    name: 'label-naming',
    scenario: open,
    reach: async (page) => {
      await person(unnamed)(page);
      await page.getByRole('button', { name: 'Name it… (this team)' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'label-named',
    scenario: open,
    reach: async (page) => {
      await nameTeam(page);
      await page.getByRole('button', { name: 'Change the team’s name…' }).first().waitFor();
    },
  },
  {
    name: 'label-renaming',
    scenario: open,
    reach: async (page) => {
      await nameTeam(page);
      await page.getByRole('button', { name: 'Change the team’s name…' }).first().click();
      await page.getByRole('button', { name: 'Remove the name' }).waitFor();
    },
  },
];

/** The views of rare records, of lists of ids, and of colours that the system forces. */
import type { Page } from '@playwright/test';
import { idOf, lucia } from './people.ts';
import { found, open, person, type View } from './reach.ts';

const rare = { ...open, rare: true };

const tabs = ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const;
const ids = (from: number, count: number) => Array.from({ length: count }, (_, nth) => idOf(from + nth)).join('\n');
const listed = `${ids(0, 12)}\n${ids(0x900000, 8)}`;
const openFilter = (status: string) => async (page: Page) => {
  await page.getByRole('button', { name: new RegExp(`^${status}`) }).click();
  await page.getByRole('grid', { name: 'People' }).getByText(status).first().waitFor();
};

export const rareViews: readonly View[] = [
  { name: 'circle-member', scenario: rare, reach: person('Ines Kreis') },
  { name: 'circle-below', scenario: rare, reach: person('Bela Below') },
  { name: 'token-too-long', scenario: { ...open, longToken: true } },
  { name: 'claim-age', scenario: rare, reach: person('Cleo Claimed') },
  ...tabs.map((tab): View => ({ name: `strip-deleted-${tab}`, scenario: rare, reach: person('Lea Left', tab) })),
  ...tabs.map((tab): View => ({ name: `strip-not-found-${tab}`, scenario: rare, reach: person('Noor Had', tab) })),
  { name: 'deleted-undated', scenario: rare, reach: person('Uma Undated') },
  { name: 'endless-name', scenario: rare, reach: person('Endless Ana') },
  { name: 'mixed-name', scenario: rare, reach: person('4711') },
  { name: 'search-gone', scenario: rare, reach: async (page) => found(page, 'noor')() },
  { name: 'search-left', scenario: rare, reach: async (page) => found(page, 'lea l')() },
  { name: 'search-endless', scenario: rare, reach: async (page) => found(page, 'endless')() },
  {
    name: 'search-listed',
    scenario: rare,
    reach: async (page) => {
      await found(page, listed)();
      await page.getByText('20 understood').first().waitFor();
    },
  },
  {
    name: 'ids-counted',
    scenario: rare,
    reach: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Add people/ }).click();
      await page.getByRole('textbox', { name: 'Text with ids' }).fill(ids(0x5000, 12));
      await page.getByText('12 ids').waitFor();
    },
  },
  { name: 'table-deleted', scenario: rare, reach: openFilter('Deleted') },
  { name: 'table-not-found', scenario: rare, reach: openFilter('Not found') },
  { name: 'forced-people', scenario: rare, isForced: true },
  { name: 'forced-table-deleted', scenario: rare, isForced: true, reach: openFilter('Deleted') },
  { name: 'forced-person', scenario: rare, isForced: true, reach: person(lucia.name) },
  { name: 'forced-left', scenario: rare, isForced: true, reach: person('Lea Left') },
  { name: 'forced-status', scenario: rare, isForced: true, reach: person('Noor Had', 'Status history') },
  { name: 'forced-search', scenario: rare, isForced: true, reach: async (page) => found(page, 'luc')() },
];
